import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { InboxCounts, InboxPage, InboxQuery } from '#contracts/inbox.http.js';
import type { Actor } from '#domain/identity/roles.js';
import { Clock } from '#platform/clock.js';
import { prepared } from '#platform/database/prepared.js';
import { decodeCursor } from './cursor.js';
import { INBOX_COUNTS, inboxPage } from './inbox.queries.js';
import { inboxPageView } from './inbox.view.js';
import { ReadableDepartments } from './readable-departments.js';

@Injectable()
export class InboxService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly departments: ReadableDepartments,
    private readonly clock: Clock,
  ) {}

  async page(actor: Actor, { cursor, department, supervised, ...query }: InboxQuery): Promise<InboxPage> {
    const departmentIds = await this.departments.idsOf(actor, department, supervised ? ['supervisor'] : undefined);
    const records = await inboxPage(this.dataSource, {
      ...query,
      answeredFrom: query.answeredFrom && new Date(query.answeredFrom).toISOString(),
      answeredTo: query.answeredTo && new Date(query.answeredTo).toISOString(),
      departmentIds,
      officerId: actor.officerId,
      now: this.clock.now(),
      after: decodeCursor(cursor),
    });
    return inboxPageView(records, query);
  }

  async counts(actor: Actor): Promise<InboxCounts> {
    const [readable, moderated, reviewed] = await Promise.all([
      this.departments.idsOf(actor),
      this.departments.idsOf(actor, undefined, ['moderator']),
      this.departments.reviewedBy(actor),
    ]);
    const values = [readable, actor.officerId, this.clock.now(), moderated, reviewed];
    const [counts] = await prepared<InboxCounts>(this.dataSource, INBOX_COUNTS, values);
    if (!counts) throw new Error('counting answered nothing');
    return counts;
  }
}
