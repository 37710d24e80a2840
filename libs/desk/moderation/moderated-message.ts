import { Message } from '#database/entities/message.entity.js';
import type { Tx } from '#database/transaction.js';
import { mayOn } from '#domain/conversations/conversation.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';

export interface ModeratedMessage {
  message: Message;
  departmentId: string;
}

/** A message that the actor moderates, without a lock. Throws `not-found` or `forbidden`. */
export async function moderatedMessage(tx: Tx, actor: Actor, messageId: string): Promise<ModeratedMessage> {
  const [found]: { departmentId: string; officerId: string | null }[] = await tx.query(
    `SELECT c.department_id AS "departmentId", c.officer_id AS "officerId"
     FROM message m JOIN conversation c ON c.id = m.conversation_id WHERE m.id = $1`,
    [messageId],
  );
  if (!found || !mayOn(actor, 'read', found)) throw new Refusal('not-found', { detail: 'There is no such message.' });
  if (!mayOn(actor, 'moderate', found)) throw new Refusal('forbidden');
  return { message: await tx.findOneByOrFail(Message, { id: messageId }), departmentId: found.departmentId };
}
