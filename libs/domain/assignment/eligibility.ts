import { NORMAL_WEIGHT, type Priority, WEIGHT } from '../conversations/priority.js';
import type { Absence } from './absence.js';

/** An officer of the department, as chosen from. */
export interface Candidate {
  officerId: string;
  /** Null: at work. */
  absence: Absence | null;
  /** The weight of the open conversations in hand, over all departments. */
  load: number;
  /** The most that this officer takes at a time, in normal conversations. */
  capacity: number;
  /** Primary subtags; none: whatever the citizens write. */
  languages: readonly string[];
  skills: readonly string[];
  standInId: string | null;
  /** When the officer was last given something; null for never. */
  lastAssignedAt: Date | null;
}

/** What has to be known of a conversation to find an officer for it. */
export interface Demand {
  language: string;
  priority: Priority;
  /** All of them are needed. */
  skills: readonly string[];
}

export const BLOCKS = ['full', 'language', 'skill'] as const;
/** Why somebody cannot take a conversation. */
export type Blocked = Absence | (typeof BLOCKS)[number];

/** `languageMatters`: false where nobody in the department speaks it, so that it does not wait for ever. */
export function blocked(candidate: Candidate, demand: Demand, languageMatters: boolean): Blocked | null {
  if (candidate.absence) return candidate.absence;
  if (!hasRoomFor(candidate, demand.priority)) return 'full';
  if (languageMatters && !speaks(candidate, demand.language)) return 'language';
  return demand.skills.every((skill) => candidate.skills.includes(skill)) ? null : 'skill';
}

/** Empty hands take one of any weight, or the heaviest would fit nowhere. */
export function hasRoomFor({ load, capacity }: Pick<Candidate, 'load' | 'capacity'>, priority: Priority): boolean {
  if (load === 0) return capacity > 0;
  return load + WEIGHT[priority] <= capacity * NORMAL_WEIGHT;
}

export function speaks({ languages }: Pick<Candidate, 'languages'>, language: string): boolean {
  const wanted = primarySubtag(language);
  return languages.length === 0 || wanted === UNDETERMINED || languages.includes(wanted);
}

const UNDETERMINED = 'und';

/** `zh-Hans` and `zh-TW` are both `zh`: who reads one makes do with the other. */
export function primarySubtag(language: string): string {
  return (language.split('-')[0] ?? '').toLowerCase();
}
