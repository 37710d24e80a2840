import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConversationView } from '#contracts/conversations.http.js';
import { buildChannel } from '../../../test/support/build.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { warnedDesk } from '../../../test/support/warned-desk.js';

describe('what the public is told of a promised time', () => {
  let desk: TestDesk;
  let at: Awaited<ReturnType<typeof warnedDesk>>;

  beforeAll(async () => {
    desk = await startDesk({ site: true });
    const { key } = await buildChannel(desk.dataSource);
    at = await warnedDesk(desk, key);
  });
  afterAll(() => desk.close());

  const read = async (id: string) => (await at.asLead.get(`/api/conversations/${id}`)).body as ConversationView;
  const textOf = async (path: string) => {
    const response = await fetch(`${desk.site}${path}`);
    return (await response.text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  };
  const page = async (id: string, language = 'en') =>
    textOf(`/conversations/${(await read(id)).reference}?lang=${language}`);
  const ownPage = async (id: string) => {
    const token = randomUUID();
    const hash = createHash('sha256').update(token).digest();
    await desk.dataSource.query('UPDATE conversation SET tracking_hash = $2 WHERE id = $1', [id, hash]);
    return textOf(`/track/${token}?lang=en`);
  };
  const ask = async (id: string) => {
    const { lastEntryId } = await read(id);
    await at.reply(id, { kind: 'question', body: 'At which house number?', lastEntryId });
    await desk.passTime(60_000);
  };

  it('does not say that nothing is promised where the clock stands still for what only the department reads', async () => {
    const { conversationId: id, externalId } = await at.post();
    expect(await page(id)).toContain('Answer promised by');
    await at.post({ inReplyTo: externalId, visibility: 'department' });
    await ask(id);
    expect(await read(id)).toMatchObject({ askedAt: expect.any(String), answerDueAt: null });
    const seen = await page(id);
    expect(seen).toContain('The time is not settled at the moment');
    expect(seen).not.toContain('No time is promised');
    // Nor why: there is nothing of the question on the page.
    expect(seen).not.toMatch(/Waiting for the citizen|house number|does not run/);
    expect(await page(id, 'zh')).toContain('时限目前尚未确定');
    // Its author reads the question, and so why there is no time.
    expect(await ownPage(id)).not.toMatch(/not settled|No time is promised/);
  });

  it('says the same while the time is not worked out yet, and of nothing else', async () => {
    const { conversationId: id } = await at.post();
    await desk.dataSource.query('DELETE FROM deadline WHERE conversation_id = $1', [id]);
    await desk.dataSource.query('UPDATE conversation SET answer_due_at = NULL WHERE id = $1', [id]);
    const nothing = [await page(id), await ownPage(id)];
    expect(nothing).toEqual([
      expect.stringContaining('No time is promised'),
      expect.stringContaining('No time is promised'),
    ]);
    await desk.dataSource.query(
      `INSERT INTO underived_event SELECT id FROM conversation_event WHERE conversation_id = $1 AND type = 'message.received'`,
      [id],
    );
    const working = [await page(id), await ownPage(id)];
    expect(working).toEqual([expect.stringContaining('not settled'), expect.stringContaining('not settled')]);
  });

  it('says by when of what is carried on where the public does not read', async () => {
    const { conversationId: open } = await at.post({ body: 'The lamp in front of the school is dark since Monday.' });
    const { conversationId: hidden } = await at.post();
    const { version: intoVersion } = await read(hidden);
    const before = await page(open);
    const promised = /Answer promised by (.*? China Time)/.exec(before)?.[1] ?? 'nothing';
    await at.act(at.asLead, open, 'merge', { intoId: hidden, intoVersion, reason: 'The same lamp.' });
    await desk.drain();
    await desk.dataSource.query(`UPDATE message SET state = 'hidden' WHERE conversation_id = $1`, [hidden]);
    expect(await page(open)).toContain(promised);
  });
});
