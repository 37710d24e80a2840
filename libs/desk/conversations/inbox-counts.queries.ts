import type { DataSource } from 'typeorm';
import { COUNT_LIMIT } from '#contracts/inbox.http.js';
import { type PreparedQuery, prepared } from '#platform/database/prepared.js';
import { AWAKE, NOT_MERGED, VIEW_CONDITIONS } from './inbox-conditions.js';
import { IS_OPEN_REPORT } from './open-reports.js';

export interface CountsRecord {
  queue: number;
  unassigned: number;
  overdue: number;
  snoozed: number;
  all: number;
  held: number;
  appeals: number;
  /** By officer. */
  mine: Record<string, number> | null;
  lettersInReview: Record<string, number> | null;
}

const countOf = (...conditions: string[]) => `
  (SELECT count(*)::int FROM (
    SELECT 1 FROM conversation c WHERE c.department_id = ANY($1::uuid[]) AND ${conditions.join(' AND ')} LIMIT ${COUNT_LIMIT}
  ) counted)`;

/**
 * All counts of everybody who reads the same departments, in one round trip; each stops at COUNT_LIMIT. $2: the officers
 * who ask; $4 and $5: departments to moderate and to review for.
 */
export const INBOX_COUNTS: PreparedQuery = {
  name: 'inbox-counts',
  text: `
  SELECT ${countOf(VIEW_CONDITIONS.queue, AWAKE)} AS queue, ${countOf(VIEW_CONDITIONS.unassigned, AWAKE)} AS unassigned,
    ${countOf(VIEW_CONDITIONS.overdue, AWAKE)} AS overdue, ${countOf(VIEW_CONDITIONS.snoozed)} AS snoozed,
    ${countOf(VIEW_CONDITIONS.all, NOT_MERGED)} AS all,
    (SELECT jsonb_object_agg(who.id, (SELECT count(*) FROM (
      SELECT 1 FROM conversation c WHERE c.department_id = ANY($1::uuid[]) AND c.officer_id = who.id
        AND c.status = 'assigned' AND ${AWAKE} LIMIT ${COUNT_LIMIT}
    ) counted)) FROM unnest($2::uuid[]) AS who (id)) AS mine,
    (SELECT count(*)::int FROM (
      SELECT 1 FROM message m JOIN conversation c ON c.id = m.conversation_id
      WHERE m.state = 'held' AND c.department_id = ANY($4::uuid[])
      UNION ALL
      SELECT 1 FROM hide_proposal p JOIN conversation c ON c.id = p.conversation_id
      WHERE p.outcome IS NULL AND c.department_id = ANY($4::uuid[])
      UNION ALL
      SELECT 1 FROM (SELECT DISTINCT r.message_id FROM reader_report r JOIN message m ON m.id = r.message_id
        JOIN conversation c ON c.id = m.conversation_id WHERE c.department_id = ANY($4::uuid[]) AND ${IS_OPEN_REPORT}) reported
      LIMIT ${COUNT_LIMIT}
    ) counted) AS held,
    (SELECT count(*)::int FROM (
      SELECT 1 FROM appeal a JOIN message m ON m.id = a.message_id JOIN conversation home ON home.id = m.conversation_id
      JOIN conversation c ON c.id = coalesce(home.merged_into_id, home.id)
      WHERE a.status = 'open' AND c.department_id = ANY($4::uuid[]) LIMIT ${COUNT_LIMIT}
    ) counted) AS appeals,
    (SELECT jsonb_object_agg(who.id, (SELECT count(*) FROM (
      SELECT 1 FROM letter l WHERE l.status = 'in-review' AND l.department_id = ANY($5::uuid[])
        AND NOT (who.id = ANY(l.writer_ids)) LIMIT ${COUNT_LIMIT}
    ) counted)) FROM unnest($2::uuid[]) AS who (id)) AS "lettersInReview"`,
};

export interface CountsScope {
  departmentIds: readonly string[];
  moderatedIds: readonly string[];
  reviewedIds: readonly string[];
}

export async function inboxCounts(
  dataSource: DataSource,
  scope: CountsScope,
  { officerIds, now }: { officerIds: readonly string[]; now: Date },
): Promise<CountsRecord> {
  const { departmentIds, moderatedIds, reviewedIds } = scope;
  const values = [departmentIds, officerIds, now, moderatedIds, reviewedIds];
  const [counts] = await prepared<CountsRecord>(dataSource, INBOX_COUNTS, values);
  if (!counts) throw new Error('counting answered nothing');
  return counts;
}
