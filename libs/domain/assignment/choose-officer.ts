export interface Candidate {
  officerId: string;
  name: string;
  isPresent: boolean;
  /** Open conversations in hand, over all departments. */
  inHand: number;
  /** The most that this officer takes at a time. */
  capacity: number;
  /** When the officer was last given something; null for never. */
  lastAssignedAt: Date | null;
}

export interface Choice {
  officerId: string;
  reason: AssignmentReason;
}

/** Kept with the assignment, so that the console can say why this officer. */
export interface AssignmentReason {
  rule: 'least-loaded' | 'answered-before' | 'claimed' | 'by-hand';
  /** How many officers could have taken it. */
  eligible?: number;
  /** What the chosen one had in hand before this one. */
  inHand?: number;
  capacity?: number;
  /** Who assigned it, where a person did. */
  byOfficerId?: string;
}

/**
 * The officer for one conversation: present and under capacity; the one who answered this citizen before, else the
 * least loaded, the longest idle among equals. Null when nobody is eligible: it stays queued.
 */
export function chooseOfficer(candidates: readonly Candidate[], answeredBefore: string | null = null): Choice | null {
  const eligible = candidates.filter((candidate) => candidate.isPresent && candidate.inHand < candidate.capacity);
  const returning = eligible.find((candidate) => candidate.officerId === answeredBefore);
  const chosen = returning ?? eligible.reduce<Candidate | null>(better, null);
  if (!chosen) return null;
  return {
    officerId: chosen.officerId,
    reason: {
      rule: returning ? 'answered-before' : 'least-loaded',
      eligible: eligible.length,
      inHand: chosen.inHand,
      capacity: chosen.capacity,
    },
  };
}

function better(best: Candidate | null, next: Candidate): Candidate {
  if (!best) return next;
  if (next.inHand !== best.inHand) return next.inHand < best.inHand ? next : best;
  const idle = (candidate: Candidate) => candidate.lastAssignedAt?.getTime() ?? Number.NEGATIVE_INFINITY;
  if (idle(next) !== idle(best)) return idle(next) < idle(best) ? next : best;
  return next.officerId < best.officerId ? next : best;
}
