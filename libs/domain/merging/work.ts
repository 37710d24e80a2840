import type { ConversationStatus } from '../conversations/conversation.lifecycle.js';
import type { Priority } from '../conversations/priority.js';
import { answerDueAt } from '../deadlines/answer-deadline.js';

/** What is to be done in a conversation: by whom, since when somebody waits, and what was promised. */
export interface Work {
  status: ConversationStatus;
  officerId: string | null;
  waitingSince: Date | null;
  answerDueAt: Date | null;
  firstAnsweredAt: Date | null;
  priority: Priority;
}

/** Work as it was at an instant, kept to be given back. Times are ISO 8601. */
export interface KeptWork {
  at: string;
  status: ConversationStatus;
  officerId: string | null;
  waitingSince: string | null;
  answerDueAt: string | null;
  firstAnsweredAt: string | null;
  priority: Priority;
}

const STATUS_AFTER = { answer: 'answered', close: 'closed' } as const;

/** The heaviest first. */
const BY_WEIGHT: readonly Priority[] = ['urgent', 'high', 'normal', 'low'];

/**
 * The survivor's work with that of a conversation that is merged into it: it goes on with its own officer, else with
 * the other's; it waits since the earlier of both; and of two running promises the earlier one binds.
 */
export function joinedWork(survivor: Work, merged: Work): Work {
  const priority = heavierOf(survivor.priority, merged.priority);
  if (!isWaiting(merged)) return { ...survivor, priority };
  const officerId = holderOf(survivor) ?? holderOf(merged);
  return {
    ...survivor,
    status: officerId ? 'assigned' : 'queued',
    officerId,
    waitingSince: earlier(survivor.waitingSince, merged.waitingSince),
    answerDueAt: isWaiting(survivor) ? earlier(survivor.answerDueAt, merged.answerDueAt) : merged.answerDueAt,
    priority,
  };
}

export interface Ending {
  at: Date;
  /** Up to when it has read what citizens wrote: earlier than `at` where it waited to go out. */
  readUntil: Date;
  kind: 'answer' | 'close';
}

export interface PartHistory {
  /** As it was when the merge began. */
  work: Work;
  /** Answers and closings that it shared since then, in order. */
  endings: readonly Ending[];
  /** Its own messages since then that officers could see, in order; also what an ending had not read of those before. */
  messages: readonly { postedAt: Date; receivedAt: Date }[];
  answerWithinHours: number | null;
}

/** What is to be done in one part of a merged conversation, had it been alone all the time. */
export function partWork({ work, endings, messages, answerWithinHours }: PartHistory): Work {
  const ending = endings.at(-1);
  if (!ending && isWaiting(work)) return work;
  const firstAnsweredAt = work.firstAnsweredAt ?? endings.find(({ kind }) => kind === 'answer')?.at ?? null;
  const [waiting] = unreadBy(endings, messages);
  if (waiting) {
    const waitingSince = waiting.postedAt;
    const dueAt = answerDueAt(waitingSince, answerWithinHours);
    return { ...work, status: 'queued', officerId: null, waitingSince, answerDueAt: dueAt, firstAnsweredAt };
  }
  if (!ending) return work;
  return { ...work, status: STATUS_AFTER[ending.kind], waitingSince: null, firstAnsweredAt };
}

/** The last to go out is not always the one that has read most. */
function unreadBy(endings: PartHistory['endings'], messages: PartHistory['messages']): PartHistory['messages'] {
  return messages.filter(({ receivedAt }) => endings.every(({ readUntil }) => receivedAt > readUntil));
}

export interface Parting {
  /** The survivor as it is, with everything that is merged into it. */
  survivor: Work;
  /** What is to be done in the survivor's own part. */
  own: Work;
  /** What is to be done in the part that leaves. */
  leaving: Work;
  /** What is to be done in the parts that stay. */
  staying: readonly Work[];
}

/** The survivor's work once a part has left it. Who has it keeps it, unless it came with the part that leaves. */
export function workAfterParting({ survivor, own, leaving, staying }: Parting): Work {
  const rest = staying.reduce(joinedWork, own);
  const whole = joinedWork(rest, leaving);
  const priority = survivor.priority === whole.priority ? rest.priority : survivor.priority;
  const isAsItWas = !isWaiting(survivor) || (!isWaiting(rest) && !isWaiting(leaving));
  if (isAsItWas) return { ...survivor, priority };
  const times = { waitingSince: rest.waitingSince, answerDueAt: promiseOf(survivor, { whole, rest }), priority };
  if (!isWaiting(rest)) return { ...survivor, ...times, status: rest.status, officerId: rest.officerId };
  const holder = holderOf(survivor);
  const goesAlong = holder !== null && holder === holderOf(leaving) && holder !== holderOf(rest);
  const officerId = goesAlong ? null : holder;
  return { ...survivor, ...times, status: officerId ? 'assigned' : 'queued', officerId };
}

/** A promise that somebody has changed by hand since stands. */
function promiseOf(survivor: Work, { whole, rest }: { whole: Work; rest: Work }): Date | null {
  const isUntouched = survivor.answerDueAt?.getTime() === whole.answerDueAt?.getTime();
  return isUntouched ? rest.answerDueAt : survivor.answerDueAt;
}

/**
 * What is left to do once messages have been split off: it waits for those that stay and have no answer. Nothing waits
 * any more where all that did has gone; a promise stays as long as what it was given for.
 */
export function workAfterSplit({ work, endings, messages, answerWithinHours }: PartHistory): Work {
  if (!isWaiting(work)) return work;
  const ending = endings.at(-1);
  const [waiting] = unreadBy(endings, messages);
  if (!waiting) return ending ? { ...work, status: STATUS_AFTER[ending.kind], waitingSince: null } : work;
  const waitingSince = waiting.postedAt;
  if (work.waitingSince && waitingSince <= work.waitingSince) return work;
  return { ...work, waitingSince, answerDueAt: answerDueAt(waitingSince, answerWithinHours) };
}

/** The officer who works on it now; who answered it before has it no more. */
export function holderOf({ status, officerId }: Pick<Work, 'status' | 'officerId'>): string | null {
  return status === 'assigned' ? officerId : null;
}

export function keptWork(work: Work, at: Date): KeptWork {
  return {
    at: at.toISOString(),
    status: work.status,
    officerId: work.officerId,
    waitingSince: work.waitingSince?.toISOString() ?? null,
    answerDueAt: work.answerDueAt?.toISOString() ?? null,
    firstAnsweredAt: work.firstAnsweredAt?.toISOString() ?? null,
    priority: work.priority,
  };
}

export function workKept(kept: KeptWork): Work {
  const { status, officerId, priority } = kept;
  return {
    status,
    officerId,
    waitingSince: instantOf(kept.waitingSince),
    answerDueAt: instantOf(kept.answerDueAt),
    firstAnsweredAt: instantOf(kept.firstAnsweredAt),
    priority,
  };
}

function isWaiting({ waitingSince }: Work): boolean {
  return waitingSince !== null;
}

function heavierOf(one: Priority, other: Priority): Priority {
  return BY_WEIGHT.find((priority) => priority === one || priority === other) ?? one;
}

function earlier(one: Date | null, other: Date | null): Date | null {
  if (!one || !other) return one ?? other;
  return one <= other ? one : other;
}

function instantOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
