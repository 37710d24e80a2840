import type { FigureGroup } from '#contracts/oversight.http.js';
import { isLasting, type Measure } from '#domain/oversight/measure.js';
import { KEY_SQL } from './rollups/dimensions.js';

/** The key of each group in SQL, over a measurement `m`, by each department's own clock. */
export const GROUP_SQL: Record<FigureGroup, string> = {
  none: `''`,
  day: 'm.ended_on::text',
  month: `to_char(m.ended_on, 'YYYY-MM')`,
  hour: 'm.ended_hour::text',
  'weekday-hour': KEY_SQL['weekday-hour'],
  department: 'm.department_id::text',
  officer: KEY_SQL.officer,
  channel: KEY_SQL.channel,
  language: KEY_SQL.language,
  priority: KEY_SQL.priority,
  class: KEY_SQL.class,
  register: KEY_SQL.register,
};

/** How many cases: what was closed unanswered has no time, and is a case of the share alone. */
export function casesSql(measure: Measure, ms: string): string {
  return `count(${isLasting(measure) ? ms : '*'})::int`;
}

/** What is cut by a clock, and so by a zone. */
export function isInTime(groupBy: FigureGroup): boolean {
  return groupBy === 'day' || groupBy === 'month' || groupBy === 'hour' || groupBy === 'weekday-hour';
}

/** The same by the clock of a zone. */
export function groupSqlIn(groupBy: FigureGroup, zone: string): string {
  const local = `m.ended_at AT TIME ZONE ${zone}`;
  if (groupBy === 'day') return `(${local})::date::text`;
  if (groupBy === 'month') return `to_char(${local}, 'YYYY-MM')`;
  if (groupBy === 'hour') return `extract(hour FROM ${local})::int::text`;
  if (groupBy === 'weekday-hour')
    return `extract(isodow FROM ${local})::int || '-' || extract(hour FROM ${local})::int`;
  return GROUP_SQL[groupBy];
}

/** The same of what is open, over a conversation `c`: it has not ended on any day, nor in any register. */
export const OPEN_GROUP_SQL: Partial<Record<FigureGroup, string>> = {
  none: `''`,
  department: 'c.department_id::text',
  officer: `coalesce(c.officer_id::text, 'none')`,
  channel: 'c.channel_id::text',
  language: `lower(split_part(c.language, '-', 1))`,
  priority: 'c.priority',
  class: `coalesce(c.class_code, 'none')`,
};
