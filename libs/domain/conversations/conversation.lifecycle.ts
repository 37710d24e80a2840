import { Refusal } from '../refusal.js';

export const CONVERSATION_STATUSES = [
  'received',
  'held',
  'queued',
  'assigned',
  'answered',
  'closed',
  'merged',
] as const;
export type ConversationStatus = (typeof CONVERSATION_STATUSES)[number];

export type ConversationAct =
  | 'clear-message'
  | 'hold-message'
  /** What is not taken up at all: spam, the same again. Nobody is asked to answer it. */
  | 'reject-message'
  | 'assign'
  | 'claim'
  | 'release'
  | 'transfer'
  | 'answer'
  /** A reply leaves that was written before the citizen's last message: that message still waits. */
  | 'answer-earlier'
  /** The citizen is asked: the desk waits for them, the officer keeps it. */
  | 'ask'
  /** More time is taken, in public. */
  | 'put-off'
  | 'close'
  /** Somebody has seen it, without taking it. */
  | 'acknowledge'
  /** Out of the lists for a while, and back. */
  | 'snooze'
  | 'wake'
  /** Tags and priority: at any time. */
  | 'label'
  | 'reopen'
  | 'merge'
  | 'split';

/** The statuses in which somebody still waits for an answer. */
export const WAITING_STATUSES = ['received', 'held', 'queued', 'assigned'] as const;

/** The statuses in which the conversation is work that an officer can take. */
export const OPEN_STATUSES = ['queued', 'assigned'] as const;

type Row = Partial<Record<ConversationStatus, ConversationStatus>>;

/**
 * Act by status: the status that follows. A cell that is missing is a refusal. What is merged takes no act but being
 * unmerged, which gives it back the state that `partedWork` finds; its messages are screened, and count in its survivor.
 */
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
  'reject-message': {
    received: 'closed',
    held: 'closed',
    queued: 'queued',
    assigned: 'assigned',
    answered: 'answered',
    closed: 'closed',
  },
  merge: { queued: 'merged', assigned: 'merged', answered: 'merged', closed: 'merged' },
  split: { queued: 'queued', assigned: 'assigned', answered: 'answered', closed: 'closed' },
  assign: { queued: 'assigned', assigned: 'assigned' },
  claim: { queued: 'assigned' },
  release: { assigned: 'queued' },
  transfer: { queued: 'queued', assigned: 'queued' },
  answer: { queued: 'answered', assigned: 'answered', answered: 'answered', closed: 'answered' },
  'answer-earlier': { queued: 'queued', assigned: 'assigned', answered: 'queued', closed: 'queued' },
  ask: { assigned: 'assigned' },
  'put-off': { assigned: 'assigned' },
  acknowledge: { queued: 'queued', assigned: 'assigned' },
  snooze: { queued: 'queued', assigned: 'assigned' },
  wake: { queued: 'queued', assigned: 'assigned' },
  label: {
    received: 'received',
    held: 'held',
    queued: 'queued',
    assigned: 'assigned',
    answered: 'answered',
    closed: 'closed',
  },
  close: { queued: 'closed', assigned: 'closed', answered: 'closed' },
  reopen: { answered: 'queued', closed: 'queued' },
};

/**
 * What may not be done while a reply waits to leave: it would go out under another department's name, or reopen what a
 * colleague has just closed, or take the conversation from somebody for seconds. Whoever sent it takes it back, or it
 * is waited for. Everything else goes on: claims, messages that are cleared or held, further replies. Who sent it may
 * lose the conversation or the account meanwhile: it leaves, since they pressed send.
 */
const STILL_WHILE_A_REPLY_WAITS: readonly ConversationAct[] = [
  'assign',
  'release',
  'transfer',
  'close',
  'reopen',
  'merge',
  'split',
];

export function waitsForReply(act: ConversationAct): boolean {
  return STILL_WHILE_A_REPLY_WAITS.includes(act);
}

/** The status after the act. Throws `wrong-state` where the act does not fit. */
export function afterAct(status: ConversationStatus, act: ConversationAct): ConversationStatus {
  const next = NEXT[act][status];
  if (next) return next;
  if (status === 'merged') throw new Refusal('merged', { current: { status } });
  throw new Refusal('wrong-state', {
    detail: `A conversation that is ${status} cannot take "${act}".`,
    current: { status },
  });
}

export function fits(status: ConversationStatus, act: ConversationAct): boolean {
  return NEXT[act][status] !== undefined;
}
