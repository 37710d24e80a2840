import { PRIORITIES, type Priority } from '../conversations/priority.js';
import { type Candidate, hasRoomFor } from './eligibility.js';

/** What a group of officers can take; narrows a queue before its rows are looked at one by one. */
export interface FreeHands {
  priorities: Priority[];
  /** Null: any. */
  languages: string[] | null;
  /** Those that somebody of the department speaks, at work or not; another one waits for nobody. Null: every one. */
  spoken: string[] | null;
}

/** Null where nobody has a hand free. */
export function freeHandsOf(free: readonly Candidate[], department: readonly Candidate[]): FreeHands | null {
  const priorities = PRIORITIES.filter((priority) => free.some((candidate) => hasRoomFor(candidate, priority)));
  if (priorities.length === 0) return null;
  const able = free.filter((candidate) => priorities.some((priority) => hasRoomFor(candidate, priority)));
  return { priorities, languages: languagesOf(able), spoken: languagesOf(department) };
}

function languagesOf(officers: readonly Candidate[]): string[] | null {
  if (officers.some(({ languages }) => languages.length === 0)) return null;
  return [...new Set(officers.flatMap(({ languages }) => languages))];
}
