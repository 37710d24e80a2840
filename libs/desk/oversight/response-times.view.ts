import type { ResponseTimeFigure, ResponseTimes } from '#contracts/oversight.http.js';
import type { Range, ResponseTimeRecord } from './response-times.queries.js';

export function responseTimesView(
  records: readonly ResponseTimeRecord[],
  { range, computedAt }: { range: Range; computedAt: Date },
): ResponseTimes {
  const total = records.find((record) => record.isTotal);
  const groups = records.filter((record) => !record.isTotal);
  return {
    total: total ? figureView(total) : NONE,
    groups: groups.map((record) => ({ key: record.key ?? '', label: labelView(record), ...figureView(record) })),
    answeredFrom: range.answeredFrom?.toISOString() ?? null,
    answeredTo: range.answeredTo?.toISOString() ?? null,
    days: Object.fromEntries(groups.flatMap(dayView)),
    computedAt: computedAt.toISOString(),
  };
}

const NONE: ResponseTimeFigure = { n: 0, medianHours: null, p90Hours: null, meanHours: null, withinSevenDays: 0 };

function figureView(record: ResponseTimeRecord): ResponseTimeFigure {
  return {
    n: record.n,
    medianHours: hours(record.medianSeconds),
    p90Hours: hours(record.p90Seconds),
    meanHours: hours(record.meanSeconds),
    withinSevenDays: record.withinSevenDays,
  };
}

function labelView({ labelEn, labelZh }: ResponseTimeRecord): { en: string; zh: string } | null {
  return labelEn === null || labelZh === null ? null : { en: labelEn, zh: labelZh };
}

function dayView({ key, dayFrom, dayTo }: ResponseTimeRecord): [string, ResponseTimes['days'][string]][] {
  if (!key || !dayFrom || !dayTo) return [];
  return [[key, { answeredFrom: dayFrom.toISOString(), answeredTo: dayTo.toISOString() }]];
}

function hours(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds / 36) / 100;
}
