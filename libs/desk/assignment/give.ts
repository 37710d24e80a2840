import { IsNull } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Acted } from '#contracts/conversations.http.js';
import { Assignment } from '#database/entities/assignment.entity.js';
import type { Conversation } from '#database/entities/conversation.entity.js';
import type { Tx } from '#database/transaction.js';
import type { AssignmentReason } from '#domain/assignment/assignment-reason.js';
import { afterAct, type ConversationAct } from '#domain/conversations/conversation.lifecycle.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { byOfficer, changeConversation } from '../conversations/conversation-record.js';

interface Gift {
  actor: Actor;
  act: Extract<ConversationAct, 'claim' | 'assign'>;
  officerId: string;
  reason: AssignmentReason;
  at: Date;
}

/** Puts a locked conversation into an officer's hand because a person said so. */
export async function give(tx: Tx, conversation: Conversation, gift: Gift): Promise<Acted> {
  const { officerId, reason, at } = gift;
  const status = afterAct(conversation.status, gift.act);
  // The officer's row is locked so that a worker counting hands at this moment counts this one too.
  await tx.query('UPDATE officer SET last_assigned_at = $2 WHERE id = $1', [officerId, at]);
  await assertStillAnswers(tx, officerId, conversation.departmentId);
  await endAssignment(tx, conversation.id, at);
  await tx.insert(Assignment, {
    id: uuidv7(),
    conversationId: conversation.id,
    officerId,
    reason,
    assignedAt: at,
    endedAt: null,
  });
  const payload = { officerId, reason, ...(conversation.officerId && { fromOfficerId: conversation.officerId }) };
  const changed = await changeConversation(tx, conversation, {
    patch: { status, officerId },
    fact: { type: 'conversation.assigned', actor: byOfficer(gift.actor), payload, at },
  });
  return { id: changed.id, status: changed.status, version: changed.version };
}

/** Asked under the officer's lock: the role may have been taken away since the request came. */
async function assertStillAnswers(tx: Tx, officerId: string, departmentId: string): Promise<void> {
  const grants: unknown[] = await tx.query(
    `SELECT 1 FROM role_grant g JOIN officer o ON o.id = g.officer_id
     WHERE o.id = $1 AND o.is_active AND g.role = 'officer' AND g.department_id = $2`,
    [officerId, departmentId],
  );
  if (grants.length === 0) throw new Refusal('forbidden', { detail: 'No longer an officer of this department.' });
}

export async function endAssignment(tx: Tx, conversationId: string, at: Date): Promise<void> {
  await tx.update(Assignment, { conversationId, endedAt: IsNull() }, { endedAt: at });
}
