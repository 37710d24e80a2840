import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Department } from '#database/entities/department.entity.js';
import { buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { type OfficerClient, signIn } from '../../../test/support/clients.js';
import { type StaffedDesk, startStaffedDesk } from '../../../test/support/staffed-desk.js';

describe('two conversations that are not merged', () => {
  let desk: StaffedDesk['desk'];
  let department: Department;
  let asAna: OfficerClient;
  let asBo: OfficerClient;
  let asLead: OfficerClient;
  let at: StaffedDesk['at'];
  let first: string;
  let second: string;

  beforeAll(async () => {
    ({ desk, department, asAna, asBo, asLead, at } = await startStaffedDesk());
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    first = await at.received({ externalId: randomUUID() });
    second = await at.received({ externalId: randomUUID() });
  });

  it('on an old screen of either', async () => {
    const [one, other] = [await at.read(first), await at.read(second)];
    await at.act(asAna, first, 'claim');
    const order = { version: other.version, intoId: first, intoVersion: one.version };
    expect(await asAna.send('POST', `/api/conversations/${second}/merge`, order)).toMatchObject({
      status: 409,
      body: { code: 'stale-version' },
    });
    expect((await at.read(second)).status).toBe('queued');
  });

  it('by who has neither, nor where a colleague works on one', async () => {
    await at.act(asBo, second, 'claim');
    expect((await at.merge(asAna, second, first)).status).toBe(403);
    expect((await at.merge(asAna, first, second)).status).toBe(403);
    expect((await at.merge(asBo, first, second)).status).toBe(200);
    const elsewhere = await buildDepartment(desk.dataSource);
    const stranger = await buildOfficer(desk.dataSource, { department: elsewhere });
    expect((await at.merge(await signIn(desk.api, stranger.email), second, first)).status).toBe(404);
  });

  it('under a reply that is about to leave', async () => {
    const waits = async (seconds: number) =>
      desk.dataSource.query('UPDATE department SET undo_seconds = $1 WHERE id = $2', [seconds, department.id]);
    await waits(60);
    await at.act(asAna, first, 'claim');
    await at.reply(asAna, first, 'It is repaired.');
    await waits(0);
    for (const [id, into] of [
      [first, second],
      [second, first],
    ] as const)
      expect(await at.merge(asAna, id, into)).toMatchObject({ status: 409, body: { code: 'reply-waiting' } });
    await desk.passTime(61_000);
    expect((await at.merge(asAna, second, first)).status).toBe(200);
  });

  it('with another department, with itself, before it was screened, or off the public page', async () => {
    const why = async (id: string, into: string) =>
      ((await at.merge(asLead, id, into)).body as { current?: object }).current;
    expect(await why(first, first)).toMatchObject({ why: 'itself' });
    const unseen = await at.received({ visibility: 'department' });
    expect(await why(first, unseen)).toMatchObject({ why: 'would-hide' });
    const held = await at.received({ body: 'Call me at 13812345678 about the lamp at the school gate.' });
    expect(await why(held, first)).toMatchObject({ why: 'not-screened' });
    const drafted = await at.received();
    await asAna.send('POST', '/api/letters', { conversationId: drafted });
    expect(await why(drafted, first)).toMatchObject({ why: 'letter-in-progress' });
    expect((await at.merge(asLead, first, drafted)).status).toBe(200);
  });
});
