import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { z } from 'zod';
import type { InboxFilter } from '#contracts/inbox.http.js';
import type { createViewSchema, editViewSchema } from '#contracts/saved-views.http.js';
import { SavedView } from '#database/entities/saved-view.entity.js';
import type { Tx } from '#database/transaction.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { mayOnView, VIEWS_LIMIT, type ViewAudience } from '#domain/triage/saved-view.permissions.js';
import { byOfficer, record } from '../conversations/conversation-record.js';
import { ReadableDepartments } from '../conversations/readable-departments.js';
import { factsOf, filterOf } from './saved-view-record.js';
import { TriageAct } from './triage-act.js';

export interface SeenView {
  viewId: string;
  version: number;
}
export interface ChangedView {
  id: string;
  version: number;
}

/** Named filters: each officer's own, a team's, and those that everybody shares. */
@Injectable()
export class SavedViewService {
  constructor(
    private readonly act: TriageAct,
    private readonly departments: ReadableDepartments,
  ) {}

  /** The same id again answers with the view as it is. */
  async create(actor: Actor, { id, ...given }: z.infer<typeof createViewSchema>): Promise<ChangedView> {
    const placed = await this.placed(actor, given);
    return this.act.run(async (tx, at) => {
      const neighbours = await lockNeighbours(tx, { ...placed, ownerId: actor.officerId });
      const earlier = await tx.findOneBy(SavedView, { id });
      if (earlier?.ownerId === actor.officerId) return changedView(earlier);
      if (earlier) throw refusal('id', 'is taken');
      if (neighbours.length >= VIEWS_LIMIT) throw refusal('audience', `has ${VIEWS_LIMIT} views already`);
      const position = (neighbours.at(-1)?.position ?? 0) + 1;
      const made: SavedView = {
        id,
        ownerId: actor.officerId,
        ...placed,
        position,
        version: 1,
        createdAt: at,
        updatedAt: at,
        deletedAt: null,
      };
      await tx.insert(SavedView, made);
      await this.recordChange(tx, actor, { views: [made], at });
      return changedView(made);
    });
  }

  async edit(
    actor: Actor,
    { viewId, version, ...given }: SeenView & z.infer<typeof editViewSchema>,
  ): Promise<ChangedView> {
    const placed = await this.placed(actor, given);
    return this.change(actor, { viewId, version }, async (tx, view) => {
      const isMoved = view.audience !== placed.audience || view.departmentId !== placed.departmentId;
      if (!isMoved) return placed;
      // It would go into its maker's drawer, not into that of who is taking it away from everybody.
      if (placed.audience === 'mine' && view.ownerId !== actor.officerId) throw forbidden();
      const neighbours = await lockNeighbours(tx, { ...placed, ownerId: view.ownerId });
      if (neighbours.length >= VIEWS_LIMIT) throw refusal('audience', `has ${VIEWS_LIMIT} views already`);
      return { ...placed, position: (neighbours.at(-1)?.position ?? 0) + 1 };
    });
  }

  delete(actor: Actor, seen: SeenView): Promise<ChangedView> {
    return this.change(actor, seen, async (_tx, _view, at) => ({ deletedAt: at }));
  }

  /** Takes a deletion back: at the place where it was. */
  restore(actor: Actor, seen: SeenView): Promise<ChangedView> {
    return this.change(actor, seen, async () => ({ deletedAt: null }));
  }

  /** To the place before another view of the same audience; without one to the end. */
  move(actor: Actor, { beforeId, ...seen }: SeenView & { beforeId?: string | undefined }): Promise<ChangedView> {
    return this.change(actor, seen, async (tx, view) => {
      const others = (await lockNeighbours(tx, view)).filter(({ id }) => id !== view.id);
      const index = beforeId === undefined ? others.length : others.findIndex(({ id }) => id === beforeId);
      if (index < 0) throw refusal('beforeId', 'is not a view of the same audience');
      const inOrder = [...others.slice(0, index), view, ...others.slice(index)];
      for (const [place, { id }] of inOrder.entries()) await tx.update(SavedView, { id }, { position: place + 1 });
      return { position: index + 1 };
    });
  }

  private async change(
    actor: Actor,
    { viewId, version }: SeenView,
    patchOf: (tx: Tx, view: SavedView, at: Date) => Promise<Partial<SavedView>>,
  ): Promise<ChangedView> {
    const departments = await this.departments.every();
    const facts = (view: SavedView) => factsOf(view, filterOf(view), departments);
    return this.act.run(async (tx, at) => {
      const view = await tx.findOne(SavedView, { where: { id: viewId }, lock: { mode: 'for_no_key_update' } });
      if (!view || !mayOnView(actor, 'read', facts(view))) throw notFound();
      if (!mayOnView(actor, 'edit', facts(view))) throw forbidden();
      if (view.version !== version) throw stale(view);
      const patch = { ...(await patchOf(tx, view, at)), updatedAt: at, version: view.version + 1 };
      await tx.update(SavedView, { id: view.id }, patch);
      const changed = { ...view, ...patch };
      await this.recordChange(tx, actor, { views: [view, changed], at });
      return changedView(changed);
    });
  }

  /** The parts of a view that say whose it is, with the right to make such a one. */
  private async placed(
    actor: Actor,
    {
      name,
      filter,
      audience,
      department,
    }: { name: string; filter: InboxFilter; audience: ViewAudience; department?: string | undefined },
  ): Promise<Pick<SavedView, 'name' | 'filter' | 'audience' | 'departmentId'>> {
    const [departmentId = null] = department === undefined ? [] : await this.departments.idsOf(actor, department);
    const row = { audience, departmentId, ownerId: actor.officerId };
    if (!mayOnView(actor, 'edit', factsOf(row, filter, await this.departments.every()))) throw forbidden();
    return { name, filter, audience, departmentId };
  }

  /** Rung are those who may have it on screen, before and after. */
  private async recordChange(
    tx: Tx,
    actor: Actor,
    { views, at }: { views: readonly SavedView[]; at: Date },
  ): Promise<void> {
    const departments = await this.departments.every();
    const concerned = new Set(
      views.flatMap((view): (string | null)[] => {
        if (view.audience === 'mine') return [null];
        if (view.audience === 'team') return [view.departmentId];
        const { namedDepartmentIds } = factsOf(view, filterOf(view), departments);
        return namedDepartmentIds.length > 0 ? [...namedDepartmentIds] : departments.map(({ id }) => id);
      }),
    );
    const viewId = views[0]?.id;
    await record(
      tx,
      [...concerned].map((departmentId) => ({
        type: 'view.changed' as const,
        conversationId: null,
        departmentId,
        version: null,
        actor: byOfficer(actor),
        payload: { viewId, ...(departmentId === null && { officerId: actor.officerId }) },
        at,
      })),
    );
  }
}

/** The views of the same audience in their order; locked, so that two do not take the same place. */
async function lockNeighbours(
  tx: Tx,
  { audience, ownerId, departmentId }: Pick<SavedView, 'audience' | 'ownerId' | 'departmentId'>,
): Promise<SavedView[]> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `saved views: ${audience} ${audience === 'mine' ? ownerId : (departmentId ?? '')}`,
  ]);
  const whose = { mine: { ownerId }, team: { departmentId: departmentId ?? '' }, shared: {} }[audience];
  return tx.find(SavedView, {
    where: { audience, deletedAt: IsNull(), ...whose },
    order: { position: 'ASC', id: 'ASC' },
  });
}

function changedView({ id, version }: SavedView): ChangedView {
  return { id, version };
}

const notFound = () => new Refusal('not-found', { detail: 'There is no such view.' });

const forbidden = () =>
  new Refusal('forbidden', {
    detail: 'The views of a team are kept by its supervisors, those of everybody by who supervises all that they name.',
  });

function stale({ version }: SavedView): Refusal {
  return new Refusal('stale-version', {
    detail: 'The view has changed since you looked at it.',
    current: { version },
  });
}

function refusal(field: string, reason: string): Refusal {
  return new Refusal('invalid', { detail: `${field}: ${reason}`, errors: [{ field, reason }] });
}
