import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { InboxPage, InboxQuery, InboxRow } from '#contracts/inbox.http.js';
import { normaliseReference } from '#domain/conversations/reference.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { readSearch, type SearchProblem, type SearchQuery } from '#domain/search/search-query.js';
import { InboxService } from '../conversations/inbox.service.js';
import type { InboxSelection } from '../conversations/inbox-conditions.js';
import { type Asked, newerMatches, stretchBefore } from './find-entries.js';
import { rowByReference, rowsAmong } from './found-rows.queries.js';
import { conversationsWith, inOrder, orderOf, type RankedMatch, rankMatches } from './rank-matches.js';
import type { TimePlace } from './search.queries.js';
import { matchedRowView, matchView, referenceMatchView } from './search.view.js';
import { decodeSearchCursor, encodeSearchCursor, type SearchCursor } from './search-cursor.js';

/** Where nothing of a stretch holds the terms after all, so many are looked into for one page. */
const STRETCHES_PER_PAGE = 5;
const DAY_MS = 86_400_000;
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const NO_QUESTION: Record<SearchProblem, string> = {
  nothing: 'has no letter or digit to look for',
  'too-short': 'is too short: a Chinese word has two characters',
};

/** A search is a list like the others: the same filters, the same rows, each with the place that was found. */
@Injectable()
export class SearchService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly inbox: InboxService,
  ) {}

  /**
   * Conversations in which everything occurs that was typed, in one message, reply, note or letter. The newest hundred
   * matches are ranked among each other, then the hundred before them, and so on: a page is never wrong about what is
   * newest by more than that, and costs the same for a word in every text and for one in ten.
   */
  async page(actor: Actor, { q, cursor, ...filter }: InboxQuery & { q: string }): Promise<InboxPage> {
    const selection = await this.inbox.selectionOf(actor, { ...filter, cursor: undefined });
    const byReference = cursor === undefined ? await this.byReference(selection, q) : null;
    if (byReference) return { items: [byReference], nextCursor: null };
    const query = readSearch(q);
    if (typeof query === 'string') {
      const reason = NO_QUESTION[query];
      throw new Refusal('invalid', { detail: `q: ${reason}`, errors: [{ field: 'q', reason }] });
    }
    const from =
      cursor === undefined ? { before: newestAt(tomorrow(selection.now)), last: null } : decodeSearchCursor(cursor);
    return this.pageFrom({ query, selection, from, limit: filter.limit });
  }

  private async pageFrom(asked: Page): Promise<InboxPage> {
    let page = await this.nextRows(asked);
    for (let n = 1; n < STRETCHES_PER_PAGE && page.items.length === 0 && page.next; n += 1) {
      page = await this.nextRows({ ...asked, from: page.next });
    }
    if (!page.next) return { items: page.items, nextCursor: null };
    const lookedBackTo = page.next.before.at.toISOString();
    return { items: page.items, nextCursor: encodeSearchCursor(page.next), lookedBackTo };
  }

  private async nextRows({ query, selection, from, limit }: Page): Promise<NextRows> {
    const { before, last } = from;
    const ranked = await this.ranked({ query, selection, before });
    const left = ranked.matches.filter((match) => !last || inOrder(last, orderOf(match)) < 0);
    const shown = left.slice(0, limit);
    const items = await this.rows(query, selection, shown);
    if (shown.length < left.length) return { items, next: after(ranked, shown) };
    return { items, next: ranked.rest && { before: ranked.rest, last: null } };
  }

  private async ranked(asked: Asked): Promise<Ranked> {
    const { entries, rest } = await stretchBefore(this.dataSource, asked);
    const matches = await rankMatches(this.dataSource, asked.query, entries);
    const [newest] = entries;
    // From now on without what comes in meanwhile.
    if (isNewest(asked.before)) return { matches, rest, before: newest ? newestAt(newest.at) : asked.before };
    const newer = await newerMatches(this.dataSource, asked, entries);
    const shown = await conversationsWith(this.dataSource, asked.query, newer);
    const fresh = matches.filter(({ entry }) => !shown.has(entry.conversationId));
    return { matches: fresh, rest, before: asked.before };
  }

  private async rows(
    query: SearchQuery,
    selection: InboxSelection,
    shown: readonly RankedMatch[],
  ): Promise<InboxRow[]> {
    const ids = shown.map(({ entry }) => entry.conversationId);
    const records = new Map((await rowsAmong(this.dataSource, selection, ids)).map((record) => [record.id, record]));
    return shown.flatMap((match) => {
      const record = records.get(match.entry.conversationId);
      return record ? [matchedRowView(record, matchView(match, query))] : [];
    });
  }

  private async byReference(selection: InboxSelection, typed: string): Promise<InboxRow | null> {
    const reference = normaliseReference(typed);
    const record = reference && (await rowByReference(this.dataSource, selection.departmentIds, reference));
    return record ? matchedRowView(record, referenceMatchView(record)) : null;
  }
}

interface Page {
  query: SearchQuery;
  selection: InboxSelection;
  from: SearchCursor;
  limit: number;
}

interface NextRows {
  items: InboxRow[];
  next: SearchCursor | null;
}

interface Ranked {
  /** Best first. */
  matches: readonly RankedMatch[];
  /** Where these were found, and where the next are. */
  before: TimePlace;
  rest: TimePlace | null;
}

function after({ before }: Ranked, shown: readonly RankedMatch[]): SearchCursor | null {
  const last = shown.at(-1);
  return last ? { before, last: orderOf(last) } : null;
}

/** Clocks of several machines may differ a little. */
const tomorrow = (now: Date) => new Date(now.getTime() + DAY_MS);
const newestAt = (at: Date): TimePlace => ({ at, id: LAST_ID });
const isNewest = ({ id }: TimePlace) => id === LAST_ID;
