import type { Measure, OpenMeasure } from '#domain/oversight/measure.js';
import { ACKNOWLEDGED_AT } from './acknowledged.js';

/**
 * What is still open of a measure, over a conversation `c`: the same for the figure that counts it and for the list that
 * opens it. Whoever waits for the citizen waits for nobody here.
 */
export const OPEN_CONDITIONS: Record<OpenMeasure, string> = {
  // By the record and not by what is measured: what is split off was seen by whoever did it, and is no case of its own.
  acknowledged: `c.waiting_since IS NOT NULL AND c.first_answered_at IS NULL AND ${ACKNOWLEDGED_AT} IS NULL`,
  'first-answer': 'c.waiting_since IS NOT NULL AND c.first_answered_at IS NULL',
  'next-answer': 'c.waiting_since IS NOT NULL AND c.first_answered_at IS NOT NULL',
  letter: `c.status <> 'merged' AND EXISTS (SELECT 1 FROM letter l WHERE l.conversation_id = c.id AND l.status <> 'published')`,
  resolution: `c.status IN ('received', 'held', 'queued', 'assigned')`,
};

/** Since when, over the same conversation. */
export const OPEN_SINCE: Record<OpenMeasure, string> = {
  acknowledged: 'c.opened_at',
  'first-answer': 'c.opened_at',
  'next-answer': 'c.waiting_since',
  letter: `(SELECT min(l.created_at) FROM letter l WHERE l.conversation_id = c.id AND l.status <> 'published')`,
  resolution: 'c.opened_at',
};

/** Which measurements are meant; those that are missing say nothing. */
export interface MeasuredSelection {
  measure: Measure;
  /** Local dates of when it ended, both inclusive: of each department's own days, or as instants. */
  from?: string | undefined;
  to?: string | undefined;
  /** The same as instants, the second exclusive: where the days are those of one zone. */
  since?: string | undefined;
  before?: string | undefined;
  hour?: number | undefined;
  /** 1 is Monday. */
  weekday?: number | undefined;
  /** The zone of hour and weekday; missing: the department's. */
  timeZone?: string | undefined;
  /** Who ended it; null: nobody known. */
  officerId?: string | null | undefined;
  register?: string | null | undefined;
  isWithin?: boolean | undefined;
  withinHours?: number | undefined;
  /** Without what was closed unanswered: that is in the share of what was promised only. */
  isTimed?: true | undefined;
}

const HOUR_MS = 3_600_000;

/** What is asked of a measurement `m`; `parameter` gives each value its place. */
export function measuredConditions(asked: MeasuredSelection, parameter: (value: unknown) => string): string[] {
  const conditions = [`m.measure = ${parameter(asked.measure)}`];
  const ask = <Value>(value: Value | undefined, condition: (value: Value) => string) => {
    if (value !== undefined) conditions.push(condition(value));
  };
  const zone = asked.timeZone;
  const local = zone === undefined ? null : () => `m.ended_at AT TIME ZONE ${parameter(zone)}`;
  const orNone = (column: string, type: string) => (value: string | null) =>
    value === null ? `${column} IS NULL` : `${column} = ${parameter(value)}::${type}`;
  ask(asked.from, (from) => `m.ended_on >= ${parameter(from)}::date`);
  ask(asked.to, (to) => `m.ended_on <= ${parameter(to)}::date`);
  // No zone is further from another than a day: the index by date narrows it first.
  ask(asked.since, (since) => `m.ended_at >= ${parameter(since)} AND m.ended_on >= ${dayOf(parameter(since), -2)}`);
  ask(asked.before, (before) => `m.ended_at < ${parameter(before)} AND m.ended_on <= ${dayOf(parameter(before), 2)}`);
  ask(
    asked.hour,
    (hour) => `${local ? `extract(hour FROM ${local()})::int` : 'm.ended_hour'} = ${parameter(hour)}::int`,
  );
  ask(asked.weekday, (day) => `extract(isodow FROM ${local?.() ?? 'm.ended_on'})::int = ${parameter(day)}::int`);
  ask(asked.officerId, orNone('m.officer_id', 'uuid'));
  ask(asked.register, orNone('m.register', 'text'));
  ask(asked.isWithin, (isWithin) => `m.is_within = ${parameter(isWithin)}`);
  ask(asked.withinHours, (hours) => `m.calendar_ms <= ${parameter(hours * HOUR_MS)}::bigint`);
  ask(asked.isTimed, () => 'm.calendar_ms IS NOT NULL');
  return conditions;
}

const dayOf = (instant: string, days: number) => `((${instant}::timestamptz AT TIME ZONE 'UTC')::date + ${days})`;
