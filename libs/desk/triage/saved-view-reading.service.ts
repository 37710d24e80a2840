import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SavedViewView } from '#contracts/saved-views.http.js';
import type { SavedView } from '#database/entities/saved-view.entity.js';
import type { Actor } from '#domain/identity/roles.js';
import { mayOnView } from '#domain/triage/saved-view.permissions.js';
import { ReadableDepartments } from '../conversations/readable-departments.js';
import { knownOfficers, tagIdsIn, viewsOf } from './saved-view.queries.js';
import { type NamedThings, savedViewView } from './saved-view.view.js';
import { factsOf, filterOf } from './saved-view-record.js';

@Injectable()
export class SavedViewReadingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly departments: ReadableDepartments,
  ) {}

  /** Mine, then those of teams, then the shared ones. */
  async all(actor: Actor): Promise<SavedViewView[]> {
    const [rows, every, readable] = await Promise.all([
      viewsOf(this.dataSource, [actor.officerId]),
      this.departments.every(),
      this.departments.of(actor),
    ]);
    const readableIds = readable.map(({ id }) => id);
    const views = rows
      .map((row) => ({ row, filter: filterOf(row) }))
      .map((view) => ({ ...view, facts: factsOf(view.row, view.filter, every) }))
      .filter(({ facts }) => mayOnView(actor, 'read', facts));
    const named = views.flatMap(({ filter }) => filter.officer ?? []).filter((who) => who !== 'me' && who !== 'nobody');
    const things: NamedThings = {
      officers: await knownOfficers(this.dataSource, { officerIds: named, departmentIds: readableIds }),
      tagIds: new Set(await tagIdsIn(this.dataSource, readableIds)),
      departments: readable,
    };
    return views.map(({ row, filter, facts }) =>
      savedViewView(row, filter, { ...things, mayEdit: mayOnView(actor, 'edit', facts) }),
    );
  }

  /** The views that an officer may open among rows that were read already. */
  async readableBy(actor: Actor, rows: readonly SavedView[]): Promise<SavedView[]> {
    const every = await this.departments.every();
    return rows.filter((row) => mayOnView(actor, 'read', factsOf(row, filterOf(row), every)));
  }
}
