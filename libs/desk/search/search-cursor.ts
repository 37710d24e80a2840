import { z } from 'zod';
import { Refusal } from '#domain/refusal.js';
import type { MatchOrder } from './rank-matches.js';
import type { TimePlace } from './search.queries.js';

/** Where a page of matches ended: in which stretch of time, and after which place in its order. */
export interface SearchCursor {
  /** The stretch holds the newest matches before this. */
  before: TimePlace;
  /** The last conversation shown of it; null where nothing has been. */
  last: MatchOrder | null;
}

const cursorShape = z.tuple([z.int(), z.uuid(), z.number().optional(), z.uuid().optional()]);

export function encodeSearchCursor({ before, last }: SearchCursor): string {
  const parts = [before.at.getTime(), before.id, ...(last ? [last.place, last.conversationId] : [])];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Throws `invalid` for what this desk did not make. */
export function decodeSearchCursor(text: string): SearchCursor {
  try {
    const [at, id, place, conversationId] = cursorShape.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    const last = place !== undefined && conversationId ? { place, conversationId } : null;
    return { before: { at: z.date().parse(new Date(at)), id }, last };
  } catch {
    throw new Refusal('invalid', { errors: [{ field: 'cursor', reason: 'is not a cursor of this search' }] });
  }
}
