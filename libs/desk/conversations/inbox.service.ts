import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { InboxFilter, InboxPage, InboxQuery } from '#contracts/inbox.http.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { decodeCursor } from './cursor.js';
import { inboxPage } from './inbox.queries.js';
import { inboxPageView } from './inbox.view.js';
import type { InboxSelection } from './inbox-conditions.js';
import { measuredIn, unmeasured } from './measured-filter.js';
import { channelIdsOf, tagsWanted } from './named-in-filter.js';
import { ReadableDepartments } from './readable-departments.js';

@Injectable()
export class InboxService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly departments: ReadableDepartments,
    private readonly clock: Clock,
  ) {}

  async page(actor: Actor, query: InboxQuery): Promise<InboxPage> {
    const records = await inboxPage(this.dataSource, await this.selectionOf(actor, query));
    return inboxPageView(records, query);
  }

  /** What a filter shows at this moment, in its order, `most` rows of it: what a bulk act is frozen to. */
  async rowsOf(actor: Actor, query: InboxFilter, most: number): Promise<{ id: string; version: number }[]> {
    const selection = await this.selectionOf(actor, { ...query, limit: most - 1 });
    const records = await inboxPage(this.dataSource, selection);
    return records.map(({ id, version }) => ({ id, version }));
  }

  /**
   * What the filter means for this officer: their departments, with all that it names looked up. Throws `not-found`
   * where it names departments and the officer has a part in none of them.
   */
  async selectionOf(actor: Actor, query: InboxQuery): Promise<InboxSelection> {
    const {
      cursor,
      department,
      supervised,
      tag,
      tagMatch,
      officer,
      channel,
      class: codes,
      ...rest
    } = unmeasured(query);
    const readable = await this.departments.of(actor, supervised ? ['supervisor'] : undefined);
    const named = department ? readable.filter(({ slug }) => department.includes(slug)) : readable;
    if (department && named.length === 0) throw new Refusal('not-found', { detail: 'There is no such department.' });
    const departmentIds = named.map(({ id }) => id);
    const wanted = tag && { departmentIds, tagIds: tag, match: tagMatch ?? 'any' };
    return {
      ...rest,
      departmentIds,
      ...(wanted && (await tagsWanted(this.dataSource, wanted))),
      holders: officer?.map((who) => (who === 'nobody' ? null : who === 'me' ? actor.officerId : who)),
      channelIds: channel && (await channelIdsOf(this.dataSource, channel)),
      classCodes: codes?.map((code) => (code === 'none' ? null : code)),
      measured: measuredIn(query),
      answeredFrom: query.answeredFrom && new Date(query.answeredFrom).toISOString(),
      answeredTo: query.answeredTo && new Date(query.answeredTo).toISOString(),
      officerId: actor.officerId,
      now: this.clock.now(),
      after: decodeCursor(cursor),
    };
  }
}
