import { NORMAL_WEIGHT } from '../conversations/priority.js';
import type { AssignmentReason, AssignmentRule } from './assignment-reason.js';
import { type Blocked, blocked, type Candidate, type Demand, primarySubtag, speaks } from './eligibility.js';
import type { AssignmentPolicy } from './policy.js';
import type { TakenBackBecause } from './taken-back.js';

export interface Wanted extends Demand {
  policy: AssignmentPolicy;
  /** Who answered this citizen last in this department. */
  answeredBefore: string | null;
  /** From whom it was last taken back, if nobody has had it since. */
  takenBack: { officerId: string; because: TakenBackBecause } | null;
}

export interface Choice {
  officerId: string;
  reason: AssignmentReason;
}

/**
 * The officer for one conversation among those of its department: who answered this citizen before; the stand-in of who
 * did and is absent, or who had it and is out of office; who had it before and is back; else by the department's policy.
 * Only who is at work, has a free hand, the language and the skills. Null: it stays queued.
 */
export function chooseOfficer(candidates: readonly Candidate[], wanted: Wanted): Choice | null {
  if (wanted.policy === 'pull') return null;
  const languageMatters = isSpoken(candidates, wanted.language);
  const eligible = candidates.filter((candidate) => !blocked(candidate, wanted, languageMatters));
  const found = byAcquaintance(candidates, eligible, wanted) ?? byPolicy(eligible, wanted.policy);
  if (!found) return null;
  return { officerId: found.chosen.officerId, reason: reasonOf(found, { candidates, eligible, wanted }) };
}

/** Why nobody takes it, counted by reason; a supervisor reads it when it is escalated. */
export function whyNobody(candidates: readonly Candidate[], demand: Demand): Partial<Record<Blocked, number>> {
  const languageMatters = isSpoken(candidates, demand.language);
  const counts: Partial<Record<Blocked, number>> = {};
  for (const candidate of candidates) {
    const why = blocked(candidate, demand, languageMatters);
    if (why) counts[why] = (counts[why] ?? 0) + 1;
  }
  return counts;
}

/** Somebody in the department speaks it, at work or not. */
export function isSpoken(candidates: readonly Candidate[], language: string): boolean {
  return candidates.some((candidate) => candidate.absence !== 'inactive' && speaks(candidate, language));
}

interface Found {
  chosen: Candidate;
  rule: AssignmentRule;
  standInForId?: string;
}

function byAcquaintance(all: readonly Candidate[], eligible: readonly Candidate[], wanted: Wanted): Found | null {
  const { answeredBefore, takenBack } = wanted;
  const can = (id: string | null | undefined) => eligible.find((candidate) => candidate.officerId === id);
  const returning = can(answeredBefore);
  if (returning) return { chosen: returning, rule: 'answered-before' };
  const represented = [
    all.find((candidate) => candidate.officerId === answeredBefore && candidate.absence !== null),
    all.find((candidate) => candidate.officerId === takenBack?.officerId && candidate.absence === 'out-of-office'),
  ];
  for (const absent of represented) {
    const standIn = can(absent?.standInId);
    if (absent && standIn) return { chosen: standIn, rule: 'stand-in', standInForId: absent.officerId };
  }
  const back = takenBack?.because === 'over-capacity' ? undefined : can(takenBack?.officerId);
  return back ? { chosen: back, rule: 'had-it-before' } : null;
}

function byPolicy(eligible: readonly Candidate[], policy: Exclude<AssignmentPolicy, 'pull'>): Found | null {
  const [first, ...others] = eligible;
  if (!first) return null;
  const isBefore = policy === 'round-robin' ? longerIdle : lessLoaded;
  const chosen = others.reduce((best, next) => (isBefore(next, best) ? next : best), first);
  return { chosen, rule: policy };
}

function lessLoaded(a: Candidate, b: Candidate): boolean {
  return a.load === b.load ? longerIdle(a, b) : a.load < b.load;
}

function longerIdle(a: Candidate, b: Candidate): boolean {
  const since = (candidate: Candidate) => candidate.lastAssignedAt?.getTime() ?? Number.NEGATIVE_INFINITY;
  return since(a) === since(b) ? a.officerId < b.officerId : since(a) < since(b);
}

function reasonOf(
  { chosen, rule, standInForId }: Found,
  {
    candidates,
    eligible,
    wanted,
  }: { candidates: readonly Candidate[]; eligible: readonly Candidate[]; wanted: Wanted },
): AssignmentReason {
  return {
    rule,
    eligible: eligible.length,
    inHand: chosen.load / NORMAL_WEIGHT,
    capacity: chosen.capacity,
    ...languageReason(candidates, wanted.language),
    ...(wanted.skills.length > 0 && { skills: [...wanted.skills] }),
    ...(standInForId && { standInForId }),
    ...(wanted.takenBack && { takenBack: wanted.takenBack }),
  };
}

/** Said only where it told officers apart. */
export function languageReason(
  candidates: readonly Candidate[],
  language: string,
): Pick<AssignmentReason, 'language'> | undefined {
  if (candidates.every((candidate) => speaks(candidate, language))) return undefined;
  return { language: { tag: primarySubtag(language), isSpoken: isSpoken(candidates, language) } };
}
