import type { DataSource } from 'typeorm';
import type { PUBLIC_APPEALS } from '#contracts/transparency.http.js';
import type { Decision } from '#domain/moderation/decision.lifecycle.js';

type PublicAppeal = (typeof PUBLIC_APPEALS)[number];

/** Days of UTC, the second one not included. */
export interface Days {
  from: string;
  until: string;
}

const IN_DAYS = (at: string) =>
  `${at} >= $1::date::timestamp AT TIME ZONE 'UTC' AND ${at} < $2::date::timestamp AT TIME ZONE 'UTC'`;

export const RECEIVED_IN = `
  SELECT e.department_id AS "departmentId", count(*)::int AS received FROM conversation_event e
  WHERE ${IN_DAYS('e.at')} AND e.type = 'message.received' GROUP BY 1`;

export interface DecidedRow {
  /** Null for the whole desk. */
  departmentId: string | null;
  held: number;
  heldByScreening: number;
  decidedN: number;
  medianSeconds: number | null;
}

/** Of each department, and of all in the row without one. */
export const DECIDED_IN = `
  SELECT x.department_id AS "departmentId", count(*) FILTER (WHERE x.decision = 'hold')::int AS held,
    count(*) FILTER (WHERE x.decision = 'hold' AND x.decided_by IS NULL)::int AS "heldByScreening",
    count(x.held_since)::int AS "decidedN",
    percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM x.decided_at - x.held_since)::float8)
      FILTER (WHERE x.held_since IS NOT NULL) AS "medianSeconds"
  FROM moderation_decision x WHERE x.logged_on >= $1::date AND x.logged_on < $2::date
  GROUP BY GROUPING SETS ((x.department_id), ())`;

export interface RefusedRow {
  departmentId: string;
  /** Null where the reason is not made public. */
  wordingEn: string | null;
  wordingZh: string | null;
  n: number;
}

/** By the reason as it was public then, in its newest words. */
export const REFUSED_IN = `
  SELECT counted.department_id AS "departmentId", newest.wording_en AS "wordingEn", newest.wording_zh AS "wordingZh",
    sum(counted.n)::int AS n
  FROM (
    SELECT x.department_id, x.reason, x.reason_version, count(*) AS n FROM moderation_decision x
    WHERE x.logged_on >= $1::date AND x.logged_on < $2::date AND x.decision IN ('redact', 'hide', 'reject')
    GROUP BY 1, 2, 3
  ) counted
  JOIN moderation_reason r ON r.code = counted.reason AND r.version = counted.reason_version
  LEFT JOIN LATERAL (
    SELECT last.wording_en, last.wording_zh FROM moderation_reason last WHERE r.is_public AND last.code = r.code
    ORDER BY last.version DESC LIMIT 1
  ) newest ON true
  GROUP BY 1, 2, 3 ORDER BY n DESC, 2`;

export interface AppealsRow {
  departmentId: string;
  standing: PublicAppeal;
  n: number;
}

/** How an appeal stood when the last day was over. $2: its end. */
const STANDING = `CASE WHEN a.decided_at < $2::date::timestamp AT TIME ZONE 'UTC' THEN a.status ELSE 'undecided' END`;

export const APPEALED_IN = `
  SELECT x.department_id AS "departmentId", ${STANDING.replaceAll('$2', '$3')} AS standing, count(*)::int AS n
  FROM appeal a JOIN moderation_decision x ON x.id = a.decision_id WHERE ${IN_DAYS('a.lodged_at')} GROUP BY 1, 2`;

export interface LogRow {
  date: string;
  logKey: string;
  departmentId: string;
  decision: Decision;
  isAutomated: boolean;
  wordingEn: string | null;
  wordingZh: string | null;
  appeal: PublicAppeal | null;
}

/** $3: the end of the last day that is over; $4, $5: where the page before ended. */
export const LOGGED_IN = `
  SELECT x.logged_on::text AS date, x.log_key AS "logKey", x.department_id AS "departmentId", x.decision,
    x.decided_by IS NULL AS "isAutomated", r.wording_en AS "wordingEn", r.wording_zh AS "wordingZh",
    CASE WHEN a.lodged_at < $3::date::timestamp AT TIME ZONE 'UTC' THEN ${STANDING.replaceAll('$2', '$3')} END AS appeal
  FROM moderation_decision x
  LEFT JOIN moderation_reason r ON r.code = x.reason AND r.version = x.reason_version AND r.is_public
  LEFT JOIN appeal a ON a.decision_id = x.id
  WHERE x.logged_on >= $1::date AND x.logged_on < $2::date
    AND ($4::date IS NULL OR x.logged_on <= $4 AND (x.logged_on < $4 OR x.log_key > $5::uuid))
  ORDER BY x.logged_on DESC, x.log_key LIMIT $6`;

export interface MonthRows {
  received: { departmentId: string; received: number }[];
  decided: DecidedRow[];
  refused: RefusedRow[];
  appealed: AppealsRow[];
}

/** `now`: the end of the last day that is over, up to which appeals are told of. */
export async function monthRows(dataSource: DataSource, { from, until }: Days, now: string): Promise<MonthRows> {
  const [received, decided, refused, appealed] = await Promise.all([
    dataSource.query(RECEIVED_IN, [from, until]),
    dataSource.query(DECIDED_IN, [from, until]),
    dataSource.query(REFUSED_IN, [from, until]),
    dataSource.query(APPEALED_IN, [from, until, now]),
  ]);
  return { received, decided, refused, appealed };
}

export interface LogPage extends Days {
  now: string;
  after: { date: string; key: string } | null;
  limit: number;
}

export function logged(dataSource: DataSource, { from, until, now, after, limit }: LogPage): Promise<LogRow[]> {
  return dataSource.query(LOGGED_IN, [from, until, now, after?.date ?? null, after?.key ?? null, limit]);
}

/** Null where nothing was decided yet. */
export async function firstLoggedMonth(dataSource: DataSource): Promise<string | null> {
  const [row]: { month: string | null }[] = await dataSource.query(
    `SELECT to_char(min(logged_on), 'YYYY-MM') AS month FROM moderation_decision`,
  );
  return row?.month ?? null;
}
