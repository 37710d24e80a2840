import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { FIGURE_GROUPS, figuresQuerySchema } from '#contracts/oversight.http.js';
import { createDataSource } from '#database/data-source.js';
import { Department } from '#database/entities/department.entity.js';
import type { Tx } from '#database/transaction.js';
import { DeskRows, StandingClock } from '../../../test/support/desk-rows.js';
import { dice } from '../../../test/support/dice.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/postgres.js';
import { ReadableDepartments } from '../conversations/readable-departments.js';
import { exactFigures } from './exact-figures.queries.js';
import { type FigureNumbers, NO_NUMBERS } from './figure-numbers.js';
import { FiguresService } from './figures.service.js';
import { selectionOf } from './figures-selection.js';
import {
  type MeasurementRow,
  markStale,
  removeMeasurements,
  writeMeasurements,
} from './measuring/measurement.queries.js';
import { forgetRollups, rollUpBatch } from './measuring/rebuild-figures.js';
import { rolledFigures, rolledPlan } from './rolled-figures.js';
import { DIMENSIONS } from './rollups/dimensions.js';
import { rollUpStale } from './rollups/roll-up.js';
import { markAllStale, WHOLE_DESK } from './rollups/rollup.queries.js';
import { countWrongRollups } from './rollups/wrong-rollups.js';
import { binOf, SKETCH_ERROR } from './sketch.js';
import { sketchedFigures } from './sketched-figures.queries.js';

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.parse('2024-01-15T00:00:00Z');
const CASES = 1_500;
const BEFORE = '2026-03-01';

/** Hundreds of days are rolled up in each. */
jest.setTimeout(90_000);

describe('figures from rollups', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let departments: Department[];
  let rows: MeasurementRow[];

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await createDataSource({ url: database.url, poolSize: 3 }).initialize();
    const desk = new DeskRows(dataSource);
    departments = [await desk.department(), await desk.department(), await desk.department()];
    rows = Array.from({ length: CASES }, (_, n) => drawn(n));
    await dataSource.transaction(async (tx) => {
      await writeMeasurements(tx, rows);
      await markStale(tx, rows);
    });
    await rollUp();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const roll = dice(11);
  const officers = [randomUUID(), randomUUID()];
  const channels = [randomUUID(), randomUUID()];
  const one = <Item>(items: readonly Item[]): Item => items[roll(items.length)] as Item;

  function drawn(n: number): MeasurementRow {
    const calendarMs = roll(9) ? roll(400) * 3_600_000 + roll(3_600_000) : null;
    const workingMs = roll(3) && calendarMs !== null ? Math.floor(calendarMs / 4) : null;
    const endedAt = new Date(FIRST_DAY + roll(200) * DAY_MS + roll(24) * 3_600_000);
    return {
      ...{ conversationId: randomUUID(), measure: roll(4) ? 'first-answer' : 'next-answer', ordinal: 1 + (n % 2) },
      ...{ departmentId: one(departments).id, channelId: one(channels), language: one(['zh', 'en']) },
      ...{ priority: one(['urgent', 'normal']), classCode: one([null, 'life']), officerId: one([null, ...officers]) },
      ...{
        register: one(['reply', 'letter', null]),
        startedAt: new Date(endedAt.getTime() - (calendarMs ?? 0)),
        endedAt,
      },
      ...{ endedOn: endedAt.toISOString().slice(0, 10), endedHour: endedAt.getUTCHours(), calendarMs, workingMs },
      ...{
        calendarBin: calendarMs === null ? null : binOf(calendarMs),
        workingBin: workingMs === null ? null : binOf(workingMs),
      },
      isWithin: one(calendarMs === null ? [true, false] : [true, false, null]),
    };
  }

  async function rollUp(): Promise<void> {
    const step = (tx: Tx) => rollUpStale(tx, { before: BEFORE, limit: 200 });
    while ((await dataSource.transaction(step)) > 0);
  }

  /** A line a row: the difference of two thousand rows of bytes would take Jest longer than its patience. */
  const kept = async (): Promise<string[]> => {
    const lines: { line: string }[] = await dataSource.query('SELECT rollup::text AS line FROM rollup ORDER BY 1');
    return lines.map(({ line }) => line);
  };
  const differing = (found: readonly string[], right: readonly string[]) => {
    const [there, wanted] = [new Set(found), new Set(right)];
    return [...found.filter((line) => !wanted.has(line)), ...right.filter((line) => !there.has(line))].slice(0, 3);
  };

  function near(found: FigureNumbers, exact: FigureNumbers, what: string): void {
    const { percentilesMs: asked, ...counted } = found;
    const { percentilesMs: right, ...rightly } = exact;
    expect([what, counted]).toEqual([what, { ...counted, ...rightly }]);
    for (const [place, value] of asked.entries()) {
      const wanted = right[place] ?? null;
      if (value === null || wanted === null) expect([what, value]).toEqual([what, wanted]);
      else if (Math.abs(value - wanted) > wanted * SKETCH_ERROR + 1) expect([what, value]).toEqual([what, wanted]);
    }
  }

  const RANGES = [
    {},
    { from: '2024-02-10', to: '2024-07-19' },
    { from: '2024-05-03', to: '2024-05-20' },
    { from: '2024-05-31' },
  ];

  async function compare(departmentIds: readonly Department[]): Promise<number> {
    let compared = 0;
    const isWholeDesk = departmentIds.length === departments.length;
    for (const range of RANGES)
      for (const groupBy of FIGURE_GROUPS)
        for (const narrowed of [
          {},
          { officer: officers[0] },
          { register: 'reply' },
          { class: 'none', clock: 'working' },
          { language: 'zh', priority: 'urgent' },
          { register: 'letter', class: 'life', language: 'en', clock: 'working' },
        ]) {
          const query = figuresQuerySchema.parse({ ...range, groupBy, ...narrowed });
          const selection = selectionOf(query, { supervised: departmentIds, isWholeDesk, channelId: undefined });
          const plan = rolledPlan(selection);
          if (!plan) continue;
          const [rolled, exact] = await dataSource.transaction(async (tx) => [
            await rolledFigures(tx, selection, plan),
            await exactFigures(tx, selection),
          ]);
          near(rolled.total, exact.total, JSON.stringify(query));
          if (groupBy !== 'none') expect([...rolled.groups.keys()].sort()).toEqual([...exact.groups.keys()].sort());
          for (const [key, numbers] of exact.groups)
            near(rolled.groups.get(key) ?? NO_NUMBERS, numbers, `${JSON.stringify(query)} ${key}`);
          compared += 1;
        }
    return compared;
  }

  it('are those of every single case, whatever is asked, of one department and of the whole desk', async () => {
    expect(await compare(departments)).toBeGreaterThan(150);
    expect(await compare(departments.slice(0, 1))).toBeGreaterThan(150);
  });

  it('are not behind for a moment, and are the same rows as if rolled up anew', async () => {
    const gone = rows.slice(0, 40);
    const changed = rows.slice(40, 80).map((row) => ({ ...row, priority: 'low', endedOn: '2024-03-31' }));
    await dataSource.transaction(async (tx) => {
      await removeMeasurements(tx, gone);
      await writeMeasurements(tx, changed);
      await markStale(tx, [...rows.slice(0, 80), ...changed]);
    });
    await compare(departments.slice(1));
    await rollUp();
    await compare(departments);
    const incremental = await kept();
    await dataSource.query('TRUNCATE rollup');
    const all: MeasurementRow[] = [...rows.slice(80), ...changed];
    await dataSource.transaction((tx) => markStale(tx, all));
    await rollUp();
    expect(differing(await kept(), incremental)).toEqual([]);
    expect(incremental.length).toBeGreaterThan(100);
    expect(await countWrongRollups(dataSource)).toBe(0);
  });

  it('are near those of every single case where no rollup knows them, in bounded work, and say that they are', async () => {
    const { id } = await new DeskRows(dataSource).department();
    const mine = Array.from({ length: 5_200 }, (_, n) => ({
      ...drawn(n),
      departmentId: id,
      officerId: officers[0] ?? null,
      language: 'zh',
    }));
    await dataSource.transaction((tx) =>
      writeMeasurements(
        tx,
        mine.map((row) => ({ ...row, measure: 'first-answer' })),
      ),
    );
    const answered = mine.filter(({ calendarMs }) => calendarMs !== null).length;
    const department = await dataSource.getRepository(Department).findOneByOrFail({ id });
    const clock = new StandingClock(new Date(`${BEFORE}T00:00:00Z`));
    const figures = new FiguresService(dataSource, new ReadableDepartments(dataSource), clock);
    for (const groupBy of FIGURE_GROUPS) {
      const query = figuresQuerySchema.parse({ groupBy, language: 'zh', officer: officers[0] });
      const found = await figures.readOf([department], query);
      expect([groupBy, found.exact, found.maxError, found.total.n]).toEqual([groupBy, false, SKETCH_ERROR, answered]);
      const selection = selectionOf(query, { supervised: [department], isWholeDesk: false, channelId: undefined });
      const [sketched, exact] = await dataSource.transaction(async (tx) => [
        await sketchedFigures(tx, selection),
        await exactFigures(tx, selection),
      ]);
      near(sketched.total, exact.total, groupBy);
      for (const [key, numbers] of exact.groups)
        near(sketched.groups.get(key) ?? NO_NUMBERS, numbers, `${groupBy} ${key}`);
    }
    await dataSource.query('DELETE FROM measurement WHERE department_id = $1', [id]);
  });

  it('are the same rows in steps of few cases as in one', async () => {
    const inOne = await kept();
    await dataSource.query('TRUNCATE rollup');
    await dataSource.transaction(markAllStale);
    const few = { atOnce: 7, mostTogether: 100 };
    const step = (tx: Tx) => rollUpStale(tx, { before: BEFORE, limit: 200 }, few);
    let steps = 0;
    while ((await dataSource.transaction(step)) > 0) steps += 1;
    expect(steps).toBeGreaterThan(10);
    expect(differing(await kept(), inOne)).toEqual([]);
  });

  it('are found where they are missing, doctored or left over, of departments and of the whole desk', async () => {
    const right = await kept();
    await dataSource.query('CREATE TABLE right_rollup AS SELECT * FROM rollup');
    const wrongAfter = async (statement: string, id?: string) => {
      await dataSource.query(statement, [id]);
      const wrong = await countWrongRollups(dataSource);
      await dataSource.query('TRUNCATE rollup');
      await dataSource.query('INSERT INTO rollup SELECT * FROM right_rollup');
      return wrong;
    };
    const key = 'department_id, level, starts_on, measure, dimension';
    const one = `(${key}) = (SELECT ${key} FROM rollup WHERE department_id = $1 AND level = 'month'
      AND dimension = 'priority' ORDER BY starts_on, measure LIMIT 1)`;
    const rest = 'measure, dimension, level, counts, calendar, working';
    const leftOver = `INSERT INTO rollup (department_id, starts_on, ${rest})
      SELECT department_id, '2011-03-01', ${rest} FROM rollup WHERE ${one}`;
    for (const id of [departments[0]?.id, WHOLE_DESK]) {
      expect(await wrongAfter(`DELETE FROM rollup WHERE ${one}`, id)).toBe(1);
      expect(await wrongAfter(`UPDATE rollup SET working = calendar WHERE ${one}`, id)).toBe(1);
      expect(await wrongAfter(leftOver, id)).toBe(1);
    }
    const wholeDay = `DELETE FROM rollup WHERE level = 'day' AND department_id = $1 AND starts_on = (
      SELECT min(starts_on) FROM rollup WHERE level = 'day' AND department_id = $1)`;
    expect(await wrongAfter(wholeDay, departments[1]?.id)).toBeGreaterThanOrEqual(DIMENSIONS.length);

    await dataSource.query(leftOver, [WHOLE_DESK]);
    await dataSource.query(wholeDay, [departments[1]?.id]);
    await forgetRollups(dataSource);
    while ((await rollUpBatch(dataSource, BEFORE)) > 0);
    expect(await countWrongRollups(dataSource)).toBe(0);
    expect(differing(await kept(), right)).toEqual([]);
  });
});
