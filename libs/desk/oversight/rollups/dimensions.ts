import { NO_ONE } from '#contracts/oversight.http.js';
import { dayOfDate, weekdayOf } from '#domain/deadlines/calendar-days.js';
import type { MeasurementRow } from '../measuring/measurement.queries.js';

/** What rollups know cases by, each by one of these alone. */
export const DIMENSIONS = [
  'all',
  'officer',
  'channel',
  'language',
  'priority',
  'class',
  'register',
  'weekday-hour',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const ALL_KEY = '';

type Dimensioned = Pick<
  MeasurementRow,
  'officerId' | 'channelId' | 'language' | 'priority' | 'classCode' | 'register' | 'endedOn' | 'endedHour'
>;

export const KEY_OF: Record<Dimension, (row: Dimensioned) => string> = {
  all: () => ALL_KEY,
  officer: ({ officerId }) => officerId ?? NO_ONE,
  channel: ({ channelId }) => channelId,
  language: ({ language }) => language,
  priority: ({ priority }) => priority,
  class: ({ classCode }) => classCode ?? NO_ONE,
  register: ({ register }) => register ?? NO_ONE,
  'weekday-hour': ({ endedOn, endedHour }) => `${weekdayOf(dayOfDate(endedOn))}-${endedHour}`,
};

/** The same in SQL, over a measurement `m` by its department's own clock. */
export const KEY_SQL: Record<Dimension, string> = {
  all: `'${ALL_KEY}'`,
  officer: `coalesce(m.officer_id::text, '${NO_ONE}')`,
  channel: 'm.channel_id::text',
  language: 'm.language',
  priority: 'm.priority',
  class: `coalesce(m.class_code, '${NO_ONE}')`,
  register: `coalesce(m.register, '${NO_ONE}')`,
  'weekday-hour': `extract(isodow FROM m.ended_on)::int || '-' || m.ended_hour`,
};
