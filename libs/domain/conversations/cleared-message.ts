import { afterAct, type ConversationStatus } from './conversation.lifecycle.js';
import { excerptOf } from './excerpt.js';

interface Before {
  status: ConversationStatus;
  officerId: string | null;
  waitingSince: Date | null;
  answerDueAt: Date | null;
  lastMessageAt: Date;
}

interface Cleared {
  postedAt: Date;
  body: string;
  /** It opened the conversation. */
  isOpening: boolean;
}

/**
 * What a message that officers may take up makes of its conversation. The opening one of an imported dialogue has its
 * answer already and changes nothing (null); any other that comes after the answer opens the conversation again.
 */
export function afterClearedMessage(before: Before, { postedAt, body, isOpening }: Cleared) {
  if (isOpening && before.status === 'answered') return null;
  const status = afterAct(before.status, 'clear-message');
  return {
    status,
    waitingSince: before.waitingSince ?? postedAt,
    excerpt: excerptOf(body),
    officerId: status === 'assigned' ? before.officerId : null,
    // A new promise follows from the fact.
    answerDueAt: before.waitingSince ? before.answerDueAt : null,
    lastMessageAt: postedAt > before.lastMessageAt ? postedAt : before.lastMessageAt,
  };
}
