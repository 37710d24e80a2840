import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ActedPair, RelatedView } from '#contracts/merging.http.js';
import type { OfficerClient } from '../../../test/support/clients.js';
import { type StaffedDesk, startStaffedDesk } from '../../../test/support/staffed-desk.js';

const HOUR_MS = 3_600_000;
const author = { externalId: 'wang', name: 'Wang Fang' };

describe('messages that are split off', () => {
  let desk: StaffedDesk['desk'];
  let asAna: OfficerClient;
  let asLead: OfficerClient;
  let at: StaffedDesk['at'];

  beforeAll(async () => {
    ({ desk, asAna, asLead, at } = await startStaffedDesk());
  });
  afterAll(() => desk.close());

  it('gives messages about something else a reference, a promise and an officer of their own', async () => {
    const externalId = randomUUID();
    const source = await at.received({ externalId, author });
    await at.act(asAna, source, 'claim');
    await at.reply(asAna, source, 'The lamp is repaired.');
    desk.clock.advance(HOUR_MS);
    await at.followUp(externalId, { author, body: 'Besides, our bins were not emptied this week.' });
    const { thread, version } = await at.read(source);
    const chosen = thread.at(-1)?.id ?? '';
    const order = { version, messageIds: [chosen], title: 'Bins', reason: 'Another matter.' };
    const { status, body } = await asAna.send('POST', `/api/conversations/${source}/split`, order);
    await desk.drain();
    expect(status).toBe(201);
    const { conversation, other } = body as ActedPair;
    expect(other).toMatchObject({ id: source, status: 'answered' });
    const made = await at.read(conversation.id);
    expect(made).toMatchObject({
      status: 'queued',
      title: 'Bins',
      firstAnsweredAt: null,
      citizen: { name: author.name },
    });
    expect(Date.parse(made.answerDueAt ?? '') - Date.parse(made.waitingSince ?? '')).toBe(168 * HOUR_MS);
    expect(made.thread.map(({ id }) => id)).toEqual([chosen]);
    expect(await at.read(source)).toMatchObject({ status: 'answered', waitingSince: null });
    expect((await at.history(made.id)).map(({ type }) => type)).toEqual(['conversation.split-off']);
    const around = (await asAna.get(`/api/conversations/${source}/related`)).body as RelatedView;
    expect(around.splitOff.map(({ id }) => id)).toEqual([made.id]);
    const repeated = await at.followUp(externalId, { author, body: 'Besides …' });
    expect(repeated.conversationId).toBe(source);

    expect((await at.merge(asAna, made.id, source)).status).toBe(200);
    expect((await at.read(source)).thread.map(({ id }) => id)).toContain(chosen);
  });

  it('answers the same message with the same ids, wherever it has gone', async () => {
    const [externalId, furtherId] = [randomUUID(), randomUUID()];
    const source = await at.received({ externalId, author });
    const further = { author, externalId: furtherId, body: 'Besides, our bins were not emptied this week.' };
    const accepted = await at.followUp(externalId, further);
    const chosen = (await at.read(source)).thread.at(-1)?.id;
    await at.act(asLead, source, 'split', { messageIds: [chosen] });
    expect(await at.followUp(externalId, further)).toEqual({ ...accepted, duplicate: true });
  });

  it('refuses the opening, nothing, and what is not there', async () => {
    const first = await at.received();
    const { thread } = await at.read(first);
    const why = async (messageIds: unknown[]) => (await at.act(asLead, first, 'split', { messageIds })).body;
    expect(await why([thread[0]?.id])).toMatchObject({ code: 'not-splittable', current: { why: 'opening' } });
    expect(await why([randomUUID()])).toMatchObject({ code: 'not-splittable', current: { why: 'not-its-own' } });
    expect(await why([])).toMatchObject({ code: 'invalid' });
  });
});
