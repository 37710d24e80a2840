import { In } from 'typeorm';
import { Conversation } from '#database/entities/conversation.entity.js';
import type { Tx } from '#database/transaction.js';
import { preparedIn } from '#platform/database/prepared.js';
import { type Fact, record } from './conversation-record.js';

/** Locks several rows, always in the same order, so that two batches cannot wait for each other. */
export async function lockConversations(tx: Tx, ids: readonly string[]): Promise<Map<string, Conversation>> {
  const rows = await tx.find(Conversation, {
    where: { id: In([...new Set(ids)]) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** What decisions over many conversations may change, and what tells which row it is. */
export type ChangedConversation = Pick<
  Conversation,
  | 'id'
  | 'departmentId'
  | 'status'
  | 'officerId'
  | 'excerpt'
  | 'version'
  | 'lastMessageAt'
  | 'waitingSince'
  | 'answerDueAt'
>;

const WRITE = {
  name: 'write-conversations',
  text: `
  UPDATE conversation SET status = t.status, officer_id = t.officer_id, excerpt = t.excerpt, version = t.version,
    last_message_at = t.last_message_at, waiting_since = t.waiting_since, answer_due_at = t.answer_due_at,
    asked_at = CASE WHEN t.waiting_since IS NULL THEN conversation.asked_at END,
    escalated_at = CASE WHEN t.status = 'queued' THEN conversation.escalated_at END
  FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::int[], $6::timestamptz[], $7::timestamptz[], $8::timestamptz[])
    AS t (id, status, officer_id, excerpt, version, last_message_at, waiting_since, answer_due_at)
  WHERE conversation.id = t.id`,
};

/** Writes several locked rows, whose versions the caller has counted up with its facts, and the facts. */
export async function writeConversations(
  tx: Tx,
  rows: readonly ChangedConversation[],
  facts: readonly Fact[],
): Promise<void> {
  const written = preparedIn(tx, WRITE, [
    rows.map((row) => row.id),
    rows.map((row) => row.status),
    rows.map((row) => row.officerId),
    rows.map((row) => row.excerpt),
    rows.map((row) => row.version),
    rows.map((row) => row.lastMessageAt),
    rows.map((row) => row.waitingSince),
    rows.map((row) => row.answerDueAt),
  ]);
  await Promise.all([written, record(tx, facts)]);
}
