import type { Telling, Warning } from './deadline.js';

/** Who could be told; whoever is deactivated or has no part in the department is left out before. */
export interface WarnedPeople {
  /** Who has it in hand; null: nobody. */
  officerId: string | null;
  /** Of an officer who is out of office. */
  standInId: string | null;
  supervisorIds: readonly string[];
  /** Head of the department. */
  headId: string | null;
}

/** The whole promised time is over. */
export function isOver(share: number): boolean {
  return share >= 1;
}

/**
 * Who is told when a share of the time is used up. The first share is the business of whoever has it in hand, a later
 * one also of the stand-in; when the time is over their supervisors and the head of the department know. What nobody
 * has in hand is the supervisors' from the start, and the head's where there is no supervisor.
 */
export function whoIsWarned(share: number, shares: readonly number[], people: WarnedPeople): string[] {
  const { officerId, standInId, supervisorIds, headId } = people;
  const leading = supervisorIds.length > 0 ? supervisorIds : present(headId);
  const isFirst = !shares.some((other) => other < share);
  if (isOver(share)) return distinct([officerId, standInId, ...supervisorIds, headId]);
  if (officerId === null) return distinct(leading);
  return distinct(isFirst ? [officerId] : [officerId, standInId]);
}

type Told = Pick<Telling, 'share' | 'at'>;

/**
 * The first instant of which nobody was told. A telling counts for its share and those below it, but only for times that
 * it did not come before: a promise that moved later is told of again.
 */
export function nextWarningAt(warnings: readonly Warning[], tellings: readonly Told[]): Date | null {
  const instants = untold(warnings, tellings).map(({ at }) => Date.parse(at));
  return instants.length > 0 ? new Date(Math.min(...instants)) : null;
}

/** What fires now, the least share first. After a standstill, or when a promise moved to before now, these are several. */
export function dueWarnings(warnings: readonly Warning[], tellings: readonly Told[], now: Date): Warning[] {
  return untold(warnings, tellings)
    .filter(({ at }) => Date.parse(at) <= now.getTime())
    .sort((a, b) => a.share - b.share);
}

const NEWS_DAYS = 30;

/**
 * Whether anybody has to hear of it. What was told before and was used up already when the promise took its present form,
 * at `movedAt`, is not; nor what was used up long ago: an import of old messages alarms nobody.
 */
export function isNews(
  { share, at }: Warning,
  { tellings, movedAt, now }: { tellings: readonly Told[]; movedAt: Date; now: Date },
): boolean {
  const usedUpAt = Date.parse(at);
  const wasTold = tellings.some((told) => told.share >= share);
  if (wasTold && usedUpAt <= movedAt.getTime()) return false;
  return now.getTime() - usedUpAt < NEWS_DAYS * 86_400_000;
}

function untold(warnings: readonly Warning[], tellings: readonly Told[]): Warning[] {
  return warnings.filter(
    ({ share, at }) => !tellings.some((told) => told.share >= share && told.at.getTime() >= Date.parse(at)),
  );
}

function distinct(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.flatMap(present))];
}

function present(id: string | null): string[] {
  return id === null ? [] : [id];
}
