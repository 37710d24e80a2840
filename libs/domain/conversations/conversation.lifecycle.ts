import { Refusal } from '../refusal.js';

export const CONVERSATION_STATUSES = ['received', 'held', 'queued', 'assigned', 'answered', 'closed'] as const;
export type ConversationStatus = (typeof CONVERSATION_STATUSES)[number];

export type ConversationAct =
  | 'clear-message'
  | 'hold-message'
  | 'assign'
  | 'claim'
  | 'release'
  | 'transfer'
  | 'answer'
  | 'close'
  | 'reopen';

/** The statuses in which somebody still waits for an answer. */
export const WAITING_STATUSES = ['received', 'held', 'queued', 'assigned'] as const;

/** The statuses in which the conversation is work that an officer can take. */
export const OPEN_STATUSES = ['queued', 'assigned'] as const;

type Row = Partial<Record<ConversationStatus, ConversationStatus>>;

/** Act by status: the status that follows. A cell that is missing is a refusal. */
const NEXT: Record<ConversationAct, Row> = {
  'clear-message': {
    received: 'queued',
    held: 'queued',
    queued: 'queued',
    assigned: 'assigned',
    answered: 'queued',
    closed: 'queued',
  },
  'hold-message': {
    received: 'held',
    held: 'held',
    queued: 'queued',
    assigned: 'assigned',
    answered: 'answered',
    closed: 'closed',
  },
  assign: { queued: 'assigned', assigned: 'assigned' },
  claim: { queued: 'assigned' },
  release: { assigned: 'queued' },
  transfer: { queued: 'queued', assigned: 'queued' },
  answer: { queued: 'answered', assigned: 'answered', answered: 'answered', closed: 'answered' },
  close: { queued: 'closed', assigned: 'closed', answered: 'closed' },
  reopen: { answered: 'queued', closed: 'queued' },
};

/** The status after the act. Throws `wrong-state` where the act does not fit. */
export function afterAct(status: ConversationStatus, act: ConversationAct): ConversationStatus {
  const next = NEXT[act][status];
  if (next) return next;
  throw new Refusal('wrong-state', {
    detail: `A conversation that is ${status} cannot take "${act}".`,
    current: { status },
  });
}

export function fits(status: ConversationStatus, act: ConversationAct): boolean {
  return NEXT[act][status] !== undefined;
}
