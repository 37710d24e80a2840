import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConversationView } from '#contracts/conversations.http.js';
import type { Department } from '#database/entities/department.entity.js';
import { buildOfficer } from '../../../test/support/build.js';
import { type OfficerClient, signIn } from '../../../test/support/clients.js';
import { type StaffedDesk, startStaffedDesk } from '../../../test/support/staffed-desk.js';

const HOUR_MS = 3_600_000;

describe('a merge that is taken back', () => {
  let desk: StaffedDesk['desk'];
  let department: Department;
  let asAna: OfficerClient;
  let asLead: OfficerClient;
  let at: StaffedDesk['at'];
  let first: string;
  let second: string;

  beforeAll(async () => {
    ({ desk, department, asAna, asLead, at } = await startStaffedDesk());
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    first = await at.received({ externalId: randomUUID() });
    second = await at.received({ externalId: randomUUID() });
  });

  /** What must be the same again after a merge was taken back. */
  const stateOf = ({ status, waitingSince, answerDueAt, firstAnsweredAt, assignment, ...view }: ConversationView) => ({
    ...{ status, waitingSince, answerDueAt, firstAnsweredAt },
    holder: status === 'assigned' ? assignment?.officer.id : null,
    thread: view.thread.map((entry) => entry.id),
  });

  it('gives both back exactly what they were', async () => {
    await at.act(asAna, second, 'claim');
    const before = [stateOf(await at.read(first)), stateOf(await at.read(second))];
    await at.merge(asAna, second, first);
    const undone = await at.act(asAna, second, 'unmerge', { reason: 'Another lamp.' });
    expect(undone).toMatchObject({
      status: 200,
      body: { conversation: { status: 'assigned' }, other: { status: 'queued' } },
    });
    expect([stateOf(await at.read(first)), stateOf(await at.read(second))]).toEqual(before);
    expect((await at.history(second)).at(-1)).toMatchObject({
      type: 'conversation.unmerged',
      detail: { reason: 'Another lamp.' },
    });
    expect((await at.history(first)).at(-1)?.type).toBe('conversation.parted');
  });

  it('leaves an answer that was given to both with both', async () => {
    await at.act(asAna, first, 'claim');
    await at.merge(asAna, second, first);
    await at.reply(asAna, first, 'Both lamps are repaired.');
    await at.act(asAna, second, 'unmerge');
    for (const id of [first, second]) {
      const view = await at.read(id);
      expect(view).toMatchObject({ status: 'answered', waitingSince: null, firstAnsweredAt: expect.any(String) });
      expect(view.thread.at(-1)).toMatchObject({ kind: 'reply', body: 'Both lamps are repaired.' });
    }
  });

  it('takes along what its citizen has written since, which waits anew', async () => {
    const externalId = randomUUID();
    const leaving = await at.received({ externalId });
    await at.act(asAna, first, 'claim');
    await at.merge(asAna, leaving, first);
    await at.reply(asAna, first, 'Repaired.');
    desk.clock.advance(HOUR_MS);
    await at.followUp(externalId, { body: 'It is out again tonight, and it rains.' });
    expect((await at.read(first)).status).toBe('queued');
    await at.act(asAna, leaving, 'unmerge');
    expect(await at.read(first)).toMatchObject({ status: 'answered', waitingSince: null });
    const view = await at.read(leaving);
    expect(view).toMatchObject({ status: 'queued', waitingSince: expect.any(String) });
    const due = Date.parse(view.answerDueAt ?? '') - Date.parse(view.waitingSince ?? '');
    expect(due).toBe((department.answerWithinHours ?? 0) * HOUR_MS);
    expect(view.thread.at(-1)).toMatchObject({ body: 'It is out again tonight, and it rains.' });
  });

  it('waits for what its citizen wrote while the answer to both waited to leave', async () => {
    const externalId = randomUUID();
    const leaving = await at.received({ externalId });
    await at.act(asAna, first, 'claim');
    await at.merge(asAna, leaving, first);
    const waits = async (seconds: number) =>
      desk.dataSource.query('UPDATE department SET undo_seconds = $1 WHERE id = $2', [seconds, department.id]);
    await waits(60);
    await at.reply(asAna, first, 'Repaired.');
    await waits(0);
    desk.clock.advance(20_000);
    await at.followUp(externalId, { body: 'It is out again tonight, and it rains.' });
    await desk.passTime(61_000);
    await at.act(asAna, leaving, 'unmerge');
    expect(await at.read(leaving)).toMatchObject({ status: 'queued', waitingSince: expect.any(String) });
    expect(await at.read(first)).toMatchObject({ status: 'answered', waitingSince: null });
  });

  it('goes to the queue where its officer has something heavy in hand now', async () => {
    const busy = await buildOfficer(desk.dataSource, { department, isAvailable: false, capacity: 2 });
    const asBusy = await signIn(desk.api, busy.email);
    await at.act(asBusy, second, 'claim');
    await at.act(asAna, first, 'claim');
    await at.merge(asLead, second, first);
    const heavy = await at.received();
    await at.act(asBusy, heavy, 'claim');
    expect((await at.act(asLead, heavy, 'priority', { priority: 'urgent', reason: 'No water.' })).status).toBe(200);
    await at.act(asLead, second, 'unmerge');
    expect((await at.read(second)).status).toBe('queued');
  });

  it('goes to the queue where its officer has left', async () => {
    const gone = await buildOfficer(desk.dataSource, { department, isAvailable: false });
    const asGone = await signIn(desk.api, gone.email);
    await at.act(asGone, second, 'claim');
    await at.act(asAna, first, 'claim');
    await at.merge(asLead, second, first);
    await desk.dataSource.query('UPDATE officer SET is_active = false WHERE id = $1', [gone.id]);
    await at.act(asLead, second, 'unmerge');
    expect((await at.read(second)).status).toBe('queued');
  });

  it('only from the screen that shows it as it is', async () => {
    expect((await at.act(asAna, second, 'unmerge')).body).toMatchObject({ code: 'wrong-state' });
    await at.merge(asAna, second, first);
    const stale = await asAna.send('POST', `/api/conversations/${second}/unmerge`, { version: 1 });
    expect(stale).toMatchObject({ status: 409, body: { code: 'stale-version' } });
  });
});
