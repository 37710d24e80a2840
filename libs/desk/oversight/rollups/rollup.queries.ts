import type { Tx } from '#database/transaction.js';
import { MEASURES, type Measure } from '#domain/oversight/measure.js';
import { preparedIn } from '#platform/database/prepared.js';
import type { MeasurementRow } from '../measuring/measurement.queries.js';
import { DIMENSIONS, type Dimension } from './dimensions.js';
import type { PackedCells } from './packed-cells.js';

export type Level = 'day' | 'month';

/** Stands for all departments together: each one's own days and months. */
export const WHOLE_DESK = '00000000-0000-0000-0000-000000000000';

/** A local day or month of a department, or of the whole desk. */
export interface Period {
  departmentId: string;
  level: Level;
  startsOn: string;
}

export interface RollupRow extends Period, PackedCells {
  measure: Measure;
  dimension: Dimension;
}

/** A measurement as far as rollups look at it. */
export type CaseRow = Omit<MeasurementRow, 'conversationId' | 'ordinal' | 'startedAt' | 'endedAt' | 'departmentId'>;

const STALE = {
  name: 'stale-periods',
  text: `
  SELECT department_id AS "departmentId", level, starts_on::text AS "startsOn" FROM stale_rollup
  WHERE level = 'day' AND starts_on < $1::date OR level = 'month' AND starts_on < date_trunc('month', $1::date)
  ORDER BY level, starts_on, department_id LIMIT $2`,
};

/** Those that ended before a date; today's are not rolled up again and again, but read from the measurements. */
export function stalePeriods(tx: Tx, { before, limit }: { before: string; limit: number }): Promise<Period[]> {
  return preparedIn<Period & { startsOn: string }>(tx, STALE, [before, limit]);
}

const FRESH = {
  name: 'no-longer-stale',
  text: `
  DELETE FROM stale_rollup s USING unnest($1::uuid[], $2::text[], $3::date[]) AS p (department_id, level, starts_on)
  WHERE s.department_id = p.department_id AND s.level = p.level AND s.starts_on = p.starts_on`,
};

export async function noLongerStale(tx: Tx, periods: readonly Period[]): Promise<void> {
  await preparedIn(tx, FRESH, columnsOf(periods));
}

const CASES = `
  DECLARE cases_to_roll_up NO SCROLL CURSOR FOR
  SELECT p.place::int AS place, m.measure, m.channel_id AS "channelId", m.language, m.priority, m.class_code AS "classCode",
    m.officer_id AS "officerId", m.register, m.ended_on::text AS "endedOn", m.ended_hour AS "endedHour",
    m.calendar_ms::float8 AS "calendarMs", m.working_ms::float8 AS "workingMs", m.calendar_bin AS "calendarBin",
    m.working_bin AS "workingBin", m.is_within AS "isWithin"
  FROM unnest($1::uuid[], $2::text[], $3::date[]) WITH ORDINALITY AS p (department_id, level, starts_on, place)
  CROSS JOIN unnest($4::text[]) AS one (measure)
  CROSS JOIN LATERAL (
    SELECT * FROM measurement WHERE department_id = p.department_id AND measure = one.measure AND ended_on >= p.starts_on
      AND ended_on < (p.starts_on + CASE p.level WHEN 'day' THEN interval '1 day' ELSE interval '1 month' END)::date
    OFFSET 0
  ) m`;

/**
 * Hands over each measurement of the periods, with the place of its period from 1; only so many are in memory at once.
 * Answers false, and stops, where there are too many together.
 */
export async function readCases(
  tx: Tx,
  periods: readonly Period[],
  { atOnce, mostTogether }: { atOnce: number; mostTogether: number },
  take: (row: CaseRow & { place: number }) => void,
): Promise<boolean> {
  if (periods.length === 0) return true;
  await tx.query(CASES, [...columnsOf(periods), MEASURES]);
  let n = 0;
  let rows: (CaseRow & { place: number })[];
  do {
    rows = await tx.query(`FETCH ${atOnce} FROM cases_to_roll_up`);
    n += rows.length;
    if (n <= mostTogether) rows.forEach(take);
  } while (rows.length === atOnce && n <= mostTogether);
  await tx.query('CLOSE cases_to_roll_up');
  return n <= mostTogether;
}

function columnsOf(periods: readonly Period[]): [string[], string[], string[]] {
  return [
    periods.map(({ departmentId }) => departmentId),
    periods.map(({ level }) => level),
    periods.map(({ startsOn }) => startsOn),
  ];
}

/** Key by key: a join would be planned for the empty table that it first sees, and read all of it ever after. */
const ROLLUPS = {
  name: 'rollups-of-periods',
  text: `
  SELECT r.department_id AS "departmentId", r.measure, r.dimension, r.level, r.starts_on::text AS "startsOn", r.counts,
    r.calendar, r.working
  FROM unnest($1::uuid[], $2::text[], $3::date[]) AS p (department_id, level, starts_on)
  CROSS JOIN unnest($4::text[]) AS m (measure) CROSS JOIN unnest($5::text[]) AS d (dimension)
  CROSS JOIN LATERAL (
    SELECT * FROM rollup WHERE department_id = p.department_id AND measure = m.measure AND dimension = d.dimension
      AND level = p.level AND starts_on = p.starts_on LIMIT 1
  ) r`,
};

export function rollupsOf(tx: Tx, periods: readonly Period[]): Promise<RollupRow[]> {
  const values = [...columnsOf(periods), MEASURES, DIMENSIONS];
  return preparedIn<RollupRow & Record<string, unknown>>(tx, ROLLUPS, values);
}

export type RollupKey = Omit<RollupRow, keyof PackedCells>;

export const nameOf = ({ departmentId, level, startsOn, measure, dimension }: RollupKey): string =>
  `${departmentId} ${level} ${startsOn} ${measure} ${dimension}`;

const REMOVE = {
  name: 'remove-rollups',
  text: `
  DELETE FROM rollup r USING unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::date[])
    AS t (department_id, measure, dimension, level, starts_on)
  WHERE r.department_id = t.department_id AND r.measure = t.measure AND r.dimension = t.dimension AND r.level = t.level
    AND r.starts_on = t.starts_on`,
};

const WRITE = {
  name: 'write-rollups',
  text: `
  INSERT INTO rollup (department_id, measure, dimension, level, starts_on, counts, calendar, working)
  SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::date[], $6::bytea[], $7::bytea[], $8::bytea[])
  ON CONFLICT (department_id, measure, dimension, level, starts_on) DO UPDATE
    SET counts = excluded.counts, calendar = excluded.calendar, working = excluded.working`,
};

/** In place of those that were kept until now; what has no cases any more has no row. */
export async function replaceRollups(tx: Tx, kept: readonly RollupKey[], made: readonly RollupRow[]): Promise<void> {
  const names = new Set(made.map(nameOf));
  const gone = kept.filter((row) => !names.has(nameOf(row)));
  if (gone.length > 0) await preparedIn(tx, REMOVE, keysOf(gone));
  if (made.length === 0) return;
  const bytes = [made.map((row) => row.counts), made.map((row) => row.calendar), made.map((row) => row.working)];
  await preparedIn(tx, WRITE, [...keysOf(made), ...bytes]);
}

function keysOf(rows: readonly RollupKey[]): string[][] {
  return [
    rows.map((row) => row.departmentId),
    rows.map((row) => row.measure),
    rows.map((row) => row.dimension),
    rows.map((row) => row.level),
    rows.map((row) => row.startsOn),
  ];
}

/** Every day and month on which anything ended. */
export async function markAllStale(tx: Tx): Promise<void> {
  await tx.query(`
    INSERT INTO stale_rollup (department_id, level, starts_on)
    SELECT DISTINCT department_id, level, CASE level WHEN 'day' THEN ended_on ELSE date_trunc('month', ended_on)::date END
    FROM measurement CROSS JOIN unnest(ARRAY['day', 'month']) AS level
    ON CONFLICT DO NOTHING`);
}

export type KnownPeriod = Period & { isStale: boolean };

/** All days and months on which anything ended, or that have a rollup of a department or of the whole desk. */
export function everyPeriod(tx: Tx): Promise<KnownPeriod[]> {
  return tx.query(`
    SELECT department_id AS "departmentId", level, starts_on::text AS "startsOn", EXISTS (SELECT 1 FROM stale_rollup s
      WHERE s.department_id = p.department_id AND s.level = p.level AND s.starts_on = p.starts_on) AS "isStale"
    FROM (
      SELECT department_id, level, CASE level WHEN 'day' THEN ended_on ELSE date_trunc('month', ended_on)::date END AS starts_on
      FROM measurement CROSS JOIN unnest(ARRAY['day', 'month']) AS level
      UNION SELECT department_id, level, starts_on FROM rollup
    ) p ORDER BY level, starts_on, department_id`);
}
