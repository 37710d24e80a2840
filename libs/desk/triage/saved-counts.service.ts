import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { InboxFilter } from '#contracts/inbox.http.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { inboxCount } from '../conversations/inbox.queries.js';
import { InboxService } from '../conversations/inbox.service.js';
import type { InboxSelection } from '../conversations/inbox-conditions.js';
import { DearCounts, type Timed } from './dear-counts.js';
import { viewsOf } from './saved-view.queries.js';
import { SavedViewReadingService } from './saved-view-reading.service.js';
import { filterOf } from './saved-view-record.js';

/** By the id of the view. */
export type SavedCounts = Record<string, number>;

@Injectable()
export class SavedCountsService {
  private readonly dear = new DearCounts();

  constructor(
    private readonly dataSource: DataSource,
    private readonly inbox: InboxService,
    private readonly views: SavedViewReadingService,
  ) {}

  /** Of officers who may read the same departments, in their order: each different filter is counted once. */
  async of(actors: readonly Actor[]): Promise<SavedCounts[]> {
    const rows = await viewsOf(this.dataSource, [...new Set(actors.map(({ officerId }) => officerId))]);
    if (rows.length === 0) return actors.map(() => ({}));
    const counted = new Map<string, Promise<number>>();
    const all: SavedCounts[] = [];
    for (const actor of actors) {
      const counts: SavedCounts = {};
      for (const row of await this.views.readableBy(actor, rows)) {
        const filter = filterOf(row);
        const key = keyOf(filter, actor);
        const count = counted.get(key) ?? this.count(actor, filter);
        counted.set(key, count);
        counts[row.id] = await count;
      }
      all.push(counts);
    }
    return all;
  }

  private async count(actor: Actor, filter: InboxFilter): Promise<number> {
    try {
      const { now, ...selection } = await this.inbox.selectionOf(actor, { ...filter, limit: 1 });
      const { officerId, ...shared } = selection;
      const key = JSON.stringify(isPersonal(filter) ? selection : shared);
      return await this.dear.count(key, () => this.timed({ ...selection, now }));
    } catch (error) {
      // It names departments only that this officer has no part in any more.
      if (error instanceof Refusal && error.code === 'not-found') return 0;
      throw error;
    }
  }

  private async timed(selection: InboxSelection): Promise<Timed> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.connect();
      const began = performance.now();
      const n = await inboxCount(runner.manager, selection);
      return { n, tookMs: performance.now() - began };
    } finally {
      await runner.release();
    }
  }
}

function keyOf(filter: InboxFilter, actor: Actor): string {
  return JSON.stringify([filter, isPersonal(filter) && actor.officerId]);
}

/** The same filter means something else to somebody else. */
function isPersonal({ view, officer, supervised }: InboxFilter): boolean {
  return view === 'mine' || officer?.includes('me') === true || supervised === true;
}
