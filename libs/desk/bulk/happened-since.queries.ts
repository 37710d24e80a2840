import type { Tx } from '#database/transaction.js';
import type { Happening } from '#domain/bulk/happened-since.js';
import type { BulkItem } from './work-queue.js';

/** Per place, what the history says after the version that was seen. */
export async function happenedSince(tx: Tx, items: readonly BulkItem[]): Promise<Map<number, Happening[]>> {
  const rows: (Happening & { place: number })[] = await tx.query(
    `SELECT i.place, e.version, e.type, e.actor_kind AS "actorKind", e.actor_id AS "actorId",
       (e.payload ->> 'undoesVersion')::int AS "undoesVersion"
     FROM unnest($1::int[], $2::uuid[], $3::int[]) AS i (place, conversation_id, seen_version)
     JOIN conversation_event e ON e.conversation_id = i.conversation_id AND e.version > i.seen_version`,
    [items.map((item) => item.place), items.map((item) => item.conversationId), items.map((item) => item.seenVersion)],
  );
  return Map.groupBy(rows, (row) => row.place);
}
