import type { Cause, Deadline, SegmentState } from './deadline.js';
import { type WorkingCalendar, workingTimeBetween } from './working-time.js';

export interface ExplainedSegment {
  from: Date;
  to: Date | null;
  state: SegmentState;
  why: Cause;
  /** Up to now where it goes on. */
  elapsedMs: number;
  /** Of that, working time; null without a calendar. */
  workingMs: number | null;
}

/** It is over, and what was promised has not been done. */
export function isOverdue(
  { dueAt, endedAt, pausedSince }: Pick<Deadline, 'dueAt' | 'endedAt' | 'pausedSince'>,
  now: Date,
): boolean {
  return endedAt === null && dueAt !== null && dueAt < now && (pausedSince === null || dueAt <= pausedSince);
}

/** Why a deadline is where it is: its segments as far as they have come, with what lies beyond its time as late. */
export function explained(
  { segments, dueAt }: Pick<Deadline, 'segments' | 'dueAt'>,
  { calendar, now }: { calendar: WorkingCalendar | null; now: Date },
): ExplainedSegment[] {
  return segments
    .map(({ from, to, ...segment }) => ({ ...segment, from: new Date(from), to: to === null ? null : new Date(to) }))
    .flatMap((segment) => partedAt(segment, dueAt, now))
    .map((segment) => {
      const until = segment.to ?? now;
      const elapsedMs = Math.max(0, until.getTime() - segment.from.getTime());
      return { ...segment, elapsedMs, workingMs: calendar && workingTimeBetween(calendar, segment.from, until) };
    });
}

type Stretch = Pick<ExplainedSegment, 'from' | 'to' | 'state' | 'why'>;

function partedAt(segment: Stretch, dueAt: Date | null, now: Date): Stretch[] {
  const { from, to } = segment;
  if (!dueAt || segment.state === 'paused' || (to ?? now) <= dueAt) return [segment];
  if (from >= dueAt) return [{ ...segment, state: 'late' }];
  const late: Stretch = { from: dueAt, to, state: 'late', why: { code: 'overdue', detail: {} } };
  return [{ ...segment, to: dueAt }, late];
}
