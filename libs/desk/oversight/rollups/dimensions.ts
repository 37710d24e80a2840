import { NO_ONE } from '#contracts/oversight.http.js';
import { dayOfDate, weekdayOf } from '#domain/deadlines/calendar-days.js';
import type { MeasurementRow } from '../measuring/measurement.queries.js';

/** Of each there are few, so that the cases which have all of them in common are still many. */
const MIXED = ['channel', 'language', 'priority', 'class', 'register'] as const;

export const SINGLE_DIMENSIONS = ['all', 'officer', ...MIXED, 'weekday-hour'] as const;
export type SingleDimension = (typeof SINGLE_DIMENSIONS)[number];

export const MIXED_DIMENSIONS: readonly SingleDimension[] = MIXED;

/** What rollups know cases by: one of these alone, or `mixed`, which is several at once. */
export const DIMENSIONS = [...SINGLE_DIMENSIONS, 'mixed'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const ALL_KEY = '';

type Dimensioned = Pick<
  MeasurementRow,
  'officerId' | 'channelId' | 'language' | 'priority' | 'classCode' | 'register' | 'endedOn' | 'endedHour'
>;

const SINGLE_KEY_OF: Record<SingleDimension, (row: Dimensioned) => string> = {
  all: () => ALL_KEY,
  officer: ({ officerId }) => officerId ?? NO_ONE,
  channel: ({ channelId }) => channelId,
  language: ({ language }) => language,
  priority: ({ priority }) => priority,
  class: ({ classCode }) => classCode ?? NO_ONE,
  register: ({ register }) => register ?? NO_ONE,
  'weekday-hour': ({ endedOn, endedHour }) => `${weekdayOf(dayOfDate(endedOn))}-${endedHour}`,
};

export const KEY_OF: Record<Dimension, (row: Dimensioned) => string> = {
  ...SINGLE_KEY_OF,
  mixed: (row) => JSON.stringify(MIXED_DIMENSIONS.map((dimension) => SINGLE_KEY_OF[dimension](row))),
};

/** What a mixed key says of one dimension; undefined of what is not mixed into it. */
export function partOf(mixedKey: string, dimension: SingleDimension): string | undefined {
  const place = MIXED_DIMENSIONS.indexOf(dimension);
  const parts: unknown = JSON.parse(mixedKey);
  return Array.isArray(parts) && place >= 0 ? String(parts[place]) : undefined;
}

/** The same as of one row in SQL, over a measurement `m` by its department's own clock. */
export const KEY_SQL: Record<SingleDimension, string> = {
  all: `'${ALL_KEY}'`,
  officer: `coalesce(m.officer_id::text, '${NO_ONE}')`,
  channel: 'm.channel_id::text',
  language: 'm.language',
  priority: 'm.priority',
  class: `coalesce(m.class_code, '${NO_ONE}')`,
  register: `coalesce(m.register, '${NO_ONE}')`,
  'weekday-hour': `extract(isodow FROM m.ended_on)::int || '-' || m.ended_hour`,
};
