import type { ConversationPermission } from '../conversations/conversation.permissions.js';

/** What each act needs in each conversation; taking it back needs the same, of the conversation as it was before. */
export const BULK_PERMISSIONS = {
  claim: 'claim',
  assign: 'assign',
  transfer: 'transfer',
  close: 'close',
  tag: 'label',
  priority: 'label',
  snooze: 'snooze',
} as const satisfies Record<string, ConversationPermission>;
