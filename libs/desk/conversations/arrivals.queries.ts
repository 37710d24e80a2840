import type { DataSource } from 'typeorm';
import type { Tx } from '#database/transaction.js';
import { readTogether } from '#platform/database/shared-connection.js';

/** Everything that was merged into $1 and is still carried on in it. */
const PART_FROM = 'FROM conversation_merge g JOIN';
const PART_NOW = 'ON x.conversation_id = g.conversation_id WHERE g.into_id = $1 AND g.until_at IS NULL';

/**
 * What was said in a conversation in the order in which the desk had it: a partner may pre-date what it sends, and a
 * reply is there from the moment when its officer pressed send. Changes that are not words are not in it. A reply that
 * was taken back is gone, but whoever read up to it has read what came before. What is carried on in it from another
 * conversation arrived when it was merged.
 */
const ARRIVALS = `
  SELECT m.id, m.received_at AS at, false AS is_gone FROM message m WHERE m.conversation_id = $1
  UNION ALL
  SELECT r.id, coalesce(r.pressed_at, r.sent_at), r.state = 'taken-back' FROM reply r WHERE r.conversation_id = $1
  UNION ALL
  SELECT l.id, l.published_at, false FROM letter l WHERE l.conversation_id = $1 AND l.status = 'published'
  UNION ALL
  SELECT x.id, greatest(x.received_at, g.from_at), false ${PART_FROM} message x ${PART_NOW}
  UNION ALL
  SELECT x.id, greatest(x.sent_at, g.from_at), false ${PART_FROM} reply x ${PART_NOW} AND x.state = 'sent'
  UNION ALL
  SELECT x.id, greatest(x.published_at, g.from_at), false ${PART_FROM} letter x ${PART_NOW} AND x.status = 'published'`;

const LAST = {
  name: 'last-arrival',
  text: `SELECT id FROM (${ARRIVALS}) arrival WHERE NOT is_gone ORDER BY at DESC, id DESC LIMIT 1`,
};

export async function lastArrival(dataSource: DataSource, conversationId: string): Promise<string | null> {
  const [last] = await readTogether<{ id: string }>(dataSource, LAST, [conversationId]);
  return last?.id ?? null;
}

/** The ids of what came after the named entry, oldest first; of everything, where there is no such entry. */
export async function arrivedAfter(tx: Tx, conversationId: string, entryId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `WITH arrival AS (${ARRIVALS})
     SELECT a.id FROM arrival a LEFT JOIN arrival seen ON seen.id = $2
     WHERE NOT a.is_gone AND (seen.id IS NULL OR (a.at, a.id) > (seen.at, seen.id)) ORDER BY a.at, a.id`,
    [conversationId, entryId],
  );
  return rows.map(({ id }) => id);
}
