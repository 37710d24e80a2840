import type { DepartmentView } from '#contracts/directory.http.js';
import type { Department } from '#database/entities/department.entity.js';

export function departmentView(row: Department): DepartmentView {
  return {
    id: row.id,
    slug: row.slug,
    name: { en: row.nameEn, zh: row.nameZh },
    timeZone: row.timeZone,
    answerWithinHours: row.answerWithinHours,
  };
}
