import type { Priority } from '../conversations/priority.js';
import type { Cause } from './deadline.js';
import type { DeadlineKind } from './deadline-policy.js';

export interface Pause {
  from: Date;
  /** Null: it goes on. */
  to: Date | null;
  /** The message that ended it. */
  endedBy: string | null;
}

/** What a holding reply said. */
export interface Extension {
  at: Date;
  until: Date;
}

/** What happened to a clock while it ran. */
export interface Mark {
  at: Date;
  why: Cause;
}

/** A stretch during which something promised is awaited, as the record tells it: no policy and no calendar yet. */
export interface ClockRun {
  kind: DeadlineKind;
  ordinal: number;
  departmentId: string;
  /** Whose policy and calendar it follows. */
  promisedBy: string;
  classCode: string | null;
  priority: Priority;
  startedAt: Date;
  /** From when the time counts: later than `startedAt` where the clock was started again. */
  countsFrom: Date;
  endedAt: Date | null;
  /** Nothing is awaited any more, and nothing was done about it. */
  isCancelled: boolean;
  /** In order. */
  pauses: Pause[];
  extension: Extension | null;
  /** In order, the first one is how it began. */
  marks: Mark[];
  /** The message for which it began; null where somebody began it by hand. */
  messageId: string | null;
}

export function isOpen({ endedAt }: Pick<ClockRun, 'endedAt'>): boolean {
  return endedAt === null;
}

export function isPaused({ pauses }: Pick<ClockRun, 'pauses'>): boolean {
  return pauses.at(-1)?.to === null;
}
