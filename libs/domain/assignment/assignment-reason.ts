import type { TakenBackBecause } from './taken-back.js';

/** In the order in which they are tried; the last three are what people do. */
export const ASSIGNMENT_RULES = [
  'answered-before',
  'stand-in',
  'had-it-before',
  'least-loaded',
  'round-robin',
  'pulled',
  'claimed',
  'by-hand',
] as const;
/** By these a person has taken it or given it. */
export const RULES_OF_PEOPLE: readonly AssignmentRule[] = ['pulled', 'claimed', 'by-hand'];
export type AssignmentRule = (typeof ASSIGNMENT_RULES)[number];

/** Kept with the assignment as it was at that moment, so that the console can say why this officer. Ids and codes only. */
export interface AssignmentReason {
  rule: AssignmentRule;
  /** How many officers could have taken it. */
  eligible?: number;
  /** What the chosen one had in hand before this one, in normal conversations. */
  inHand?: number;
  capacity?: number;
  /** The citizen's language, where it mattered; not spoken: nobody in the department speaks it. */
  language?: { tag: string; isSpoken: boolean };
  /** What the conversation asks for and the officer has. */
  skills?: string[];
  /** Whose stand-in took it. */
  standInForId?: string;
  /** Offered again: from whom it was taken back, and why. */
  takenBack?: { officerId: string; because: TakenBackBecause };
  /** Who assigned it, where a person did. */
  byOfficerId?: string;
}
