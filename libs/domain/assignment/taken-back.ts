import type { Absence } from './absence.js';
import type { AssignmentRule } from './assignment-reason.js';

export const TAKEN_BACK = [
  'out-of-office',
  'off-hours',
  'away',
  'not-seen',
  'over-capacity',
  'deactivated',
  'role-removed',
] as const;
/** Why the desk took a conversation back from its officer, to offer it again. */
export type TakenBackBecause = (typeof TAKEN_BACK)[number];

const MS_PER_MINUTE = 60_000;

/** A conversation in the hand of somebody who is absent. */
export interface HeldByAbsent {
  rule: AssignmentRule;
  assignedAt: Date;
  /** When the officer last wrote at an answer to it; null for never. */
  lastWorkedAt: Date | null;
  hasReplyWaiting: boolean;
  /** Of its department. */
  graceMinutes: number;
}

export interface AbsentOfficer {
  absentSince: Date;
  /** A console is open: away from the queue, not from the desk. */
  isSeen: boolean;
}

/**
 * Whether a conversation stays with its absent officer for now. An answer that is leaving stays; what was given by hand
 * during the absence was given knowingly; what an officer with an open console took up by choice is being worked on.
 * Everything else waits for the grace time, counted from the absence, from when it was given and from the last word that
 * was written: a reload or a tunnel takes nothing away, nor does lunch from who was in the middle of a sentence.
 */
export function staysWith(held: HeldByAbsent, officer: AbsentOfficer, now: Date): boolean {
  if (held.hasReplyWaiting) return true;
  if (held.rule === 'by-hand' && held.assignedAt >= officer.absentSince) return true;
  if (officer.isSeen && (held.rule === 'claimed' || held.rule === 'pulled')) return true;
  const graceFrom = Math.max(
    officer.absentSince.getTime(),
    held.assignedAt.getTime(),
    held.lastWorkedAt?.getTime() ?? Number.NEGATIVE_INFINITY,
  );
  return now.getTime() < graceFrom + held.graceMinutes * MS_PER_MINUTE;
}

export function becauseOf(absence: Absence): TakenBackBecause {
  return absence === 'inactive' ? 'deactivated' : absence;
}
