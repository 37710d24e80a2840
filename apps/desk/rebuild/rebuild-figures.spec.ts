import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildChannel, buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { MergingDesk } from '../../../test/support/merging.js';
import { rebuildFigures } from './rebuild-figures.js';

const DAY_MS = 86_400_000;

describe('rebuilding figures', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startDesk({ env: { SESSION_HOURS: '720' } });
    const department = await buildDepartment(desk.dataSource, { answerWithinHours: 24 });
    const officer = await buildOfficer(desk.dataSource, { department, capacity: 9 });
    const lead = await buildOfficer(desk.dataSource, { department, roles: ['supervisor'] });
    const { key } = await buildChannel(desk.dataSource);
    const [asOfficer, asLead] = [await signIn(desk.api, officer.email), await signIn(desk.api, lead.email)];
    const at = new MergingDesk(desk, { key, department, lead: asLead });
    for (const externalId of [randomUUID(), randomUUID(), randomUUID()]) {
      const id = await at.received({ externalId });
      await at.act(asOfficer, id, 'claim');
      await at.reply(asOfficer, id, 'It is repaired.');
    }
    // What was answered is rolled up when its day is over.
    await desk.passTime(3 * DAY_MS);
  });
  afterAll(() => desk.close());

  const rebuild = (given: { isCheck?: boolean; signal?: AbortSignal } = {}) =>
    rebuildFigures(desk.dataSource, { isCheck: false, signal: new AbortController().signal, ...given });
  const measured = () => desk.dataSource.query('SELECT * FROM measurement ORDER BY conversation_id, measure, ordinal');
  const rolledUp = async (): Promise<string[]> => {
    const rows: { line: string }[] = await desk.dataSource.query('SELECT rollup::text AS line FROM rollup ORDER BY 1');
    return rows.map(({ line }) => line);
  };
  /** The command rolls up what is over by the true clock; the desk's is days ahead of it, and does the rest. */
  const rebuilt = async () => {
    expect(await rebuild()).toBe(0);
    await desk.passTime(0);
  };
  const underWay = () => desk.dataSource.query('SELECT looked FROM figure_rebuild');

  it('finds nothing to do where nothing is lost', async () => {
    expect((await measured()).length).toBeGreaterThan(5);
    expect((await rolledUp()).length).toBeGreaterThan(5);
    expect(await rebuild({ isCheck: true })).toBe(0);
  });

  it('tells by its exit code what a check finds, writes nothing then, and mends it', async () => {
    const [rows, rollups] = [await measured(), await rolledUp()];
    await desk.dataSource.query(`DELETE FROM measurement WHERE measure = 'first-answer'`);
    await desk.dataSource.query(`UPDATE measurement SET calendar_ms = 1 WHERE measure = 'resolution'`);
    const doctored = await measured();
    expect(await rebuild({ isCheck: true })).toBe(1);
    expect(await measured()).toEqual(doctored);
    await rebuilt();
    expect(await measured()).toEqual(rows);
    expect(await rolledUp()).toEqual(rollups);
    expect(await rebuild({ isCheck: true })).toBe(0);
  });

  it('tells of rollups that are not those of their measurements, and makes them anew', async () => {
    const rollups = await rolledUp();
    await desk.dataSource.query('UPDATE rollup SET working = calendar, calendar = working');
    expect(await rebuild({ isCheck: true })).toBe(1);
    await rebuilt();
    expect(await rolledUp()).toEqual(rollups);
  });

  it('goes on where it was stopped', async () => {
    const rows = await measured();
    await desk.dataSource.query('DELETE FROM measurement');
    expect(await rebuild({ signal: AbortSignal.abort() })).toBe(130);
    expect(await underWay()).toEqual([{ looked: 3 }]);
    expect(await rebuild()).toBe(0);
    expect(await underWay()).toEqual([]);
    expect(await measured()).toEqual(rows);
  });
});
