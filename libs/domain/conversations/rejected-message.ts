import { afterAct, type ConversationStatus } from './conversation.lifecycle.js';

/**
 * What a rejected message makes of its conversation: the one that opened it, before anybody took it up, closes it without
 * an answer, and nobody waits any more. Any other changes nothing (null). The fact says which (`closes`): the clock of what
 * was closed so is nobody's case. Throws where it is merged.
 */
export function afterRejectedMessage(
  before: { status: ConversationStatus },
  { isOpening }: { isOpening: boolean },
): { status: ConversationStatus; officerId: null; waitingSince: null; answerDueAt: null } | null {
  const status = afterAct(before.status, 'reject-message');
  if (!isOpening || status === before.status) return null;
  return { status, officerId: null, waitingSince: null, answerDueAt: null };
}
