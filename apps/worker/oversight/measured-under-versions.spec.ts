import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Department } from '#database/entities/department.entity.js';
import { plainPolicy } from '#domain/deadlines/deadline-presets.js';
import { buildChannel, buildDepartment, buildGrants, buildOfficer } from '../../../test/support/build.js';
import { type OfficerClient, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { MergingDesk } from '../../../test/support/merging.js';

const HOUR_MS = 3_600_000;

describe('what is measured anew after a version', () => {
  let desk: TestDesk;
  let here: Department;
  let there: Department;
  let asLead: OfficerClient;
  let at: MergingDesk;
  let key: string;

  beforeAll(async () => {
    desk = await startDesk({ env: { SESSION_HOURS: '720' } });
    ({ key } = await buildChannel(desk.dataSource));
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    here = await buildDepartment(desk.dataSource, { answerWithinHours: null });
    there = await buildDepartment(desk.dataSource, { answerWithinHours: null });
    const lead = await buildOfficer(desk.dataSource, {
      department: here,
      roles: ['officer', 'supervisor', 'administrator'],
      capacity: 99,
    });
    await buildGrants(desk.dataSource, lead.id, { id: there.id, roles: ['officer', 'supervisor'] });
    asLead = await signIn(desk.api, lead.email);
    at = new MergingDesk(desk, { key, department: here, lead: asLead });
  });

  const promise = async (hours: number) => {
    const path = `/api/departments/${here.slug}/deadline-policy`;
    const { version } = (await asLead.get(path)).body as { version: number };
    const change = { version, policy: plainPolicy(hours), why: 'As agreed.' };
    expect((await asLead.send('PUT', path, change)).status).toBe(200);
    await measured();
  };
  /** The worker's own timer may be at it too. */
  const measured = async () => {
    do await desk.passTime(0);
    while ((await desk.dataSource.query('SELECT 1 FROM unmeasured_department LIMIT 1')).length > 0);
  };
  const answer = async (id: string) => {
    await at.act(asLead, id, 'claim');
    expect((await at.reply(asLead, id, 'We look into it.')).status).toBe(201);
    await measured();
  };
  const isWithin = async (id: string): Promise<boolean | null> => {
    const [row] = await desk.dataSource.query(
      `SELECT is_within AS "isWithin" FROM measurement WHERE conversation_id = $1 AND measure = 'first-answer'`,
      [id],
    );
    return row?.isWithin;
  };
  const forget = (ids: string[]) =>
    desk.dataSource.query('UPDATE measurement SET is_within = NULL WHERE conversation_id = ANY($1)', [ids]);

  it('is, after the first, all that ever was in the department, also what it gave away', async () => {
    const [stayed, gone] = [await at.received(), await at.received()];
    expect((await at.act(asLead, gone, 'transfer', { department: there.slug })).status).toBe(200);
    desk.clock.advance(2 * HOUR_MS);
    for (const id of [stayed, gone]) await answer(id);
    expect([await isWithin(stayed), await isWithin(gone)]).toEqual([null, null]);
    await promise(1);
    expect([await isWithin(stayed), await isWithin(gone)]).toEqual([false, false]);
  });

  it('is, after a later one, what has ended since it was made, and nothing of before', async () => {
    await promise(1);
    const ids = [await at.received(), await at.received(), await at.received()];
    const [before = '', since = '', gone = ''] = ids;
    await answer(before);
    expect((await at.act(asLead, gone, 'transfer', { department: there.slug })).status).toBe(200);
    desk.clock.advance(2 * HOUR_MS);
    for (const id of [since, gone]) await answer(id);
    expect([await isWithin(before), await isWithin(since), await isWithin(gone)]).toEqual([true, false, false]);
    await forget(ids);
    // Made an hour ago, seen only now: what was measured in between did not know of it.
    desk.clock.advance(-HOUR_MS);
    await promise(3);
    expect([await isWithin(before), await isWithin(since), await isWithin(gone)]).toEqual([null, true, true]);
    desk.clock.advance(HOUR_MS);
  });
});
