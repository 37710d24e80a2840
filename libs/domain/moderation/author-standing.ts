/** What a department knows of an author before it has read the message. */
export const STANDINGS = ['new', 'known', 'refused'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface AuthorRecord {
  /** Earlier messages that the public or the desk may read as they are. */
  cleared: number;
  /** Earlier messages that were hidden, redacted or rejected, of the last half year. */
  refused: number;
}

/** One refusal among many good messages is an accident; among few it is what is known. */
const CLEARED_THAT_OUTWEIGH = 5;

export function standingOf({ cleared, refused }: AuthorRecord): Standing {
  if (refused > 0 && cleared < refused * CLEARED_THAT_OUTWEIGH) return 'refused';
  return cleared > 0 ? 'known' : 'new';
}
