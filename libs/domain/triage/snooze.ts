import { OPEN_STATUSES } from '../conversations/conversation.lifecycle.js';
import { Refusal } from '../refusal.js';

const DAY_MS = 24 * 3_600_000;

/** Nothing sleeps for ever: what waits for the citizen comes back after this long, so that somebody decides. */
export const SNOOZE_FOR_MESSAGE_DAYS = 30;
export const SNOOZE_LIMIT_DAYS = 365;

export interface Snooze {
  snoozedUntil: Date;
  snoozedUntilMessage: boolean;
}

/** A message of the citizen wakes either kind. Throws `invalid` for a time that is past or too far away. */
export function snoozeOf(given: { until: Date | null; untilMessage: boolean }, now: Date): Snooze {
  if (given.untilMessage) {
    const longest = new Date(now.getTime() + SNOOZE_FOR_MESSAGE_DAYS * DAY_MS);
    return { snoozedUntil: given.until ? checked(given.until, now) : longest, snoozedUntilMessage: true };
  }
  if (!given.until) throw invalid('say until when, or until the citizen writes');
  return { snoozedUntil: checked(given.until, now), snoozedUntilMessage: false };
}

function checked(until: Date, now: Date): Date {
  if (until <= now) throw invalid('must be in the future');
  if (until.getTime() > now.getTime() + SNOOZE_LIMIT_DAYS * DAY_MS)
    throw invalid(`must be within ${SNOOZE_LIMIT_DAYS} days`);
  return until;
}

function invalid(reason: string): Refusal {
  return new Refusal('invalid', { detail: `until: ${reason}`, errors: [{ field: 'until', reason }] });
}

interface Held {
  status: string;
  departmentId: string;
  officerId: string | null;
}

/** Who answers, closes, hands over or takes a conversation is at it: it does not sleep on. */
export function endsSnooze(before: Held, after: Held): boolean {
  const isOpen = OPEN_STATUSES.some((status) => status === after.status);
  const isTaken = after.officerId !== null && after.officerId !== before.officerId;
  return !isOpen || isTaken || after.departmentId !== before.departmentId;
}
