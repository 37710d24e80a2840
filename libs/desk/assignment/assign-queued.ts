import { v7 as uuidv7 } from 'uuid';
import type { Conversation } from '#database/entities/conversation.entity.js';
import type { Tx } from '#database/transaction.js';
import { type Choice, chooseOfficer } from '#domain/assignment/choose-officer.js';
import { afterAct } from '#domain/conversations/conversation.lifecycle.js';
import { type Fact, SYSTEM } from '../conversations/conversation-record.js';
import { lockConversations, writeConversations } from '../conversations/write-conversations.js';
import { type CandidateRow, lockCandidates } from './candidates.js';

interface Assigned {
  conversation: Conversation;
  choice: Choice;
}

/**
 * Gives each queued conversation to an officer, in the order of their ids (the oldest first), all in the caller's
 * transaction. What is not queued any more is passed over; where nobody is eligible it stays queued. Returns how many
 * were assigned.
 */
export async function assignQueued(tx: Tx, conversationIds: readonly string[], now: Date): Promise<number> {
  const locked = await lockConversations(tx, conversationIds);
  const queued = [...locked.values()].filter((conversation) => conversation.status === 'queued');
  if (queued.length === 0) return 0;
  const departmentIds = [...new Set(queued.map((conversation) => conversation.departmentId))];
  const candidates = await lockCandidates(tx, departmentIds, now);
  const answeredBefore = await lastHolders(tx, queued);
  const assigned = queued.flatMap((conversation): Assigned[] => {
    const inDepartment = candidates.filter((row) => row.departmentIds.includes(conversation.departmentId));
    const choice = chooseOfficer(inDepartment, answeredBefore.get(conversation.id) ?? null);
    if (!choice) return [];
    take(inDepartment, choice, now);
    return [{ conversation, choice }];
  });
  await write(tx, assigned, now);
  return assigned.length;
}

/** The next conversation of the same transaction sees this one in the officer's hand. */
function take(candidates: readonly CandidateRow[], choice: Choice, now: Date): void {
  const chosen = candidates.find((row) => row.officerId === choice.officerId);
  if (!chosen) return;
  chosen.inHand += 1;
  chosen.lastAssignedAt = now;
}

async function lastHolders(tx: Tx, conversations: readonly Conversation[]): Promise<Map<string, string>> {
  const answered = conversations.filter((conversation) => conversation.firstAnsweredAt !== null);
  if (answered.length === 0) return new Map();
  const rows: { conversationId: string; officerId: string }[] = await tx.query(
    `SELECT DISTINCT ON (conversation_id) conversation_id AS "conversationId", officer_id AS "officerId"
     FROM reply WHERE conversation_id = ANY($1::uuid[]) AND officer_id IS NOT NULL ORDER BY conversation_id, sent_at DESC`,
    [answered.map((conversation) => conversation.id)],
  );
  return new Map(rows.map((row) => [row.conversationId, row.officerId]));
}

async function write(tx: Tx, assigned: readonly Assigned[], now: Date): Promise<void> {
  if (assigned.length === 0) return;
  const rows = assigned.map(({ conversation, choice }) => ({
    ...conversation,
    status: afterAct(conversation.status, 'assign'),
    officerId: choice.officerId,
    version: conversation.version + 1,
  }));
  await tx.query(
    `INSERT INTO assignment (id, conversation_id, officer_id, reason, assigned_at)
     SELECT id, conversation_id, officer_id, reason::jsonb, $5
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) AS t (id, conversation_id, officer_id, reason)`,
    [
      assigned.map(() => uuidv7()),
      rows.map((row) => row.id),
      rows.map((row) => row.officerId),
      assigned.map(({ choice }) => JSON.stringify(choice.reason)),
      now,
    ],
  );
  await tx.query('UPDATE officer SET last_assigned_at = $2 WHERE id = ANY($1::uuid[])', [
    [...new Set(rows.map((row) => row.officerId))],
    now,
  ]);
  const facts = rows.map(
    (row, index): Fact => ({
      type: 'conversation.assigned',
      conversationId: row.id,
      departmentId: row.departmentId,
      version: row.version,
      actor: SYSTEM,
      payload: { officerId: row.officerId, reason: assigned[index]?.choice.reason },
      at: now,
    }),
  );
  await writeConversations(tx, rows, facts);
}
