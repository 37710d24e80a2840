import type { Conversation } from '#database/entities/conversation.entity.js';
import type { Tx } from '#database/transaction.js';
import type { Mergeable } from '#domain/merging/mergeable.js';
import type { ModerationState, Visibility } from '#domain/moderation/visibility.js';

interface Standing {
  id: string;
  visibility: Visibility;
  state: ModerationState;
  hasUnpublishedLetter: boolean;
  parts: number;
}

const STANDING = `
  SELECT c.id, o.visibility, o.state,
    EXISTS (SELECT 1 FROM letter l WHERE l.conversation_id = c.id AND l.status <> 'published') AS "hasUnpublishedLetter",
    (SELECT count(*)::int FROM conversation part WHERE part.merged_into_id = c.id) AS parts
  FROM conversation c
  JOIN LATERAL (
    SELECT m.visibility, m.state FROM message m WHERE m.conversation_id = c.id ORDER BY m.received_at, m.id LIMIT 1
  ) o ON true
  WHERE c.id = ANY($1::uuid[])`;

/** What the rules ask about locked conversations, in their order. */
export async function mergeables(tx: Tx, conversations: readonly Conversation[]): Promise<Mergeable[]> {
  const rows: Standing[] = await tx.query(STANDING, [conversations.map(({ id }) => id)]);
  return conversations.map(({ id, departmentId, status, splitFromId }) => {
    const row = rows.find((standing) => standing.id === id);
    if (!row) throw new Error(`conversation ${id} has no message`);
    const { hasUnpublishedLetter, parts, visibility, state } = row;
    return { id, departmentId, status, splitFromId, hasUnpublishedLetter, parts, opening: { visibility, state } };
  });
}
