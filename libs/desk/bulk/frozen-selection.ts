import { createHash } from 'node:crypto';
import { parse } from 'node:querystring';
import { Injectable } from '@nestjs/common';
import { BULK_LIMIT, type BulkSelection } from '#contracts/bulk.http.js';
import { inboxFilterSchema } from '#contracts/inbox.http.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { InboxService } from '../conversations/inbox.service.js';

export interface FrozenRow {
  id: string;
  version: number;
}

/** Which rows a bulk act is over: decided once, when it is ordered. What comes into the view later is not part of it. */
@Injectable()
export class FrozenSelection {
  constructor(private readonly inbox: InboxService) {}

  /** Picked rows may be any: each is judged when its turn comes. A filter finds only what the officer may read. */
  async of(actor: Actor, selection: BulkSelection): Promise<FrozenRow[]> {
    if ('conversations' in selection) return distinct(selection.conversations);
    const rows = await this.found(actor, selection.filter);
    if (rows.length === 0) throw new Refusal('invalid', { detail: 'No conversation fits this filter any more.' });
    if (rows.length > BULK_LIMIT)
      throw new Refusal('too-large', { detail: `More than ${BULK_LIMIT} conversations: narrow the filter.` });
    return rows;
  }

  /** How many the filter finds now; one above the limit for any more. */
  async count(actor: Actor, filter: string): Promise<number> {
    return (await this.found(actor, filter)).length;
  }

  private found(actor: Actor, filter: string): Promise<FrozenRow[]> {
    return this.inbox.rowsOf(actor, queryIn(filter), BULK_LIMIT + 1);
  }
}

/** The same for the same rows or the same filter, whatever has become of either; not for anything else. */
export function fingerprintOf(selection: BulkSelection): string {
  const what =
    'filter' in selection
      ? [selection.filter]
      : distinct(selection.conversations)
          .map(({ id }) => id)
          .sort();
  return createHash('sha256').update(JSON.stringify(what)).digest('base64url');
}

/** The filter that the list itself is asked with; not what is looked for in it: of matches only what is on screen can be picked. Throws `invalid`. */
function queryIn(filter: string) {
  const query = inboxFilterSchema.safeParse(parse(filter));
  if (query.success) return query.data;
  const reason = query.error.issues[0]?.message ?? 'is not a filter of the inbox';
  throw new Refusal('invalid', { detail: `filter: ${reason}`, errors: [{ field: 'filter', reason }] });
}

function distinct(rows: readonly FrozenRow[]): FrozenRow[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
