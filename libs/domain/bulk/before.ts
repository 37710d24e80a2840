import type { ConversationStatus } from '../conversations/conversation.lifecycle.js';
import type { Priority } from '../conversations/priority.js';

/** What a conversation was before an act of the desk: what taking the act back restores. */
export interface Before {
  status: ConversationStatus;
  officerId: string | null;
  departmentId: string;
  waitingSince: Date | null;
  askedAt: Date | null;
  answerDueAt: Date | null;
  priority: Priority;
  tagIds: string[];
  snoozedUntil: Date | null;
  snoozedUntilMessage: boolean;
}

/** As it was; in the queue where the officer who had it no longer takes anything there. */
export function restored(before: Before, isOfficerThere: boolean): Before {
  if (before.status !== 'assigned' || isOfficerThere) return before;
  return { ...before, status: 'queued', officerId: null };
}
