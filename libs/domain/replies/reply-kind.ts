/** `answer` ends the waiting, `question` waits for the citizen, `holding` says in public until when more time is needed. */
export const REPLY_KINDS = ['answer', 'question', 'holding'] as const;
export type ReplyKind = (typeof REPLY_KINDS)[number];
