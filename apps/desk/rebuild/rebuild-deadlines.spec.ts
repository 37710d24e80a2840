import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Department } from '#database/entities/department.entity.js';
import { HISTORY } from '#desk/deadlines/rebuild-deadlines.js';
import { buildChannel, buildDepartment } from '../../../test/support/build.js';
import { postAccepted } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { rebuildDeadlines } from './rebuild-deadlines.js';

describe('rebuilding deadlines', () => {
  let desk: TestDesk;
  let water: Department;
  let roads: Department;

  beforeAll(async () => {
    desk = await startDesk();
    water = await buildDepartment(desk.dataSource);
    roads = await buildDepartment(desk.dataSource, { answerWithinHours: 24 });
    const { key } = await buildChannel(desk.dataSource);
    for (const department of [water, roads, roads]) {
      await postAccepted(desk.api, key, { department: department.slug, externalId: randomUUID() });
    }
    await desk.drain();
  });
  afterAll(() => desk.close());

  const rebuild = (given: { department?: Department; isCheck?: boolean; signal?: AbortSignal } = {}) =>
    rebuildDeadlines(desk.dataSource, {
      departmentId: given.department?.id ?? null,
      isCheck: given.isCheck ?? false,
      signal: given.signal ?? new AbortController().signal,
    });
  const rows = () => desk.dataSource.query('SELECT * FROM deadline ORDER BY conversation_id, kind, ordinal');
  const underWay = () => desk.dataSource.query('SELECT * FROM deadline_rebuild');
  const lose = async (department: Department) => {
    await desk.dataSource.query('DELETE FROM deadline WHERE department_id = $1', [department.id]);
    await desk.dataSource.query('UPDATE conversation SET answer_due_at = NULL WHERE department_id = $1', [
      department.id,
    ]);
  };

  it('finds nothing to do where nothing is lost', async () => {
    expect(await rebuild({ isCheck: true })).toBe(0);
  });

  it('tells by its exit code what a check finds, and mends it with all else left alone', async () => {
    const before = await rows();
    await lose(water);
    await lose(roads);
    expect(await rebuild({ isCheck: true })).toBe(1);
    expect(await rows()).toEqual([]);
    expect(await rebuild({ department: roads })).toBe(0);
    expect(await rebuild({ department: roads, isCheck: true })).toBe(0);
    expect(await rebuild({ department: water, isCheck: true })).toBe(1);
    expect(await rebuild()).toBe(0);
    expect(await rows()).toEqual(before);
    const dues: { due: Date }[] = await desk.dataSource.query('SELECT answer_due_at AS due FROM conversation');
    expect(dues.every(({ due }) => due instanceof Date)).toBe(true);
  });

  it('takes away what should not be there', async () => {
    const before = await rows();
    await desk.dataSource.query(`UPDATE deadline SET ordinal = 7, due_at = due_at + interval '1 day'`);
    expect(await rebuild()).toBe(0);
    expect(await rows()).toEqual(before);
  });

  it('goes on where it was stopped', async () => {
    expect(await rebuild({ signal: AbortSignal.abort() })).toBe(130);
    expect(await underWay()).toMatchObject([{ scope: 'all', looked: 3 }]);
    expect(await rebuild()).toBe(0);
    expect(await underWay()).toEqual([]);
  });

  it('is done by the worker for what was there before there were deadlines', async () => {
    const before = await rows();
    await lose(water);
    await lose(roads);
    // As the migration leaves it.
    await desk.dataSource.query(
      `INSERT INTO deadline_rebuild VALUES ($1, '00000000-0000-0000-0000-000000000000', 0, 0)`,
      [HISTORY.name],
    );
    await desk.passTime(0);
    expect(await rows()).toEqual(before);
    expect(await underWay()).toEqual([]);
  });
});
