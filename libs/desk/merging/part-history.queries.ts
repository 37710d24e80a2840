import type { Conversation } from '#database/entities/conversation.entity.js';
import type { Tx } from '#database/transaction.js';
import { type KeptWork, type PartHistory, partWork, type Work, workKept } from '#domain/merging/work.js';
import { SHARED_SPANS } from '../conversations/merged-parts.js';

/**
 * Answers to $1 and closings since $2: its own, and those of the conversations in which it was carried on. An answer that
 * was written before $1 was merged there has read nothing of it.
 */
const ENDINGS = `
  WITH span AS (
    SELECT $1::uuid AS id, $2::timestamptz AS from_at, 'infinity'::timestamptz AS until_at UNION ALL ${SHARED_SPANS}
  ), ending AS (
    SELECT r.conversation_id, r.sent_at AS at, coalesce(r.pressed_at, r.sent_at) AS read_until, r.kind FROM reply r
    WHERE r.conversation_id IN (SELECT id FROM span) AND r.state = 'sent' AND r.kind <> 'holding'
    UNION ALL
    SELECT l.conversation_id, l.published_at, coalesce((
      SELECT max(v.submitted_at) FROM letter_version v WHERE v.letter_id = l.id AND v.published_at IS NOT NULL
    ), l.published_at), 'answer' FROM letter l
    WHERE l.conversation_id IN (SELECT id FROM span) AND l.status = 'published'
    UNION ALL
    SELECT e.conversation_id, e.at, e.at, 'close' FROM conversation_event e
    WHERE e.conversation_id IN (SELECT id FROM span) AND e.type = 'conversation.closed'
  )
  SELECT DISTINCT ending.at, ending.read_until AS "readUntil", ending.kind FROM span JOIN ending
    ON ending.conversation_id = span.id AND ending.at >= greatest(span.from_at, $2) AND ending.at < span.until_at
    AND (span.id = $1 OR ending.read_until >= span.from_at)
  ORDER BY ending.at`;

const CLEARED = `
  SELECT m.posted_at AS "postedAt", m.received_at AS "receivedAt", m.body FROM message m
  WHERE m.conversation_id = ANY($1::uuid[]) AND m.state IN ('visible', 'redacted', 'hidden')`;

export interface Part {
  conversationId: string;
  /** Those that were merged into it before; their messages are its own. */
  withIds: readonly string[];
  kept: KeptWork;
}

/** What is to be done in this part of a merged conversation now. */
export async function workOfPart(tx: Tx, { conversationId, withIds, kept }: Part): Promise<Work> {
  const work = workKept(kept);
  const endings: PartHistory['endings'] = await tx.query(ENDINGS, [conversationId, kept.at]);
  // A letter that was submitted before has not read what came between: where somebody waited, that may be why.
  const since = [kept.at, ...(work.waitingSince ? endings.map(({ readUntil }) => readUntil) : [])];
  const messages: PartHistory['messages'] = await tx.query(
    `${CLEARED} AND m.received_at > (SELECT min(at) FROM unnest($2::timestamptz[]) AS at) ORDER BY m.received_at, m.id`,
    [[conversationId, ...withIds], since],
  );
  return partWork({ work, endings, messages });
}

export function endingsSince(tx: Tx, conversationId: string, since: Date): Promise<PartHistory['endings']> {
  return tx.query(ENDINGS, [conversationId, since]);
}

/** What officers can see of what citizens wrote, in the order in which it came. */
export function clearedMessages(
  tx: Tx,
  conversationIds: readonly string[],
): Promise<{ postedAt: Date; receivedAt: Date; body: string }[]> {
  return tx.query(`${CLEARED} ORDER BY m.received_at, m.id`, [conversationIds]);
}

export function workOf(conversation: Conversation): Work {
  const { status, officerId, waitingSince, askedAt, firstAnsweredAt, priority } = conversation;
  return { status, officerId, waitingSince, askedAt, firstAnsweredAt, priority };
}
