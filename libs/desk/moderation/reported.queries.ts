import type { DataSource } from 'typeorm';
import type { ModerationCounts } from '#contracts/moderators.http.js';
import type { ModerationState } from '#domain/moderation/visibility.js';
import { prepared } from '#platform/database/prepared.js';
import { IS_OPEN_REPORT } from '../conversations/open-reports.js';
import { IS_ALARM, screenedColumns } from '../conversations/screened-message.js';
import type { HeldRow } from './moderation.queries.js';

export interface ReportedRow extends HeldRow {
  state: ModerationState;
  reports: unknown;
}

/** More reported messages than anybody decides in a day are not put in order at once. */
export const REPORTED_LIMIT = 500;

/**
 * Messages with open reports, each with all of them and the standing of who sent them in the department of the message.
 * Which is the most urgent is the rule's to say.
 */
export const REPORTED_MESSAGES = {
  name: 'reported-messages',
  text: `
  WITH reported AS (
    SELECT r.message_id, jsonb_agg(jsonb_build_object('id', r.id, 'reason', r.reason, 'words', r.words, 'receivedAt', r.received_at,
      'reporterId', r.reporter_id, 'upheld', s.upheld, 'dismissed', s.dismissed) ORDER BY r.received_at, r.id) AS reports
    FROM reader_report r
    JOIN message m ON m.id = r.message_id
    JOIN conversation c ON c.id = m.conversation_id
    LEFT JOIN LATERAL (
      SELECT count(*) FILTER (WHERE x.outcome = 'upheld')::int AS upheld, count(*) FILTER (WHERE x.outcome = 'dismissed')::int AS dismissed
      FROM reader_report x JOIN message xm ON xm.id = x.message_id JOIN conversation xc ON xc.id = xm.conversation_id
      WHERE x.reporter_id = r.reporter_id AND xc.department_id = c.department_id
    ) s ON true
    WHERE c.department_id = ANY($1::uuid[]) AND ${IS_OPEN_REPORT}
    GROUP BY r.message_id ORDER BY bool_or(r.reason = 'danger') DESC, min(r.received_at) LIMIT ${REPORTED_LIMIT}
  )
  SELECT m.id AS "messageId", c.id AS "conversationId", c.version AS "conversationVersion", c.reference,
    d.id AS "departmentId", d.slug AS "departmentSlug", d.name_en AS "departmentNameEn", d.name_zh AS "departmentNameZh",
    coalesce(s.author_name, m.author_name) AS "citizenName", CASE WHEN s.message_id IS NULL THEN m.title ELSE s.title END AS title,
    coalesce(s.body, m.body) AS body, m.received_at AS "receivedAt", s.message_id IS NOT NULL AS "isSealed", m.state,
    m.title AS "shownTitle", m.body AS "shownBody", m.author_name AS "shownName",
    (SELECT count(*)::int FROM moderation_decision x WHERE x.message_id = m.id) AS version,
    (SELECT x.spans FROM moderation_decision x WHERE x.message_id = m.id AND x.decision = 'redact' ORDER BY x.decided_at DESC LIMIT 1) AS spans,
    coalesce(m.screening -> 'findings', (SELECT findings FROM moderation_decision x WHERE x.message_id = m.id AND x.decision = 'hold' AND x.decided_by IS NULL ORDER BY x.decided_at DESC LIMIT 1)) AS findings,
    ${screenedColumns('c.department_id')}, ${IS_ALARM} AS "isAlarm", reported.reports
  FROM reported
  JOIN message m ON m.id = reported.message_id
  JOIN conversation c ON c.id = m.conversation_id
  JOIN department d ON d.id = c.department_id
  LEFT JOIN sealed_original s ON s.message_id = m.id`,
};

export function reportedMessages(dataSource: DataSource, departmentIds: readonly string[]): Promise<ReportedRow[]> {
  return prepared<ReportedRow>(dataSource, REPORTED_MESSAGES, [departmentIds]);
}

export const MODERATION_COUNTS = {
  name: 'moderation-counts',
  text: `
  SELECT (SELECT count(*)::int FROM message m JOIN conversation c ON c.id = m.conversation_id
      WHERE m.state = 'held' AND c.department_id = ANY($1::uuid[]))
    + (SELECT count(*)::int FROM hide_proposal p JOIN conversation c ON c.id = p.conversation_id
      WHERE p.outcome IS NULL AND c.department_id = ANY($1::uuid[])) AS held,
    (SELECT count(DISTINCT r.message_id)::int FROM reader_report r JOIN message m ON m.id = r.message_id
      JOIN conversation c ON c.id = m.conversation_id WHERE c.department_id = ANY($1::uuid[]) AND ${IS_OPEN_REPORT}) AS reported,
    (SELECT count(*)::int FROM appeal a JOIN message m ON m.id = a.message_id JOIN conversation home ON home.id = m.conversation_id
      JOIN conversation c ON c.id = coalesce(home.merged_into_id, home.id) WHERE a.status = 'open' AND c.department_id = ANY($1::uuid[])) AS appeals`,
};

export async function moderationCounts(
  dataSource: DataSource,
  departmentIds: readonly string[],
): Promise<ModerationCounts> {
  const [row] = await prepared<ModerationCounts>(dataSource, MODERATION_COUNTS, [departmentIds]);
  return row ?? { held: 0, reported: 0, appeals: 0 };
}
