import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReportedMessage, ReporterMuteView } from '#contracts/reader-reports.http.js';
import { inLetters } from '../../../test/support/clients.js';
import { ModeratingDesk } from '../../../test/support/moderating.js';

describe('reports by readers', () => {
  let at: ModeratingDesk;

  beforeAll(async () => {
    at = await ModeratingDesk.start({ TRUSTED_PROXIES: '1' });
  });
  afterAll(() => at.close());

  const shown = () => at.post({ body: `The lake at the bath is closed on ${inLetters(randomUUID())}.` });

  interface Sender {
    /** Each has an address of its own unless it is named. */
    from?: string;
    cookie?: string;
    [field: string]: string | undefined;
  }
  let readers = 0;
  const report = async (of: { reference: string; messageId: string }, { from, cookie, ...form }: Sender = {}) => {
    readers += 1;
    const response = await fetch(`${at.desk.site}/report/${of.reference}/${of.messageId}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'x-forwarded-for': from ?? `10.0.${readers >> 8}.${readers & 255}`, ...(cookie && { cookie }) },
      body: new URLSearchParams({ reason: 'abuse', ...(form as Record<string, string>) }),
    });
    await at.desk.drain();
    return {
      status: response.status,
      text: await response.text(),
      cookie: response.headers.getSetCookie()[0]?.split(';')[0],
    };
  };
  const queue = async (as = at.people.moderator) =>
    (await as.get('/api/moderation/reported')).body as { items: ReportedMessage[]; total: number };
  const queued = async (messageId: string) => (await queue()).items.find((item) => item.messageId === messageId);
  const dismiss = async (messageId: string, as = at.people.moderator) => {
    const item = await queued(messageId);
    const reportIds = item?.reports.map(({ id }) => id);
    return as.send('POST', '/api/moderation/reported/dismiss', { messageId, version: item?.version, reportIds });
  };
  const known = async (of: { reference: string; messageId: string }, more: Sender = {}) => {
    const { cookie } = await report(of, { known: 'yes', ...more });
    if (!cookie) throw new Error('no cookie was set');
    return cookie;
  };

  it('leads from the message to the queue of its moderators, with reasons counted and words kept inside', async () => {
    const message = await shown();
    const page = (await at.site(`/conversations/${message.reference}`)).text;
    expect(page).toContain(`/report/${message.reference}/${message.messageId}`);
    expect((await at.site(`/report/${message.reference}/${message.messageId}`)).text).toContain(
      'What is wrong with it?',
    );
    expect((await report(message, { reason: 'spam', words: 'READER-WORDS' })).status).toBe(303);
    await report(message);
    await report(message);
    expect(await queued(message.messageId)).toMatchObject({
      state: 'visible',
      reasons: [
        { reason: 'abuse', count: 2 },
        { reason: 'spam', count: 1 },
      ],
      reports: [{ words: 'READER-WORDS', reporter: null }, { words: null }, { words: null }],
    });
    const [events]: { payloads: string }[] = await at.desk.dataSource.query(
      `SELECT string_agg(payload::text, '') AS payloads FROM conversation_event`,
    );
    expect(events?.payloads).not.toContain('READER-WORDS');
    expect((await at.site(`/conversations/${message.reference}`)).text).not.toContain('READER-WORDS');
  });

  it('takes one per reader and message', async () => {
    const message = await shown();
    for (const reason of ['abuse', 'spam']) {
      expect((await report(message, { reason, from: '10.9.9.9' })).status).toBe(303);
    }
    expect((await queued(message.messageId))?.reports).toHaveLength(1);
  });

  it('knows nobody again who did not ask for it', async () => {
    const message = await shown();
    expect((await report(message)).cookie).toBeUndefined();
    const cookie = await known(await shown());
    expect((await report(message, { cookie })).cookie).toBe(cookie);
    expect((await queued(message.messageId))?.reports.map(({ reporter }) => reporter !== null)).toEqual([false, true]);
    await report(message, { cookie, from: '10.8.8.8' });
    expect((await queued(message.messageId))?.reports).toHaveLength(2);
  });

  it('does not tell a message that is not public from one that does not exist', async () => {
    const held = await at.post({ body: 'My number is 13912345678, call me about the lake.' });
    const open = await shown();
    const hidden = await shown();
    await at.decide(hidden.messageId, { decision: 'hide', reason: 'abuse' });
    for (const messageId of [held.messageId, hidden.messageId, randomUUID(), 'nothing']) {
      expect((await report({ reference: open.reference, messageId })).status).toBe(404);
    }
    for (const message of [held, hidden]) expect((await report(message)).status).toBe(404);
  });

  it('says what is missing, and stops floods from one address', async () => {
    const message = await shown();
    const missing = await report(message, { reason: 'none', words: 'kept while it is put right' });
    expect(missing).toMatchObject({ status: 422 });
    expect(missing.text).toContain('Choose what is wrong with the message');
    expect(missing.text).toContain('kept while it is put right');
    expect((await report(message, { words: 'x'.repeat(501) })).status).toBe(422);
    const flood = [];
    for (let n = 0; n < 21; n += 1) flood.push((await report(message, { from: '10.7.7.7' })).status);
    expect(new Set(flood.slice(0, 20))).toEqual(new Set([303]));
    expect(flood[20]).toBe(429);
  });

  it('is settled for all by one decision, after which the message is gone from the site', async () => {
    const message = await shown();
    const before = (await counts()).reported;
    for (let n = 0; n < 3; n += 1) await report(message);
    expect((await counts()).reported).toBe(before + 1);
    expect((await at.decide(message.messageId, { decision: 'hide', reason: 'abuse' })).status).toBe(201);
    expect(await queued(message.messageId)).toBeUndefined();
    expect((await counts()).reported).toBe(before);
    expect((await at.site(`/conversations/${message.reference}`)).status).toBe(404);
  });

  const counts = async () => (await at.people.moderator.get('/api/moderation/counts')).body as { reported: number };

  it('leaves the message as it is where the reports are dismissed, and keeps what came meanwhile', async () => {
    const message = await shown();
    await report(message);
    const seen = await queued(message.messageId);
    await report(message, { reason: 'danger' });
    const body = { messageId: message.messageId, version: seen?.version, reportIds: seen?.reports.map(({ id }) => id) };
    expect(await at.people.moderator.send('POST', '/api/moderation/reported/dismiss', body)).toMatchObject({
      ...{ status: 200, body: { dismissed: 1 } },
    });
    expect((await queued(message.messageId))?.reports).toMatchObject([{ reason: 'danger' }]);
    await dismiss(message.messageId);
    expect(await queued(message.messageId)).toBeUndefined();
    expect((await at.site(`/conversations/${message.reference}`)).status).toBe(200);
    const types = (await at.history(message.conversationId)).map(({ type }) => type);
    expect(types.filter((type) => type === 'message.reports-dismissed')).toHaveLength(2);
  });

  it('refuses to dismiss on an old screen', async () => {
    const message = await shown();
    await report(message);
    const item = await queued(message.messageId);
    await at.decide(message.messageId, { decision: 'hold', reason: 'under-review' }, at.people.second);
    const body = { messageId: message.messageId, version: item?.version, reportIds: item?.reports.map(({ id }) => id) };
    expect(await at.people.moderator.send('POST', '/api/moderation/reported/dismiss', body)).toMatchObject({
      ...{ status: 409, body: { code: 'stale-version', current: { decision: 'hold' } } },
    });
  });

  it('puts danger first, then those who have been right before those who have been wrong', async () => {
    const [right, wrong, upheld, dismissed, danger] = [
      await shown(),
      await shown(),
      await shown(),
      await shown(),
      await shown(),
    ];
    const [reliable, unreliable] = [await known(upheld), await known(dismissed)];
    await at.decide(upheld.messageId, { decision: 'hide', reason: 'abuse' });
    await dismiss(dismissed.messageId);
    await report(wrong, { cookie: unreliable });
    await report(right, { cookie: reliable });
    await report(danger, { reason: 'danger' });
    const order = (await queue()).items.map(({ messageId }) => messageId);
    const places = [danger, right, wrong].map(({ messageId }) => order.indexOf(messageId));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places[0]).toBe(0);
    const [mine] = (await queued(right.messageId))?.reports ?? [];
    expect(mine?.reporter).toMatchObject({ upheld: 1, dismissed: 0, upheldShare: 1 });
    // A restored message says that the reader had been wrong.
    await at.decide(upheld.messageId, { decision: 'restore', reason: 'decided-wrongly' });
    const [again] = (await queued(right.messageId))?.reports ?? [];
    expect(again?.reporter).toMatchObject({ upheld: 0, dismissed: 1, upheldShare: 0 });
  });

  it('does not hear a muted reader until the mute is lifted, and records both', async () => {
    const [first, second] = [await shown(), await shown()];
    const cookie = await known(first);
    const [sent] = (await queued(first.messageId))?.reports ?? [];
    const mute = (as = at.people.moderator) =>
      as.send('POST', `/api/moderation/reports/${sent?.id}/mute-reporter`, { why: 'Reports everything in sight.' });
    expect((await mute(at.people.officer)).status).toBe(403);
    expect((await mute()).status).toBe(204);
    expect((await mute()).status).toBe(204);
    await report(second, { cookie });
    expect(await queued(first.messageId)).toBeUndefined();
    expect(await queued(second.messageId)).toBeUndefined();
    const muted = (await at.people.second.get('/api/moderation/mutes')).body as { items: ReporterMuteView[] };
    expect(muted.items).toMatchObject([{ why: 'Reports everything in sight.', mutedBy: 'Mo Derator', reports: 2 }]);
    const lifted = await at.people.second.send('DELETE', `/api/moderation/mutes/${muted.items[0]?.id}`);
    expect(lifted.status).toBe(204);
    expect((await queued(second.messageId))?.reports).toHaveLength(1);
    const facts: { type: string }[] = await at.desk.dataSource.query(
      `SELECT type FROM conversation_event WHERE type LIKE 'reporter.%' ORDER BY at, id`,
    );
    expect(facts.map(({ type }) => type)).toEqual(['reporter.muted', 'reporter.unmuted']);
    const [unknown] = await (async () => {
      await report(second);
      return (await queued(second.messageId))?.reports.filter(({ reporter }) => reporter === null) ?? [];
    })();
    const refused = await at.people.moderator.send('POST', `/api/moderation/reports/${unknown?.id}/mute-reporter`, {
      why: 'Nobody.',
    });
    expect(refused.status).toBe(409);
  });

  it('is for moderators of the department only', async () => {
    const message = await shown();
    await report(message);
    for (const who of ['officer', 'supervisor'] as const) {
      const { items, total } = await queue(at.people[who]);
      expect([who, items, total]).toEqual([who, [], 0]);
      expect((await dismiss(message.messageId, at.people[who])).status).toBe(403);
    }
  });

  it('counts in the frame', async () => {
    const held = async () => ((await at.people.moderator.get('/api/inbox/counts')).body as { held: number }).held;
    const before = await held();
    await report(await shown());
    await at.desk.passTime(2_000);
    expect(await held()).toBe(before + 1);
  });

  it('keeps of an address a hash that is gone after a week', async () => {
    const message = await shown();
    await report(message, { from: '10.9.9.9' });
    const hashes = async () => {
      const rows: { kept: number }[] = await at.desk.dataSource.query(
        'SELECT count(address_hash)::int AS kept FROM reader_report WHERE message_id = $1',
        [message.messageId],
      );
      return rows[0]?.kept;
    };
    await at.desk.passTime(6 * 86_400_000);
    expect(await hashes()).toBe(1);
    await at.desk.passTime(86_400_000);
    expect(await hashes()).toBe(0);
  });
});
