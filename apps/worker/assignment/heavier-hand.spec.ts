import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Staffing } from '#contracts/assignment.http.js';
import type { Department } from '#database/entities/department.entity.js';
import type { Officer } from '#database/entities/officer.entity.js';
import { buildChannel, buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { type OfficerClient, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { MergingDesk } from '../../../test/support/merging.js';

describe('a hand that becomes heavier than it can carry', () => {
  let desk: TestDesk;
  let department: Department;
  let ana: Officer;
  let asLead: OfficerClient;
  let at: MergingDesk;

  beforeAll(async () => {
    desk = await startDesk();
    const { key } = await buildChannel(desk.dataSource);
    department = await buildDepartment(desk.dataSource);
    ana = await buildOfficer(desk.dataSource, { department, capacity: 2, seenAt: desk.clock.now() });
    const lead = await buildOfficer(desk.dataSource, { department, roles: ['supervisor'] });
    asLead = await signIn(desk.api, lead.email);
    at = new MergingDesk(desk, { key, department, lead: asLead });
  });
  afterAll(() => desk.close());

  const inHand = async () => {
    const { body } = await asLead.get(`/api/departments/${department.slug}/staffing`);
    const row = (body as Staffing).officers.find(({ id }) => id === ana.id);
    return { count: row?.count, inHand: row?.inHand, capacity: row?.capacity, blocked: row?.blocked };
  };
  const holder = async (id: string) => (await at.read(id)).assignment?.officer.id;

  it('keeps what is in it, gets nothing new, is shown as what it is, and goes on when it fits again', async () => {
    const [first, second] = [await at.received(), await at.received()];
    expect(await inHand()).toEqual({ count: 2, inHand: 2, capacity: 2, blocked: 'full' });
    await at.act(asLead, first, 'priority', { priority: 'urgent', reason: 'The school is without water.' });
    await at.act(asLead, second, 'priority', { priority: 'high' });
    expect(await inHand()).toEqual({ count: 2, inHand: 3.5, capacity: 2, blocked: 'full' });

    const third = await at.received();
    await desk.passTime(60_000);
    await desk.dataSource.query('UPDATE officer SET seen_at = $1', [desk.clock.now()]);
    expect([await holder(first), await holder(second), await holder(third)]).toEqual([ana.id, ana.id, undefined]);

    await at.act(asLead, second, 'close', { reason: 'Told on the phone.' });
    expect(await inHand()).toMatchObject({ inHand: 2, blocked: 'full' });
    expect(await holder(third)).toBeUndefined();
    await at.act(asLead, first, 'priority', { priority: 'normal' });
    expect(await holder(third)).toBe(ana.id);
    expect(await inHand()).toMatchObject({ count: 2, inHand: 2 });
  });
});
