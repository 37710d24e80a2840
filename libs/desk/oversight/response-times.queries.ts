import type { DataSource } from 'typeorm';
import type { ResponseTimesQuery } from '#contracts/oversight.http.js';
import { type PreparedQuery, prepared } from '#platform/database/prepared.js';
import { startOfDaySql } from './local-day.js';

export interface Range {
  /** Null: without that bound. */
  answeredFrom: Date | null;
  answeredTo: Date | null;
}

const RANGE: PreparedQuery = {
  name: 'response-times-range',
  text: `
  SELECT ${startOfDaySql('$1::date', '$3::text')} AS "answeredFrom", ${startOfDaySql('($2::date + 1)', '$3::text')} AS "answeredTo"`,
};

/** The instants between which the local dates lie, both inclusive. */
export async function answeredRange(
  dataSource: DataSource,
  { from, to, timeZone }: ResponseTimesQuery,
): Promise<Range> {
  const [range] = await prepared<Range>(dataSource, RANGE, [from ?? null, to ?? null, timeZone]);
  return range ?? { answeredFrom: null, answeredTo: null };
}

export interface ResponseTimeRecord {
  isTotal: boolean;
  key: string | null;
  labelEn: string | null;
  labelZh: string | null;
  n: number;
  medianSeconds: number | null;
  p90Seconds: number | null;
  meanSeconds: number | null;
  withinSevenDays: number;
  /** Of a day's group only. */
  dayFrom: Date | null;
  dayTo: Date | null;
}

interface Grouping {
  /** Over a conversation `c`; $4 is the zone. */
  by: string;
  /** Over a finished group `g` with its key. */
  join: string;
  key: string;
  labels: string;
  order: string;
  day: string;
}

const NO_DAY = `NULL::timestamptz AS "dayFrom", NULL::timestamptz AS "dayTo"`;

const GROUPINGS: Record<ResponseTimesQuery['groupBy'], Grouping> = {
  day: {
    by: '(c.first_answered_at AT TIME ZONE $4::text)::date',
    join: '',
    key: 'g.key::text',
    labels: 'NULL AS "labelEn", NULL AS "labelZh"',
    order: 'g.key',
    day: `${startOfDaySql('g.key', '$4::text')} AS "dayFrom", ${startOfDaySql('(g.key + 1)', '$4::text')} AS "dayTo"`,
  },
  department: {
    by: 'c.department_id',
    join: 'LEFT JOIN department x ON x.id = g.key',
    key: 'x.slug',
    labels: 'x.name_en AS "labelEn", x.name_zh AS "labelZh"',
    order: 'g.n DESC, x.slug',
    day: NO_DAY,
  },
  channel: {
    by: 'c.channel_id',
    join: 'LEFT JOIN channel x ON x.id = g.key',
    key: 'x.slug',
    labels: 'x.name AS "labelEn", x.name AS "labelZh"',
    order: 'g.n DESC, x.slug',
    day: NO_DAY,
  },
};

/** Total and groups from one reading of the rows, so that they always add up. $1 departments, $2 from, $3 to, $4 zone. */
export function responseTimesQuery(groupBy: ResponseTimesQuery['groupBy']): PreparedQuery {
  const grouping = GROUPINGS[groupBy];
  return {
    name: `response-times-${groupBy}`,
    text: `
  WITH answered AS (
    SELECT ${grouping.by} AS key, extract(epoch FROM c.first_answered_at - c.opened_at)::float8 AS seconds,
      c.first_answered_at <= c.opened_at + interval '168 hours' AS is_within
    FROM conversation c
    WHERE c.department_id = ANY($1::uuid[]) AND c.first_answered_at IS NOT NULL
      AND c.first_answered_at >= $2::timestamptz AND c.first_answered_at < $3::timestamptz AND $4::text IS NOT NULL
  ), g AS (
    SELECT grouping(key) = 1 AS is_total, key, count(*)::int AS n, avg(seconds) AS mean,
      percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY seconds) AS percentiles,
      (count(*) FILTER (WHERE is_within))::int AS within
    FROM answered GROUP BY GROUPING SETS ((key), ())
  )
  SELECT g.is_total AS "isTotal", ${grouping.key} AS key, ${grouping.labels}, g.n,
    g.percentiles[1] AS "medianSeconds", g.percentiles[2] AS "p90Seconds", g.mean AS "meanSeconds",
    g.within AS "withinSevenDays", ${grouping.day}
  FROM g ${grouping.join} ORDER BY g.is_total DESC, ${grouping.order}`,
  };
}

export function responseTimes(
  dataSource: DataSource,
  query: Range & { departmentIds: readonly string[]; groupBy: ResponseTimesQuery['groupBy']; timeZone: string },
): Promise<ResponseTimeRecord[]> {
  return prepared<ResponseTimeRecord>(dataSource, responseTimesQuery(query.groupBy), [
    query.departmentIds,
    query.answeredFrom ?? '-infinity',
    query.answeredTo ?? 'infinity',
    query.timeZone,
  ]);
}
