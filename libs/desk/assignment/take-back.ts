import type { Conversation } from '#database/entities/conversation.entity.js';
import type { Tx } from '#database/transaction.js';
import type { TakenBackBecause } from '#domain/assignment/taken-back.js';
import { afterAct } from '#domain/conversations/conversation.lifecycle.js';
import type { EventActor, Fact } from '../conversations/conversation-record.js';
import { writeConversations } from '../conversations/write-conversations.js';

export interface TakenBack {
  /** Locked by the caller. */
  conversation: Conversation;
  because: TakenBackBecause;
}

/** Puts locked conversations back into their queues, each with the reason; they are offered again by event. */
export async function takeBack(
  tx: Tx,
  taken: readonly TakenBack[],
  by: { actor: EventActor; now: Date },
): Promise<void> {
  if (taken.length === 0) return;
  await tx.query(
    `UPDATE assignment SET ended_at = $3, ended_because = t.because
     FROM unnest($1::uuid[], $2::text[]) AS t (conversation_id, because)
     WHERE assignment.conversation_id = t.conversation_id AND assignment.ended_at IS NULL`,
    [taken.map(({ conversation }) => conversation.id), taken.map(({ because }) => because), by.now],
  );
  const rows = taken.map(({ conversation }) => ({
    ...conversation,
    status: afterAct(conversation.status, 'release'),
    officerId: null,
    version: conversation.version + 1,
  }));
  const facts = taken.map(
    ({ conversation, because }): Fact => ({
      type: 'conversation.released',
      conversationId: conversation.id,
      departmentId: conversation.departmentId,
      version: conversation.version + 1,
      actor: by.actor,
      payload: { fromOfficerId: conversation.officerId, because },
      at: by.now,
    }),
  );
  await writeConversations(tx, rows, facts);
}
