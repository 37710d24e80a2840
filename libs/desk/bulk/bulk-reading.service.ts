import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BULK_LIMIT, type BulkFilterCount, type BulkView, type RefusedList } from '#contracts/bulk.http.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { ReadableDepartments } from '../conversations/readable-departments.js';
import { bulkRecord, recentBulks, refusedItems } from './bulk.queries.js';
import { bulkView, refusedRowView } from './bulk.view.js';
import { FrozenSelection } from './frozen-selection.js';

const REFUSED_PAGE = 100;

/** An officer's own bulk acts: how far they are, what was refused and why. */
@Injectable()
export class BulkReadingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly departments: ReadableDepartments,
    private readonly selection: FrozenSelection,
    private readonly clock: Clock,
  ) {}

  async recent({ officerId }: Actor): Promise<BulkView[]> {
    const records = await recentBulks(this.dataSource, officerId);
    return records.map((record) => bulkView(record, this.clock.now()));
  }

  async read({ officerId }: Actor, id: string): Promise<BulkView> {
    const record = await bulkRecord(this.dataSource, officerId, id);
    if (!record) throw new Refusal('not-found', { detail: 'There is no such bulk act of yours.' });
    return bulkView(record, this.clock.now());
  }

  async refused(actor: Actor, bulkId: string, cursor: string | undefined): Promise<RefusedList> {
    await this.read(actor, bulkId);
    const departmentIds = await this.departments.idsOf(actor);
    const after = cursor === undefined ? 0 : Number(cursor);
    const records = await refusedItems(this.dataSource, { bulkId, departmentIds, after, rows: REFUSED_PAGE + 1 });
    const page = records.slice(0, REFUSED_PAGE);
    const hasMore = records.length > REFUSED_PAGE;
    return { items: page.map(refusedRowView), nextCursor: hasMore ? String(page.at(-1)?.place) : null };
  }

  async count(actor: Actor, filter: string): Promise<BulkFilterCount> {
    return { total: await this.selection.count(actor, filter), limit: BULK_LIMIT };
  }
}
