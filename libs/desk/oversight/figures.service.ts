import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Figures, FiguresQuery } from '#contracts/oversight.http.js';
import type { Department } from '#database/entities/department.entity.js';
import type { Tx } from '#database/transaction.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { ReadableDepartments } from '../conversations/readable-departments.js';
import { countUpTo, exactFigures } from './exact-figures.queries.js';
import type { NumbersByKey } from './figure-numbers.js';
import { figuresView } from './figures.view.js';
import { type FiguresSelection, selectionOf } from './figures-selection.js';
import { channelNamed, classLabels, type Label, labelsOf } from './labels.queries.js';
import { lagOf } from './lag.queries.js';
import { assertTimeZone } from './local-day.js';
import { openFigures } from './open-figures.queries.js';
import { rolledFigures, rolledPlan } from './rolled-figures.js';
import { sketchedFigures } from './sketched-figures.queries.js';
import { supervisedDepartments } from './supervised-departments.js';

/** Up to so many every single one is looked at. */
const EXACT_UP_TO = 5_000;
/** In a zone that is not the departments', the days of so many are cut anew. */
const ZONE_UP_TO = 50_000;
/** More days than that nobody reads one by one. */
const MOST_DAYS = 400;
const DAY_MS = 24 * 3_600_000;

/** How long things took, how many, and what is still open: of what a supervisor supervises. */
@Injectable()
export class FiguresService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly departments: ReadableDepartments,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, query: FiguresQuery): Promise<Figures> {
    const supervised = await supervisedDepartments(this.departments, actor, query.department);
    return this.readOf(supervised, query);
  }

  /** Of these departments; who may see them is decided by the caller. */
  async readOf(departments: readonly Department[], query: FiguresQuery): Promise<Figures> {
    if (query.timeZone !== undefined) assertTimeZone(query.timeZone);
    assertForwards(query);
    const isWholeDesk = departments.length === (await this.departments.every()).length;
    // What several statements read is one state of the desk.
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const channelId = query.channel === undefined ? undefined : await channelNamed(tx, query.channel);
      const selection = selectionOf(query, { supervised: departments, isWholeDesk, channelId });
      return this.readIn(tx, query, selection);
    });
  }

  private async readIn(tx: Tx, query: FiguresQuery, asked: FiguresSelection): Promise<Figures> {
    const now = this.clock.now();
    const { selection, numbers, isExact } = await this.numbersOf(tx, asked);
    const open = await openFigures(tx, selection);
    const labels = await labelsFor(tx, selection, [...numbers.groups.keys(), ...(open?.groups?.keys() ?? [])]);
    const lag = await lagOf(tx, { departmentIds: selection.departmentIds, now });
    return figuresView({ query, selection, numbers, open, labels, lag, isExact, now });
  }

  private async numbersOf(
    tx: Tx,
    asked: FiguresSelection,
  ): Promise<{ selection: FiguresSelection; numbers: NumbersByKey; isExact: boolean }> {
    const isFew = async (limit: number) => (await countUpTo(tx, asked, limit + 1)) <= limit;
    const exact = async () => ({ selection: asked, isExact: true, numbers: await exactFigures(tx, asked) });
    if (asked.zone !== null && (await isFew(ZONE_UP_TO))) return exact();
    const selection = this.readable({ ...asked, zone: null });
    const plan = rolledPlan(selection);
    if (!plan && (await isFew(EXACT_UP_TO))) return exact();
    const numbers = plan ? await rolledFigures(tx, selection, plan) : await sketchedFigures(tx, selection);
    // Counting them first would take longer than most rollups do.
    if (plan && asked.zone === null && casesIn(numbers) <= EXACT_UP_TO) return exact();
    return { selection, isExact: false, numbers };
  }

  private readable(selection: FiguresSelection): FiguresSelection {
    const { groupBy, from, to } = selection;
    if (groupBy !== 'day') return selection;
    const last = to ? Date.parse(to) : this.clock.now().getTime();
    const days = from ? (last - Date.parse(from)) / DAY_MS : Number.POSITIVE_INFINITY;
    return days > MOST_DAYS ? { ...selection, groupBy: 'month' } : selection;
  }
}

/** What was closed unanswered is judged, and no case otherwise. */
function casesIn({ total }: NumbersByKey): number {
  return Math.max(total.n, total.judged);
}

function labelsFor(
  tx: Tx,
  { groupBy, departmentIds }: FiguresSelection,
  keys: readonly string[],
): Promise<Map<string, Label>> {
  return groupBy === 'class' ? classLabels(tx, departmentIds) : labelsOf(tx, groupBy, keys);
}

function assertForwards({ from, to }: FiguresQuery): void {
  if (from === undefined || to === undefined || from <= to) return;
  const reason = 'is before the first day';
  throw new Refusal('invalid', { detail: `to: ${reason}`, errors: [{ field: 'to', reason }] });
}
