/** A screen of oversight, and what a hand-written query over the raw rows groups by for the same numbers. */
export interface Screen {
  what: string;
  query: Record<string, string>;
  floorKey: string;
  /** What else the hand-written query asks. */
  floorWhere?: string;
}

const LOCAL = `c.first_answered_at AT TIME ZONE 'Asia/Shanghai'`;

/** Local dates so many days ago. */
function daysAgo(days: number): string {
  return new Date(Date.now() - days * 24 * 3_600_000).toISOString().slice(0, 10);
}

export function screens(): Screen[] {
  const year = { from: daysAgo(365), to: daysAgo(1) };
  return [
    { what: 'cards, three years', query: { groupBy: 'none' }, floorKey: `''` },
    { what: 'by department, three years', query: { groupBy: 'department' }, floorKey: 'c.department_id::text' },
    { what: 'by department, a year', query: { groupBy: 'department', ...year }, floorKey: 'c.department_id::text' },
    { what: 'by month, three years', query: { groupBy: 'month' }, floorKey: `to_char(${LOCAL}, 'YYYY-MM')` },
    { what: 'by day, a year', query: { groupBy: 'day', ...year }, floorKey: `(${LOCAL})::date::text` },
    {
      what: 'heat map, three years',
      query: { groupBy: 'weekday-hour' },
      floorKey: `extract(isodow FROM ${LOCAL})::int || '-' || extract(hour FROM ${LOCAL})::int`,
    },
    { what: 'by officer, a year', query: { groupBy: 'officer', ...year }, floorKey: 'c.officer_id::text' },
    {
      what: 'two filters, by month, three years',
      query: { groupBy: 'month', priority: 'normal', language: 'zh' },
      floorKey: `to_char(${LOCAL}, 'YYYY-MM')`,
      floorWhere: `c.priority = 'normal'`,
    },
    {
      what: 'by channel, 90 days',
      query: { groupBy: 'channel', from: daysAgo(90), to: daysAgo(1) },
      floorKey: 'c.channel_id::text',
    },
  ];
}

/** The medians and the rest of a screen from every single row: what one would write without rollups. $1 and $2 are dates. */
export function floorQuery({ what, floorKey, floorWhere = 'true' }: Screen): { name: string; text: string } {
  return {
    name: `floor ${what}`,
    text: `
    WITH answered AS (
      SELECT ${floorKey} AS key, extract(epoch FROM c.first_answered_at - c.opened_at)::float8 AS seconds FROM conversation c
      WHERE c.first_answered_at IS NOT NULL AND c.first_answered_at >= $1::date::timestamp AT TIME ZONE 'Asia/Shanghai'
        AND c.first_answered_at < ($2::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
        AND ${floorWhere}
    )
    SELECT grouping(key) = 1 AS "isTotal", key, count(*)::int AS n, avg(seconds) AS mean,
      percentile_cont(ARRAY[0.5, 0.75, 0.9, 0.95]) WITHIN GROUP (ORDER BY seconds) AS percentiles
    FROM answered GROUP BY GROUPING SETS ((key), ())`,
  };
}
