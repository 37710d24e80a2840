import type { Conversation } from '#database/entities/conversation.entity.js';
import { Department } from '#database/entities/department.entity.js';
import type { Tx } from '#database/transaction.js';
import { afterAct } from '#domain/conversations/conversation.lifecycle.js';
import { mayOn } from '#domain/conversations/conversation.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { byOfficer, type ConversationPatch, type Fact } from '../conversations/conversation-record.js';
import { takeAlong } from '../conversations/move-conversation.js';

export interface TransferOrder {
  /** The slug of the department that gets it. */
  department: string;
  /** For the colleagues there: on top of their screen until it is answered. */
  note?: string | undefined;
  /** `keep` (the default) keeps the promise; `restart` makes the receiving department's from now on. */
  clock?: 'keep' | 'restart' | undefined;
  clockReason?: string | undefined;
}

interface Transfer {
  patch: ConversationPatch;
  fact: Pick<Fact, 'type' | 'actor' | 'payload' | 'words'>;
}

/**
 * What changes when a locked conversation goes to another department: same reference, and the citizen's waiting time
 * runs on whatever becomes of the promise. What is merged into it moves along. Throws `invalid` and `forbidden`.
 */
export async function transferTo(
  tx: Tx,
  conversation: Conversation,
  { actor, order }: { actor: Actor; order: TransferOrder },
): Promise<Transfer> {
  const target = await tx.findOneBy(Department, { slug: order.department });
  if (!target) throw invalid('department', 'there is no such department');
  if (target.id === conversation.departmentId) throw invalid('department', 'it is with this department already');
  const restarts = order.clock === 'restart';
  if (restarts) assertMayRestart(actor, conversation, order);
  await takeAlong(tx, conversation.id, target.id);
  return {
    patch: {
      status: afterAct(conversation.status, 'transfer'),
      officerId: null,
      departmentId: target.id,
      ...(restarts && { answerDueAt: null }),
    },
    fact: {
      type: 'conversation.transferred',
      actor: byOfficer(actor),
      payload: {
        fromDepartmentId: conversation.departmentId,
        toDepartmentId: target.id,
        clock: order.clock ?? 'keep',
        ...(conversation.officerId && { fromOfficerId: conversation.officerId }),
      },
      words: { note: order.note, clockReason: restarts ? order.clockReason : null },
    },
  };
}

function assertMayRestart(actor: Actor, conversation: Conversation, { clockReason }: TransferOrder): void {
  if (!mayOn(actor, 'restart-clock', conversation)) {
    throw new Refusal('forbidden', { detail: 'Only a supervisor starts the clock again.' });
  }
  if (!clockReason) throw invalid('clockReason', 'starting the clock again needs a reason');
}

function invalid(field: string, reason: string): Refusal {
  return new Refusal('invalid', { detail: reason, errors: [{ field, reason }] });
}
