import type { Conversation } from '#database/entities/conversation.entity.js';
import type { Tx } from '#database/transaction.js';
import { Refusal } from '#domain/refusal.js';
import { lockConversations } from './write-conversations.js';

/** The conversation $1 and those that are carried on in it. */
export const PARTS = 'ANY(ARRAY(SELECT part.id FROM conversation part WHERE part.merged_into_id = $1) || $1::uuid)';

/**
 * The times during which answers in another conversation were answers to $1 too: `id`, `from_at`, `until_at`. A merge
 * that was taken back does not take back what was said in it.
 */
export const SHARED_SPANS = `
  SELECT g.into_id AS id, g.from_at, coalesce(g.until_at, 'infinity') AS until_at
  FROM conversation_merge g WHERE g.conversation_id = $1`;

/** Replies that are answers to $1: its own, its parts', and those that it shared. */
export const REPLIES_TO = `(
    SELECT own.id FROM reply own WHERE own.conversation_id = ${PARTS}
    UNION ALL
    SELECT shared.id FROM (${SHARED_SPANS}) span JOIN reply shared
      ON shared.conversation_id = span.id AND shared.sent_at >= span.from_at AND shared.sent_at < span.until_at
  )`;

/** Letters to $1, in the same sense; one that is being written belongs to its own conversation alone. */
export const LETTERS_TO = `(
    SELECT own.id FROM letter own WHERE own.conversation_id = ${PARTS}
    UNION ALL
    SELECT shared.id FROM (${SHARED_SPANS}) span JOIN letter shared
      ON shared.conversation_id = span.id AND shared.published_at >= span.from_at AND shared.published_at < span.until_at
  )`;

/**
 * Locks the conversations in which these are carried on: themselves, unless they are merged. By the id that was asked
 * for; several may lead to the same one.
 */
export async function lockSurvivors(tx: Tx, ids: readonly string[]): Promise<Map<string, Conversation>> {
  // In what they are carried on is read first, so that both are locked in the order of ids, like whoever locks several.
  const locked = await lockConversations(tx, [...ids, ...(await survivorIds(tx, ids))]);
  const survivors = new Map<string, Conversation>();
  for (const id of new Set(ids)) {
    const conversation = locked.get(id);
    if (conversation) survivors.set(id, await survivorOf(tx, conversation, locked));
  }
  return survivors;
}

/** The one of it. Throws `not-found`. */
export async function lockSurvivor(tx: Tx, id: string): Promise<Conversation> {
  const conversation = (await lockSurvivors(tx, [id])).get(id);
  if (!conversation) throw new Refusal('not-found', { detail: 'There is no such conversation.' });
  return conversation;
}

async function survivorIds(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    'SELECT merged_into_id AS id FROM conversation WHERE id = ANY($1::uuid[]) AND merged_into_id IS NOT NULL',
    [ids],
  );
  return rows.map(({ id }) => id);
}

/** One that is merged while it is waited for leads on to the next. */
async function survivorOf(
  tx: Tx,
  conversation: Conversation,
  locked: ReadonlyMap<string, Conversation>,
): Promise<Conversation> {
  const id = conversation.mergedIntoId;
  if (!id) return conversation;
  const next = locked.get(id) ?? (await lockConversations(tx, [id])).get(id);
  if (!next) throw new Error(`conversation ${id} is merged into nothing`);
  return survivorOf(tx, next, locked);
}
