import type { ConversationStatus } from '../conversations/conversation.lifecycle.js';
import type { Priority } from '../conversations/priority.js';

/** What is to be done in a conversation: by whom, and since when somebody waits. What was promised follows from the history. */
export interface Work {
  status: ConversationStatus;
  officerId: string | null;
  waitingSince: Date | null;
  /** Since when the citizen is awaited instead. */
  askedAt: Date | null;
  firstAnsweredAt: Date | null;
  priority: Priority;
}

/** Work as it was at an instant, kept to be given back. Times are ISO 8601. */
export interface KeptWork {
  at: string;
  status: ConversationStatus;
  officerId: string | null;
  waitingSince: string | null;
  /** Missing where it was kept before there were questions. */
  askedAt?: string | null;
  firstAnsweredAt: string | null;
  priority: Priority;
}

const STATUS_AFTER = { answer: 'answered', close: 'closed', question: 'assigned' } as const;

/** The heaviest first. */
const BY_WEIGHT: readonly Priority[] = ['urgent', 'high', 'normal', 'low'];

/**
 * The survivor's work with that of a conversation that is merged into it: it goes on with its own officer, else with
 * the other's; and it waits since the earlier of both.
 */
export function joinedWork(survivor: Work, merged: Work): Work {
  const priority = heavierOf(survivor.priority, merged.priority);
  if (!isWaiting(merged)) return { ...survivor, ...askedOf(survivor, merged), priority };
  const officerId = holderOf(survivor) ?? holderOf(merged);
  return {
    ...survivor,
    status: officerId ? 'assigned' : 'queued',
    officerId,
    askedAt: null,
    waitingSince: earlier(survivor.waitingSince, merged.waitingSince),
    priority,
  };
}

/** What was asked there is still asked, where nothing else is to be done here. */
function askedOf(survivor: Work, { askedAt, officerId }: Work): Partial<Work> {
  if (askedAt === null || survivor.askedAt !== null || isWaiting(survivor)) return {};
  const holder = holderOf(survivor) ?? officerId;
  return { askedAt, status: holder ? 'assigned' : 'queued', officerId: holder };
}

export interface Ending {
  at: Date;
  /** Up to when it has read what citizens wrote: earlier than `at` where it waited to go out. */
  readUntil: Date;
  /** A question ends the waiting for the desk: it waits for the citizen from then on. */
  kind: 'answer' | 'close' | 'question';
}

export interface PartHistory {
  /** As it was when the merge began. */
  work: Work;
  /** Answers and closings that it shared since then, in order. */
  endings: readonly Ending[];
  /** Its own messages since then that officers could see, in order; also what an ending had not read of those before. */
  messages: readonly { postedAt: Date; receivedAt: Date }[];
}

/** What is to be done in one part of a merged conversation, had it been alone all the time. */
export function partWork({ work, endings, messages }: PartHistory): Work {
  const ending = endings.at(-1);
  if (!ending && isWaiting(work)) return work;
  const firstAnsweredAt = work.firstAnsweredAt ?? endings.find(({ kind }) => kind === 'answer')?.at ?? null;
  const [waiting] = unreadBy(endings, messages);
  if (waiting) {
    const waitingSince = waiting.postedAt;
    return { ...work, status: 'queued', officerId: null, waitingSince, askedAt: null, firstAnsweredAt };
  }
  if (!ending) return work;
  return { ...work, ...endedBy(ending), firstAnsweredAt };
}

function endedBy({ kind, at }: Ending): Pick<Work, 'status' | 'waitingSince' | 'askedAt'> {
  return { status: STATUS_AFTER[kind], waitingSince: null, askedAt: kind === 'question' ? at : null };
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
  if (goesAway({ survivor, rest, leaving })) return { ...rest, firstAnsweredAt: survivor.firstAnsweredAt, priority };
  const isAsItWas = !isWaiting(survivor) || (!isWaiting(rest) && !isWaiting(leaving));
  if (isAsItWas) return { ...survivor, priority };
  const { waitingSince, askedAt } = rest;
  const times = { waitingSince, askedAt, priority };
  if (!isWaiting(rest)) return { ...survivor, ...times, ...handOf(rest, survivor) };
  const holder = holderOf(survivor);
  const goesAlong = holder !== null && holder === holderOf(leaving) && holder !== holderOf(rest);
  const officerId = goesAlong ? null : holder;
  return { ...survivor, ...times, status: officerId ? 'assigned' : 'queued', officerId };
}

/** What was asked was asked in the part that leaves: nothing is to be done without it. */
function goesAway({ survivor, rest, leaving }: { survivor: Work; rest: Work; leaving: Work }): boolean {
  const isOnlyAsked = survivor.askedAt !== null && !isWaiting(survivor);
  return isOnlyAsked && leaving.askedAt !== null && rest.askedAt === null && !isWaiting(rest);
}

/** Of work that nobody waits for; what is asked in it is asked by whoever has the survivor. */
function handOf(rest: Work, survivor: Work): Pick<Work, 'status' | 'officerId'> {
  const { status, officerId } = rest;
  if (status !== 'assigned' || officerId) return { status, officerId };
  const holder = holderOf(survivor);
  return { status: holder ? 'assigned' : 'queued', officerId: holder };
}

/**
 * What is left to do once messages have been split off: it waits for those that stay and have no answer. Nothing waits
 * any more where all that did has gone.
 */
export function workAfterSplit({ work, endings, messages }: PartHistory): Work {
  if (!isWaiting(work)) return work;
  const ending = endings.at(-1);
  const [waiting] = unreadBy(endings, messages);
  if (!waiting) return ending ? inSomebodysHand({ ...work, ...endedBy(ending) }) : work;
  const waitingSince = waiting.postedAt;
  if (work.waitingSince && waitingSince <= work.waitingSince) return work;
  return { ...work, waitingSince };
}

/** What was asked once may be in nobody's hand by now. */
function inSomebodysHand(work: Work): Work {
  return work.status === 'assigned' && work.officerId === null ? { ...work, status: 'queued' } : work;
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
    askedAt: work.askedAt?.toISOString() ?? null,
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
    askedAt: instantOf(kept.askedAt ?? null),
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
