import type { DataSource } from 'typeorm';
import { PRESENCE_SECONDS } from '#contracts/realtime.js';
import { type PreparedQuery, prepared } from '#platform/database/prepared.js';
import { startOfDaySql } from './local-day.js';

export interface LiveRecord {
  id: string;
  slug: string;
  nameEn: string;
  nameZh: string;
  waiting: number;
  longestWaitingSince: Date | null;
  overdue: number;
  unassigned: number;
  answeredToday: number;
  medianSecondsToday: number | null;
  officersPresent: number;
}

const TODAY: PreparedQuery = {
  name: 'oversight-today',
  text: `SELECT ${startOfDaySql('($1::timestamptz AT TIME ZONE $2::text)::date', '$2::text')} AS at`,
};

/** When today began in the zone. */
export async function startOfToday(dataSource: DataSource, now: Date, timeZone: string): Promise<Date> {
  const [today] = await prepared<{ at: Date }>(dataSource, TODAY, [now, timeZone]);
  if (!today) throw new Error('there is no today');
  return today.at;
}

const PRESENT = `o.is_active AND o.is_available AND o.seen_at > $2::timestamptz - make_interval(secs => ${PRESENCE_SECONDS})`;

/**
 * Each condition is the one of the inbox view that its number opens. $1 departments, $2 now, $3 start of today. Each
 * figure reads its own index, never the whole history.
 */
export const LIVE_FIGURES: PreparedQuery = {
  name: 'oversight-live',
  text: `
  WITH waiting AS (
    SELECT department_id, count(*)::int AS n, min(waiting_since) AS since FROM conversation
    WHERE department_id = ANY($1::uuid[]) AND waiting_since IS NOT NULL GROUP BY department_id
  ), open AS (
    SELECT department_id, (count(*) FILTER (WHERE answer_due_at < $2))::int AS overdue,
      (count(*) FILTER (WHERE status = 'queued'))::int AS unassigned
    FROM conversation WHERE department_id = ANY($1::uuid[]) AND status IN ('queued', 'assigned') AND snoozed_until IS NULL
    GROUP BY department_id
  ), answered AS (
    SELECT department_id, count(*)::int AS n,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM first_answered_at - opened_at)::float8) AS median
    FROM conversation
    WHERE department_id = ANY($1::uuid[]) AND first_answered_at IS NOT NULL AND first_answered_at >= $3
    GROUP BY department_id
  ), present AS (
    SELECT g.department_id, count(*)::int AS n FROM role_grant g JOIN officer o ON o.id = g.officer_id
    WHERE g.role = 'officer' AND g.department_id = ANY($1::uuid[]) AND ${PRESENT} GROUP BY g.department_id
  )
  SELECT d.id, d.slug, d.name_en AS "nameEn", d.name_zh AS "nameZh",
    coalesce(waiting.n, 0) AS waiting, waiting.since AS "longestWaitingSince", coalesce(open.overdue, 0) AS overdue,
    coalesce(open.unassigned, 0) AS unassigned, coalesce(answered.n, 0) AS "answeredToday",
    answered.median AS "medianSecondsToday",
    coalesce(present.n, 0) AS "officersPresent"
  FROM department d
  LEFT JOIN waiting ON waiting.department_id = d.id
  LEFT JOIN open ON open.department_id = d.id
  LEFT JOIN answered ON answered.department_id = d.id
  LEFT JOIN present ON present.department_id = d.id
  WHERE d.id = ANY($1::uuid[]) ORDER BY d.slug`,
};

export function liveFigures(
  dataSource: DataSource,
  { departmentIds, now, todayFrom }: { departmentIds: readonly string[]; now: Date; todayFrom: Date },
): Promise<LiveRecord[]> {
  return prepared<LiveRecord>(dataSource, LIVE_FIGURES, [departmentIds, now, todayFrom]);
}

const MEDIAN_TODAY: PreparedQuery = {
  name: 'oversight-median-today',
  text: `
  SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM first_answered_at - opened_at)::float8) AS median
  FROM conversation
  WHERE department_id = ANY($1::uuid[]) AND first_answered_at IS NOT NULL AND first_answered_at >= $2`,
};

/** In seconds, of all departments together; null where nothing was answered yet. */
export async function medianToday(
  dataSource: DataSource,
  { departmentIds, todayFrom }: { departmentIds: readonly string[]; todayFrom: Date },
): Promise<number | null> {
  const [found] = await prepared<{ median: number | null }>(dataSource, MEDIAN_TODAY, [departmentIds, todayFrom]);
  return found?.median ?? null;
}

const OFFICERS_PRESENT: PreparedQuery = {
  name: 'oversight-officers-present',
  text: `
  SELECT count(DISTINCT o.id)::int AS n FROM role_grant g JOIN officer o ON o.id = g.officer_id
  WHERE g.role = 'officer' AND g.department_id = ANY($1::uuid[]) AND ${PRESENT}`,
};

/** Each officer once, in however many of the departments. */
export async function officersPresent(
  dataSource: DataSource,
  departmentIds: readonly string[],
  now: Date,
): Promise<number> {
  const [counted] = await prepared<{ n: number }>(dataSource, OFFICERS_PRESENT, [departmentIds, now]);
  return counted?.n ?? 0;
}
