import type { DataSource } from 'typeorm';
import type { Decision } from '#domain/moderation/decision.lifecycle.js';
import type { ModerationState } from '#domain/moderation/visibility.js';
import { prepared } from '#platform/database/prepared.js';

interface About {
  citizenId: string;
  departmentIds: readonly string[];
}

export interface AuthorCounts {
  posts: number;
  shown: number;
  refused: number;
  redacted: number;
  waiting: number;
  reportsUpheld: number;
}

export const AUTHOR_COUNTS = {
  name: 'author-counts',
  text: `
  SELECT count(*)::int AS posts, count(*) FILTER (WHERE m.state = 'visible')::int AS shown,
    count(*) FILTER (WHERE m.state IN ('hidden', 'rejected'))::int AS refused, count(*) FILTER (WHERE m.state = 'redacted')::int AS redacted,
    count(*) FILTER (WHERE m.state IN ('held', 'screening'))::int AS waiting,
    count(*) FILTER (WHERE EXISTS (SELECT 1 FROM reader_report r WHERE r.message_id = m.id AND r.outcome = 'upheld'))::int AS "reportsUpheld"
  FROM message m JOIN conversation c ON c.id = m.conversation_id
  WHERE m.citizen_id = $1 AND c.department_id = ANY($2::uuid[])`,
};

export async function authorCounts(dataSource: DataSource, { citizenId, departmentIds }: About): Promise<AuthorCounts> {
  const [row] = await prepared<AuthorCounts>(dataSource, AUTHOR_COUNTS, [citizenId, departmentIds]);
  if (!row) throw new Error('counting answered nothing');
  return row;
}

export interface AuthorDecisionRow {
  conversationId: string;
  reference: string;
  decision: Decision;
  reason: string;
  state: ModerationState;
  at: Date;
}

export const AUTHOR_DECISIONS = {
  name: 'author-decisions',
  text: `
  SELECT c.id AS "conversationId", c.reference, x.decision, x.reason, m.state, x.decided_at AS at
  FROM moderation_decision x JOIN message m ON m.id = x.message_id JOIN conversation c ON c.id = m.conversation_id
  WHERE m.citizen_id = $1 AND c.department_id = ANY($2::uuid[]) AND x.decided_by IS NOT NULL
  ORDER BY x.decided_at DESC, x.id DESC LIMIT 5`,
};

export function decisionsOnAuthor(
  dataSource: DataSource,
  { citizenId, departmentIds }: About,
): Promise<AuthorDecisionRow[]> {
  return prepared<AuthorDecisionRow>(dataSource, AUTHOR_DECISIONS, [citizenId, departmentIds]);
}
