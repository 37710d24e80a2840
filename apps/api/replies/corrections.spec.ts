import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { HistoryEntry, ThreadEntry } from '#contracts/conversations.http.js';
import type { SentReply } from '#contracts/replies.http.js';
import type { Officer } from '#database/entities/officer.entity.js';
import type { OfficerClient } from '../../../test/support/clients.js';
import type { TestDesk } from '../../../test/support/desk.js';
import type { MergingDesk } from '../../../test/support/merging.js';
import { startStaffedDesk } from '../../../test/support/staffed-desk.js';

const SECOND = 1_000;
const ANSWER = 'The lamp is repaired on Thursday morning.';

type ReplyEntry = Extract<ThreadEntry, { kind: 'reply' }>;

describe('a correction of a reply', () => {
  let desk: TestDesk;
  let ana: Officer;
  let asAna: OfficerClient;
  let asBo: OfficerClient;
  let asLead: OfficerClient;
  let at: MergingDesk;
  let id: string;

  beforeAll(async () => {
    ({ desk, ana, asAna, asBo, asLead, at } = await startStaffedDesk({ undoSeconds: 60 }, { site: true }));
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    id = await at.received();
    await at.act(asAna, id, 'claim');
  });

  const replies = async () => (await at.read(id)).thread.filter((entry): entry is ReplyEntry => entry.kind === 'reply');
  const waiting = async () => {
    const { status, body } = await at.reply(asAna, id, ANSWER);
    expect([status, body]).toEqual([201, expect.anything()]);
    return (body as SentReply).reply.id;
  };
  const left = async () => {
    const replyId = await waiting();
    await desk.passTime(61 * SECOND);
    return replyId;
  };
  const publicPage = async () => {
    const response = await fetch(`${desk.site}/conversations/${(await at.read(id)).reference}`);
    return { html: await response.text(), etag: response.headers.get('etag') };
  };
  const history = async () =>
    ((await asLead.get(`/api/conversations/${id}/events`)).body as { items: HistoryEntry[] }).items.map(
      (entry) => entry.type,
    );
  const correct = (replyId: string, more: object = {}, client = asAna) =>
    client.send('POST', `/api/conversations/${id}/replies/${replyId}/corrections`, {
      version: 1,
      body: 'The lamp is repaired on Friday morning.',
      reason: 'The crew comes a day later.',
      ...more,
    });

  it('stands in the open: the new text, when, why, and what stood there before', async () => {
    const replyId = await left();
    const before = await publicPage();
    expect((await correct(replyId)).status).toBe(200);
    const after = await publicPage();
    expect(after.etag).not.toBe(before.etag);
    for (const words of ['on Friday morning', 'Corrected on', 'The crew comes a day later.', ANSWER]) {
      expect(after.html).toContain(words);
    }
    expect(await replies()).toMatchObject([
      { version: 2, corrections: [{ earlierBody: ANSWER, officerName: ana.name }], may: { correct: true } },
    ]);
    expect(await history()).toContain('reply.corrected');
  });

  it('keeps from the public what should never have been there, the texts before it too', async () => {
    const replyId = await left();
    await correct(replyId, { body: 'The lamp of Wang Fang is repaired on Friday.' });
    await correct(replyId, { version: 2, body: 'The lamp is repaired on Friday.', withholdEarlier: true });
    const { html } = await publicPage();
    expect(html).toContain('The earlier text is not shown.');
    expect(html).not.toContain('The lamp of Wang Fang');
    expect(html).not.toContain(ANSWER);
    expect((await replies())[0]?.corrections).toMatchObject([{ earlierBody: ANSWER }, { isEarlierWithheld: true }]);
  });

  it('keeps the earlier text from the public also when that is asked for later, once', async () => {
    const replyId = await left();
    await correct(replyId);
    expect((await publicPage()).html).toContain(ANSWER);
    // Whoever asks again for more than was done is told; then the text stays and what stood there goes.
    expect((await correct(replyId, { withholdEarlier: true })).status).toBe(409);
    const later = { version: 2, withholdEarlier: true, reason: 'It named a neighbour.' };
    const answers = [await correct(replyId, later), await correct(replyId, later)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const { html } = await publicPage();
    expect(html).toContain('on Friday morning');
    expect(html).not.toContain(ANSWER);
    expect(await replies()).toMatchObject([{ version: 2, corrections: [{ isEarlierWithheld: true }] }]);
    expect((await history()).filter((type) => type === 'reply.corrected')).toHaveLength(2);
    expect((await correct(replyId)).status).toBe(200);
  });

  it('is made by who sent it or by who leads, on the text that they see, once', async () => {
    const replyId = await left();
    expect((await correct(replyId, {}, asBo)).status).toBe(403);
    expect((await correct(replyId, { body: ANSWER })).status).toBe(422);
    expect((await correct(replyId, { reason: '  ' })).status).toBe(422);
    const answers = await Promise.all([correct(replyId), correct(replyId)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await replies())[0]?.corrections).toHaveLength(1);
    expect(await correct(replyId, { body: 'On Saturday.' }, asLead)).toMatchObject({
      status: 409,
      body: { code: 'stale-version' },
    });
    expect((await correct(replyId, { version: 2, body: 'On Saturday.' }, asLead)).status).toBe(200);
  });

  it('is for what has left: what waits is taken back instead', async () => {
    expect(await correct(await waiting())).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
  });
});
