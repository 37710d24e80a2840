import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InboxPage } from '#contracts/inbox.http.js';
import { ModeratingDesk } from '../../../test/support/moderating.js';

const BODY = 'Ask Zhao Xiuying of Lane Quince, she saw the leak in the cellar.';

describe('redacting a message', () => {
  let at: ModeratingDesk;

  beforeAll(async () => {
    at = await ModeratingDesk.start();
  });
  afterAll(() => at.close());

  const name = 'Li Zhao Xiuying';
  const opened = async (more: object = {}) =>
    at.post({ title: 'Zhao Xiuying saw it', body: BODY, author: { externalId: randomUUID(), name }, ...more });
  const spans = () => [
    at.span('title', 'Zhao Xiuying saw it', 'Zhao Xiuying'),
    at.span('body', BODY, 'Zhao Xiuying'),
    at.span('body', BODY, 'Lane Quince'),
    at.span('name', name, 'Zhao Xiuying'),
  ];
  const redact = (messageId: string, covered = spans()) =>
    at.decide(messageId, { decision: 'redact', reason: 'personal-data', spans: covered });
  const found = async (words: string, as = at.people.officer) => {
    const { body } = await as.get(`/api/inbox?view=all&limit=100&q=${encodeURIComponent(words)}`);
    return (body as InboxPage).items.map(({ id }) => id);
  };
  const SECRET = /Xiuying|Quince/;

  it('shows blocks of one length on the public page, in its title, in lists and in headings', async () => {
    const { conversationId, messageId, reference } = await opened();
    await at.answer(conversationId, 'The cellar was dried on Monday.');
    expect((await redact(messageId)).body).toMatchObject({ state: 'redacted' });
    const pages = [`/conversations/${reference}`, `/departments/${at.department.slug}`, '/'];
    for (const path of pages) {
      const { status, text } = await at.site(path);
      expect([path, status, SECRET.exec(text)]).toEqual([path, 200, null]);
      expect(text).toContain('███ saw it');
    }
    const { text } = await at.site(`/conversations/${reference}`);
    expect(text).toContain('Ask ███ of ███, she saw the leak');
    expect(text).toContain('Li ███ wrote');
  });

  it('seals the original from staff but moderators and who has it; a look of others is recorded', async () => {
    const { conversationId, messageId } = await opened();
    await redact(messageId);
    const { officer, colleague, moderator, supervisor } = at.people;
    for (const keeper of [officer, moderator]) {
      const message = await at.message(conversationId, keeper);
      expect(message).toMatchObject({ isSealed: true, original: { body: BODY, citizenName: name } });
      expect(message.body).not.toMatch(SECRET);
    }
    for (const other of [colleague, supervisor]) {
      expect(JSON.stringify(await at.read(conversationId, other))).not.toMatch(SECRET);
    }
    const path = `/api/moderation/messages/${messageId}/original`;
    expect((await colleague.send('POST', path, { why: 'Curious.' })).status).toBe(403);
    expect((await supervisor.send('POST', path, { why: ' ' })).status).toBe(422);
    const { body } = await supervisor.send('POST', path, { why: 'A complaint about the redaction.' });
    expect(body).toEqual({ title: 'Zhao Xiuying saw it', body: BODY, citizenName: name });
    const looked = (await at.history(conversationId)).filter(({ type }) => type === 'original.opened');
    expect(looked).toMatchObject([{ detail: { messageId, reason: 'A complaint about the redaction.' } }]);
  });

  it('takes the covered words out of lists and out of the search of staff', async () => {
    const { conversationId, messageId } = await opened();
    expect(await found('Quince')).toContain(conversationId);
    await redact(messageId);
    for (const who of ['officer', 'colleague', 'moderator', 'supervisor'] as const) {
      expect([who, await found('Quince', at.people[who])]).toEqual([who, []]);
      const { body } = await at.people[who].get('/api/inbox?view=all&limit=100');
      const row = (body as InboxPage).items.find(({ id }) => id === conversationId);
      expect(JSON.stringify(row)).not.toMatch(SECRET);
    }
    expect(await found('cellar')).toContain(conversationId);
    await at.decide(messageId, { decision: 'restore', reason: 'consent-given' });
    expect(await found('Quince')).toContain(conversationId);
  });

  it('takes covered Chinese words out of the index itself, where nothing is looked up once more', async () => {
    const body = '路灯坏了三个星期，请找住在青梧路的赵师傅。';
    const { conversationId, messageId } = await at.post({ body });
    expect(await found('青梧')).toEqual([conversationId]);
    await redact(messageId, [at.span('body', body, '青梧路')]);
    expect(await found('青梧')).toEqual([]);
    const indexed: { words: string }[] = await at.desk.dataSource.query(
      'SELECT words::text AS words FROM search_entry WHERE entry_id = $1',
      [messageId],
    );
    expect(indexed).toEqual([{ words: expect.not.stringContaining('青梧') }]);
    expect(await found('路灯')).toEqual([conversationId]);
  });

  it('covers again from the original, and restoring gives all of it back', async () => {
    const { conversationId, messageId, reference } = await opened();
    await redact(messageId);
    await redact(messageId, [at.span('body', BODY, 'Lane Quince')]);
    const { text } = await at.site(`/conversations/${reference}`);
    expect(text).toContain('Ask Zhao Xiuying of ███, she saw');
    expect(await at.message(conversationId)).toMatchObject({ original: { covered: [{ field: 'body' }] } });
    await at.decide(messageId, { decision: 'restore', reason: 'consent-given' });
    const restored = await at.message(conversationId);
    expect(restored).toMatchObject({
      state: 'visible',
      isSealed: false,
      original: null,
      body: BODY,
      citizenName: name,
    });
    expect(await at.read(conversationId)).toMatchObject({ title: 'Zhao Xiuying saw it', citizen: { name } });
    expect((await at.site(`/conversations/${reference}`)).text).toContain('Lane Quince');
  });

  it('stays covered when it is held and published, hidden and restored', async () => {
    const { messageId, reference } = await opened();
    await redact(messageId);
    await at.decide(messageId, { decision: 'hold', reason: 'under-review' });
    const [item] = (await at.queue()).filter((one) => one.messageId === messageId);
    expect(item).toMatchObject({ body: BODY, redacted: { citizenName: 'Li ███' } });
    const published = await at.decide(messageId, { decision: 'publish', reason: 'nothing-wrong' });
    expect(published.body).toMatchObject({ state: 'redacted' });
    await at.decide(messageId, { decision: 'hide', reason: 'personal-data' });
    const again = await at.decide(messageId, { decision: 'restore', reason: 'nothing-wrong' });
    expect(again.body).toMatchObject({ state: 'redacted' });
    expect((await at.site(`/conversations/${reference}`)).text).not.toMatch(SECRET);
  });

  it('takes up what was held: an officer is asked, and no excerpt tells of what is covered', async () => {
    const body = 'I am Zhao Xiuying, 13800138000, and my lamp is out.';
    const { conversationId, messageId } = await at.post({ body });
    const covered = [at.span('body', body, 'Zhao Xiuying'), at.span('body', body, '13800138000')];
    await redact(messageId, covered);
    const view = await at.read(conversationId);
    expect(view).toMatchObject({ status: 'assigned', thread: [{ state: 'redacted' }] });
    const { body: inbox } = await at.people.officer.get('/api/inbox?view=mine&limit=100');
    const row = (inbox as InboxPage).items.find(({ id }) => id === conversationId);
    expect(row?.excerpt).toBe('I am ███, ███, and my lamp is out.');
  });

  it('stays covered in what it is merged into, and when it is split off again', async () => {
    const into = await at.post({ body: 'The cellar of block four is under water again.' });
    const { conversationId, messageId } = await opened();
    await redact(messageId);
    const { version: intoVersion } = await at.read(into.conversationId);
    const merge = { intoId: into.conversationId, intoVersion };
    expect((await at.act(conversationId, 'merge', merge, at.people.supervisor)).status).toBe(200);
    expect((await at.site(`/conversations/${into.reference}`)).text).toContain('Ask ███ of ███');
    expect(JSON.stringify(await at.read(into.conversationId, at.people.colleague))).not.toMatch(SECRET);
    await at.decide(messageId, { decision: 'redact', reason: 'personal-data', spans: [at.span('body', BODY, 'leak')] });
    expect((await at.site(`/conversations/${into.reference}`)).text).toContain('saw the ███ in the cellar');
    await at.act(conversationId, 'unmerge', {}, at.people.supervisor);
    expect(await at.message(conversationId, at.people.moderator)).toMatchObject({
      state: 'redacted',
      original: { body: BODY },
    });
  });

  it('is not quoted by a letter that is begun: no name in the salutation, blocks in the title', async () => {
    const { conversationId, messageId } = await opened();
    await redact(messageId);
    const { body } = await at.people.officer.send('POST', '/api/letters', { conversationId });
    expect(JSON.stringify(body)).not.toMatch(SECRET);
    expect(body).toMatchObject({ text: { title: 'Re: ███ saw it', salutation: 'Dear resident,' } });
  });

  it('shows its author the original and why, with the words of then', async () => {
    const { conversationId, messageId } = await opened();
    const track = await at.trackingPage(conversationId);
    const explanation = 'A neighbour is named with her street.';
    const why = { reason: 'personal-data', explanation, note: 'INSIDE-WORDS' };
    await at.decide(messageId, { decision: 'redact', spans: spans(), ...why });
    const text = await track();
    for (const words of [
      'Lane Quince',
      'it holds personal data',
      explanation,
      '20 days',
      'A person read your message',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(/INSIDE-WORDS|Mo Derator/);
    const chinese = await track('zh');
    for (const words of ['含有个人信息', '20 天', '遮盖']) expect(chinese).toContain(words);
  });
});
