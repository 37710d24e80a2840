import { type ConversationStatus, fits } from '../conversations/conversation.lifecycle.js';
import { isConversationPublic, type Moderated } from '../moderation/visibility.js';

/** Why two conversations cannot become one. */
export const OBSTACLES = [
  'itself',
  'other-department',
  'merged-already',
  'not-screened',
  'would-hide',
  'letter-in-progress',
  'too-many',
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** A survivor's thread is read as a whole: nobody reads more conversations in one. */
export const PARTS_LIMIT = 50;

export interface Mergeable {
  id: string;
  departmentId: string;
  status: ConversationStatus;
  /** The message that opened it. */
  opening: Moderated;
  /** A letter is being written, reviewed or scheduled in it. */
  hasUnpublishedLetter: boolean;
  /** The conversation from which it was split off. */
  splitFromId: string | null;
  /** How many are merged into it. */
  parts: number;
}

/**
 * What stands in the way of carrying on `merged` in `survivor`; null for nothing. One department has both: handing a
 * matter to another department is a transfer, with its note and its clock. What the public can read is never taken away
 * from it by a merge into what is not public, unless it came from there: then the other one has to survive.
 */
export function obstacleTo(merged: Mergeable, survivor: Mergeable): Obstacle | null {
  if (merged.id === survivor.id) return 'itself';
  if (merged.departmentId !== survivor.departmentId) return 'other-department';
  if (merged.status === 'merged' || survivor.status === 'merged') return 'merged-already';
  if (!fits(merged.status, 'merge') || !fits(survivor.status, 'merge')) return 'not-screened';
  const isPublicOnly = isConversationPublic(merged.opening) && !isConversationPublic(survivor.opening);
  if (isPublicOnly && merged.splitFromId !== survivor.id) return 'would-hide';
  if (merged.hasUnpublishedLetter) return 'letter-in-progress';
  return merged.parts + survivor.parts + 1 > PARTS_LIMIT ? 'too-many' : null;
}
