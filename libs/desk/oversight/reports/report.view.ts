import type { ReportView } from '#contracts/reports.http.js';
import type { Department } from '#database/entities/department.entity.js';
import { MEASURES } from '#domain/oversight/measure.js';
import type { ReportRecord } from './report.queries.js';

export function reportView(record: ReportRecord, supervised: readonly Department[]): ReportView {
  const told = supervised.filter(({ id }) => record.departmentIds.includes(id));
  const { last } = record;
  return {
    id: record.id,
    departments: told.map(({ slug, nameEn, nameZh }) => ({ slug, name: { en: nameEn, zh: nameZh } })),
    isOfAll: record.departmentIds.length === 0,
    measures: MEASURES.filter((measure) => record.measures.includes(measure)),
    clock: record.clock,
    rhythm: record.rhythm,
    hour: record.hour,
    timeZone: record.timeZone,
    language: record.language,
    nextAt: record.nextAt.toISOString(),
    last: last && {
      from: last.from,
      to: last.to,
      at: new Date(last.at).toISOString(),
      outcome: last.outcome ?? 'waiting',
    },
  };
}
