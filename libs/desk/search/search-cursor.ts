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

/** Years 1 to 9999: beyond, neither JavaScript nor PostgreSQL reckons with days as here. */
const timeShape = z.int().min(Date.parse('0001-02-01T00:00:00Z')).max(Date.parse('9999-12-01T00:00:00Z'));
const cursorShape = z.tuple([timeShape, z.uuid(), z.number().optional(), z.uuid().optional()]);

export function encodeSearchCursor({ before, last }: SearchCursor): string {
  const parts = [before.at.getTime(), before.id, ...(last ? [last.place, last.conversationId] : [])];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Throws `invalid` for what this desk did not make. */
export function decodeSearchCursor(text: string): SearchCursor {
  try {
    const [at, id, place, conversationId] = cursorShape.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    const last = place !== undefined && conversationId ? { place, conversationId } : null;
    return { before: { at: new Date(at), id }, last };
  } catch {
    throw new Refusal('invalid', { errors: [{ field: 'cursor', reason: 'is not a cursor of this search' }] });
  }
}
