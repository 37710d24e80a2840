import { ALIKE, likeness, shinglesOf } from './likeness.js';

export const DUPLICATE_REASONS = ['same-text', 'alike', 'same-citizen'] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

export interface Opening {
  id: string;
  citizenId: string;
  openedAt: Date;
  /** Equal for bodies that say the same. */
  digest: string;
  /** Title and the beginning of the body. */
  text: string;
}

export interface Duplicate<Of extends Opening> {
  conversation: Of;
  reason: DuplicateReason;
  /** 0 to 1. */
  likeness: number;
}

/** The same citizen within this time is worth a look, whatever the words. */
const CLOSE_DAYS = 3;
const DAY_MS = 86_400_000;

/** Those that may be about the same as `one`: the most alike first, then the closest in time. */
export function duplicatesOf<Of extends Opening>(one: Opening, others: readonly Of[]): Duplicate<Of>[] {
  const shingles = shinglesOf(one.text);
  const distance = ({ openedAt }: Opening) => Math.abs(openedAt.getTime() - one.openedAt.getTime());
  const found = others.flatMap((other): Duplicate<Of>[] => {
    if (other.id === one.id) return [];
    const isSame = other.digest === one.digest;
    const alike = isSame ? 1 : likeness(shingles, shinglesOf(other.text));
    const isClose = other.citizenId === one.citizenId && distance(other) <= CLOSE_DAYS * DAY_MS;
    const reason = isSame ? 'same-text' : alike >= ALIKE ? 'alike' : isClose ? 'same-citizen' : null;
    return reason ? [{ conversation: other, reason, likeness: alike }] : [];
  });
  return found.sort((a, b) => b.likeness - a.likeness || distance(a.conversation) - distance(b.conversation));
}
