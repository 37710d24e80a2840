import { Refusal } from '../refusal.js';
import { dateOf, instantOf, instantOfLocal, wallOf } from '../time/wall-clock.js';

export const HOLDING_REASON_LIMIT = 500;

/** Why no holding reply can be sent now. */
export const HOLDING_OBSTACLES = ['nobody-waits', 'extended-already', 'not-allowed'] as const;
export type HoldingObstacle = (typeof HOLDING_OBSTACLES)[number];

export interface HoldingFacts {
  waitingSince: Date | null;
  /** When the answer is promised; null where nothing is. */
  dueAt: Date | null;
  /** A holding reply to the same message waits or was sent. */
  isExtended: boolean;
  /** Most days that the department's policy lets it add. */
  holdingDays: number;
  timeZone: string;
}

/** What stands in the way, whatever date is named; null for nothing. */
export function obstacleToHolding({ waitingSince, isExtended, holdingDays }: HoldingFacts): HoldingObstacle | null {
  if (holdingDays === 0) return 'not-allowed';
  if (waitingSince === null) return 'nobody-waits';
  return isExtended ? 'extended-already' : null;
}

/**
 * The last moment that can be named: so many days after the promise, and where that has passed, or was never given,
 * after today; to the end of that day in the department's zone.
 */
export function latestHolding({ dueAt, holdingDays, timeZone }: HoldingFacts, now: Date): Date {
  const from = dueAt && dueAt > now ? dueAt : now;
  const { year, month, day } = wallOf(from, timeZone);
  return endOf(instantOf({ year, month, day: day + holdingDays, hour: 23, minute: 59 }, timeZone));
}

/** Throws `wrong-state` where no holding reply fits, and `invalid` for a time that is past, too early or too late. */
export function assertHolding(until: Date, facts: HoldingFacts, now: Date): void {
  const why = obstacleToHolding(facts);
  if (why) throw new Refusal('wrong-state', { detail: DETAIL[why], current: { why } });
  if (until <= now) throw invalid('must be in the future');
  if (facts.dueAt && until <= facts.dueAt) throw invalid('is not after the time that is promised already');
  const latest = latestHolding(facts, now);
  if (until > latest)
    throw invalid(`must not be after ${latest.toISOString()}: the policy adds at most ${facts.holdingDays} days`);
}

/** The end of a day on the department's wall, as a promise for that day is understood; null for what is no date. */
export function endOfDay(date: string, timeZone: string): Date | null {
  const at = instantOfLocal(`${date}T23:59`, timeZone);
  return at && endOf(at);
}

/** The days that can be named, the first and the last, as YYYY-MM-DD in the department's zone. */
export function holdingDays(
  { dueAt, latest, timeZone }: { dueAt: Date | null; latest: Date; timeZone: string },
  now: Date,
): { first: string; last: string } {
  const from = dueAt && dueAt > now ? dueAt : now;
  const first = dateOf(from, timeZone);
  const isOver = (endOfDay(first, timeZone) ?? from) <= from;
  return {
    first: isOver ? dateOf(new Date(from.getTime() + DAY_MS), timeZone) : first,
    last: dateOf(latest, timeZone),
  };
}

const DAY_MS = 24 * 3_600_000;

const endOf = (lastMinute: Date) => new Date(lastMinute.getTime() + 59_000);

const DETAIL: Record<HoldingObstacle, string> = {
  'nobody-waits': 'Nobody waits for an answer now: there is nothing to hold.',
  'extended-already': 'The promise was extended already. It is extended once: answer, or ask the citizen.',
  'not-allowed': 'The policy of this department extends no promise.',
};

function invalid(reason: string): Refusal {
  return new Refusal('invalid', { detail: `until: ${reason}`, errors: [{ field: 'until', reason }] });
}
