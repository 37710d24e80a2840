import { z } from 'zod';
import { Refusal } from '#domain/refusal.js';

/** Where a keyset page ended: an instant in microseconds as PostgreSQL prints it, and the row's id. */
export interface Cursor {
  at: string;
  id: string;
  /** In lists that begin with what is urgent: this row was none of that. */
  isLater?: boolean | undefined;
}

const cursorShape = z.tuple([z.union([z.literal('infinity'), z.iso.datetime()]), z.uuid(), z.boolean().optional()]);

function encodeCursor({ at, id, isLater }: Cursor): string {
  const place = isLater === undefined ? [at, id] : [at, id, isLater];
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Throws `invalid` for what this desk did not make. */
export function decodeCursor(text: string | undefined): Cursor | null {
  if (text === undefined) return null;
  try {
    const [at, id, isLater] = cursorShape.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return { at, id, isLater };
  } catch {
    throw new Refusal('invalid', { errors: [{ field: 'cursor', reason: 'is not a cursor of this desk' }] });
  }
}

export interface KeysetPage<Row> {
  items: Row[];
  nextCursor: string | null;
}

/** The page in rows of which one more was asked for than fits: the extra one tells that there is more. */
export function keysetPage<Row>(rows: readonly Row[], limit: number, cursorOf: (row: Row) => Cursor): KeysetPage<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return { items, nextCursor: hasMore ? encodeCursor(cursorOf(last)) : null };
}
