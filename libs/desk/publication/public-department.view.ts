import type { DepartmentColumns, DepartmentRow } from './publication.queries.js';

export interface PublicDepartment {
  slug: string;
  name: { en: string; zh: string };
  timeZone: string;
}

export interface PromisingDepartment extends PublicDepartment {
  answerWithinHours: number | null;
}

export function departmentView(row: DepartmentColumns): PublicDepartment {
  return { slug: row.slug, name: { en: row.nameEn, zh: row.nameZh }, timeZone: row.timeZone };
}

export function promisingDepartmentView(row: DepartmentRow): PromisingDepartment {
  return { ...departmentView(row), answerWithinHours: row.answerWithinHours };
}
