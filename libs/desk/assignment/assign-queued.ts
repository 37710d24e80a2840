import { v7 as uuidv7 } from 'uuid';
import type { Conversation } from '#database/entities/conversation.entity.js';
import type { Tx } from '#database/transaction.js';
import { type Choice, chooseOfficer } from '#domain/assignment/choose-officer.js';
import { afterAct } from '#domain/conversations/conversation.lifecycle.js';
import { WEIGHT } from '#domain/conversations/priority.js';
import { preparedIn } from '#platform/database/prepared.js';
import { type Fact, SYSTEM } from '../conversations/conversation-record.js';
import { lockConversations, writeConversations } from '../conversations/write-conversations.js';
import { lockStaff } from './candidates.js';
import { demandsOf } from './demands.js';

interface Assigned {
  conversation: Conversation;
  choice: Choice;
  at: Date;
}

/**
 * Gives each queued conversation to an officer, in the order in which they are named, all in the caller's transaction.
 * What is not queued any more is passed over; where nobody is eligible it stays queued. Returns how many were assigned.
 */
export async function assignQueued(tx: Tx, conversationIds: readonly string[], now: Date): Promise<number> {
  const locked = await lockConversations(tx, conversationIds);
  const queued = inOrder(conversationIds, locked).filter(isOffered);
  if (queued.length === 0) return 0;
  const [staff, demands] = await Promise.all([
    lockStaff(tx, [...new Set(queued.map((conversation) => conversation.departmentId))], now),
    demandsOf(tx, queued),
  ]);
  const assigned: Assigned[] = [];
  for (const conversation of queued) {
    const { policy, candidates } = staff.get(conversation.departmentId) ?? {};
    const demand = demands.get(conversation.id);
    if (!policy || !candidates || !demand) continue;
    const choice = chooseOfficer(candidates, { ...demand, policy });
    const chosen = candidates.find((candidate) => candidate.officerId === choice?.officerId);
    if (!choice || !chosen) continue;
    // The next conversation of the same transaction sees this one in the officer's hand, and whose turn it was.
    chosen.load += WEIGHT[conversation.priority];
    chosen.lastAssignedAt = new Date(now.getTime() + assigned.length);
    assigned.push({ conversation, choice, at: chosen.lastAssignedAt });
  }
  await write(tx, assigned, now);
  return assigned.length;
}

/** A snoozed one keeps its place in the queue and is offered to nobody until it wakes. */
function isOffered({ status, snoozedUntil }: Conversation): boolean {
  return status === 'queued' && snoozedUntil === null;
}

function inOrder(ids: readonly string[], locked: Map<string, Conversation>): Conversation[] {
  return [...new Set(ids)].flatMap((id) => locked.get(id) ?? []);
}

const INSERT_ASSIGNMENTS = {
  name: 'insert-assignments',
  text: `
  INSERT INTO assignment (id, conversation_id, officer_id, reason, assigned_at)
  SELECT id, conversation_id, officer_id, reason::jsonb, $5
  FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) AS t (id, conversation_id, officer_id, reason)`,
};

const NOTE_LAST_ASSIGNED = {
  name: 'note-last-assigned',
  text: `
  UPDATE officer SET last_assigned_at = t.at
  FROM unnest($1::uuid[], $2::timestamptz[]) AS t (id, at) WHERE officer.id = t.id`,
};

async function write(tx: Tx, assigned: readonly Assigned[], now: Date): Promise<void> {
  if (assigned.length === 0) return;
  const rows = assigned.map(({ conversation, choice }) => ({
    ...conversation,
    status: afterAct(conversation.status, 'assign'),
    officerId: choice.officerId,
    version: conversation.version + 1,
  }));
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
  const last = new Map(assigned.map(({ choice, at }) => [choice.officerId, at]));
  await Promise.all([
    preparedIn(tx, INSERT_ASSIGNMENTS, [
      assigned.map(() => uuidv7()),
      rows.map((row) => row.id),
      rows.map((row) => row.officerId),
      assigned.map(({ choice }) => JSON.stringify(choice.reason)),
      now,
    ]),
    preparedIn(tx, NOTE_LAST_ASSIGNED, [[...last.keys()], [...last.values()]]),
    writeConversations(tx, rows, facts),
  ]);
}
