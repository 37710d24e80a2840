import type { ConversationStatus } from '../conversations/conversation.lifecycle.js';

interface Place {
  status: ConversationStatus;
  departmentId: string;
}

/** Escalated is what nobody of a department took: it ends with the stay in that department's queue. */
export function endsEscalation(before: Place, after: Place): boolean {
  return after.status !== 'queued' || after.departmentId !== before.departmentId;
}
