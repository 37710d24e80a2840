import type { Tx } from '#database/transaction.js';
import { measuredConditions } from '../conversations/measured-conditions.js';
import { type FigureNumbers, NO_NUMBERS, type NumbersByKey, SHARES } from './figure-numbers.js';
import { type FiguresSelection, measuredOf, narrowedBy } from './figures-selection.js';
import { casesSql, GROUP_SQL, groupSqlIn, isInTime } from './group-keys.js';
import { KEY_SQL } from './rollups/dimensions.js';

interface Row extends FigureNumbers {
  isTotal: boolean;
  key: string;
}

const COLUMN = { calendar: 'm.calendar_ms', working: 'm.working_ms' } as const;

/** From every single measurement: total and groups from one reading, so that they always add up. */
export async function exactFigures(tx: Tx, selection: FiguresSelection): Promise<NumbersByKey> {
  const { text, values } = exactFiguresQuery(selection);
  const rows: Row[] = await tx.query(text, values);
  const found = rows.map(({ isTotal, key, ...numbers }) => ({ isTotal, key, numbers }));
  return {
    total: found.find(({ isTotal }) => isTotal)?.numbers ?? NO_NUMBERS,
    groups: new Map(found.flatMap(({ isTotal, key, numbers }) => (isTotal ? [] : [[key, numbers] as const]))),
  };
}

export function exactFiguresQuery(selection: FiguresSelection): { text: string; values: unknown[] } {
  const { groupBy, zone, clock, measure } = selection;
  const { conditions, values, parameter } = conditionsOf(selection);
  const key = zone === null || !isInTime(groupBy) ? GROUP_SQL[groupBy] : groupSqlIn(groupBy, parameter(zone));
  const text = `
  WITH ended AS (
    SELECT ${key} AS key, ${COLUMN[clock]}::float8 AS ms, m.calendar_ms, m.is_within
    FROM measurement m WHERE ${conditions.join(' AND ')}
  )
  SELECT grouping(key) = 1 AS "isTotal", key, ${casesSql(measure, 'calendar_ms')} AS n, count(is_within)::int AS judged,
    (count(*) FILTER (WHERE is_within))::int AS within,
    (count(*) FILTER (WHERE calendar_ms <= 432000000))::int AS "withinFiveDays",
    (count(*) FILTER (WHERE calendar_ms <= 604800000))::int AS "withinSevenDays",
    count(ms)::int AS timed, coalesce(sum(ms), 0) AS "sumMs",
    coalesce(percentile_cont(ARRAY[${SHARES.join(', ')}]) WITHIN GROUP (ORDER BY ms), '{NULL, NULL, NULL, NULL}') AS "percentilesMs"
  FROM ended GROUP BY ${groupBy === 'none' ? 'GROUPING SETS (())' : 'GROUPING SETS ((key), ())'}`;
  return {
    text:
      groupBy === 'none' ? text.replace('grouping(key) = 1 AS "isTotal", key', `true AS "isTotal", '' AS key`) : text,
    values,
  };
}

/** How many there are, as far as it matters: counting stops at the limit. */
export async function countUpTo(tx: Tx, selection: FiguresSelection, limit: number): Promise<number> {
  const { conditions, values } = conditionsOf(selection);
  const [counted]: { n: number }[] = await tx.query(
    `SELECT count(*)::int AS n FROM (SELECT 1 FROM measurement m WHERE ${conditions.join(' AND ')} LIMIT ${limit}) counted`,
    values,
  );
  return counted?.n ?? 0;
}

export function conditionsOf(selection: FiguresSelection) {
  const values: unknown[] = [selection.departmentIds];
  const parameter = (value: unknown) => `$${values.push(value)}`;
  const conditions = ['m.department_id = ANY($1::uuid[])', ...measuredConditions(measuredOf(selection), parameter)];
  // Who and in which register are asked of the measurement itself, above.
  for (const [dimension, key] of narrowedBy(selection))
    if (dimension !== 'officer' && dimension !== 'register')
      conditions.push(`${KEY_SQL[dimension]} = ${parameter(key)}`);
  return { conditions, values, parameter };
}
