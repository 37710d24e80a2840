import type { Priority } from '../conversations/priority.js';
import type { DeadlineKind } from './deadline-policy.js';

export const DEADLINE_OUTCOMES = ['met', 'late', 'cancelled'] as const;
export type DeadlineOutcome = (typeof DEADLINE_OUTCOMES)[number];

/** `late` is never kept: whether it has begun depends on when one looks. */
export const SEGMENT_STATES = ['running', 'paused', 'late'] as const;
export type SegmentState = (typeof SEGMENT_STATES)[number];

/** What begins a segment. */
export const SEGMENT_CAUSES = [
  'message',
  'reopened',
  'drafted',
  'asked',
  'citizen-wrote',
  'held-off',
  'held-off-too-late',
  'transferred',
  'taken-over',
  'restarted',
  'merged',
  'parted',
  'split',
  'prioritised',
  'classified',
  'policy-changed',
  'calendar-changed',
  'overdue',
] as const;
export type SegmentCause = (typeof SEGMENT_CAUSES)[number];

export interface Cause {
  code: SegmentCause;
  /** Ids, codes and short words; never the text of a message or an answer. */
  detail: Record<string, unknown>;
}

/** Times are ISO 8601: they are kept as JSON. */
export interface KeptSegment {
  from: string;
  to: string | null;
  state: Exclude<SegmentState, 'late'>;
  why: Cause;
}

export interface Warning {
  share: number;
  at: string;
}

/** That people were told of a share. */
export interface Telling {
  kind: DeadlineKind;
  ordinal: number;
  share: number;
  at: Date;
}

/** A promised time, as it follows from a history under the versions of policies and calendars. */
export interface Deadline {
  kind: DeadlineKind;
  /** The how manyth of its kind in the conversation, from 1. */
  ordinal: number;
  /** The department that has it, or had it when it ended. */
  departmentId: string;
  /** Whose policy and calendar it follows. */
  promisedBy: string;
  classCode: string | null;
  priority: Priority;
  policyVersion: number;
  calendarId: string | null;
  calendarVersion: number | null;
  startedAt: Date;
  /** Null while it is paused, and where a promise in working time has no calendar. */
  dueAt: Date | null;
  endedAt: Date | null;
  outcome: DeadlineOutcome | null;
  pausedSince: Date | null;
  extendedUntil: Date | null;
  segments: KeptSegment[];
  warnings: Warning[];
  nextWarningAt: Date | null;
}
