import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type OpenSite, openSite } from '../../test/support/site/open-site.js';
import { SENDING_LIMIT } from './submit/sending-limit.js';

let site: OpenSite;
let departmentId: string;

beforeAll(async () => {
  site = await openSite();
  departmentId = await site.rows.department({ slug: 'water', nameEn: 'Water Authority', nameZh: '水务局', hours: 48 });
  const conversationId = await site.rows.conversation({ reference: 'BJ-7F3K-92QD', departmentId, isAnswered: true });
  await site.rows.message({
    conversationId,
    title: '<script>alert(1)</script>',
    body: 'first line\nsecond line\n\n<img src=x onerror=alert(1)>',
  });
});
afterAll(() => site.close());

describe('a public page', () => {
  it('is answered with 304 while nothing changed, and with the new page after', async () => {
    const first = await site.get('/departments');
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[\w-]{43}"$/);
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=3, must-revalidate');
    const again = await site.get('/departments', { 'if-none-match': `"other", W/${tag}` });
    expect([again.status, again.text]).toEqual([304, '']);
    await site.rows.department({ slug: 'parks', nameEn: 'Parks', nameZh: '园林局' });
    expect((await site.get('/departments', { 'if-none-match': tag })).status).toBe(200);
  });

  it('speaks the language that was asked for, and keeps one that was chosen in its links', async () => {
    const chinese = await site.get('/departments', { 'accept-language': 'fr, zh-CN;q=0.9, en;q=0.8' });
    expect(chinese.text).toContain('<html lang="zh-Hans"');
    expect(chinese.headers.get('vary')).toBe('Accept-Language');
    expect(chinese.text).toContain('href="/departments/water"');
    const chosen = await site.get('/departments?lang=en', { 'accept-language': 'zh-CN' });
    expect(chosen.text).toContain('<html lang="en-GB"');
    expect(chosen.text).toContain('href="/departments/water?lang=en"');
  });

  it('escapes what citizens wrote and keeps its lines', async () => {
    const { text, headers } = await site.get('/conversations/BJ-7F3K-92QD');
    expect(text).not.toMatch(/<script|<img/);
    expect(text).toContain('&lt;script&gt;');
    expect(text).toContain('first line\nsecond line</p>');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('leads other spellings of a reference to the printed one', async () => {
    const { status, headers } = await site.get('/conversations/bj-7f3k-92qd?lang=zh');
    expect([status, headers.get('location')]).toEqual([301, '/conversations/BJ-7F3K-92QD?lang=zh']);
  });

  it('names its styles by their content, so that caches keep them', async () => {
    const path = /href="(\/assets\/site-[0-9a-f]+\.css)"/.exec((await site.get('/')).text)?.[1] ?? '';
    const styles = await site.get(path);
    expect(styles.headers.get('cache-control')).toContain('immutable');
    expect(styles.text).not.toMatch(/GDS Transport|crest|url\(\/assets/);
    expect((await site.get('/assets/site-0000000000000000.css')).status).toBe(404);
  });
});

describe('a form', () => {
  let form: Record<string, string>;
  const stored = async () => (await site.rows.query('SELECT body FROM message')).rows.map((row) => String(row.body));

  beforeEach(() => {
    form = {
      submissionId: randomUUID(),
      department: 'water',
      name: 'Wang Wei',
      title: 'Low pressure',
      body: `The pressure is low. ${randomUUID()}`,
      visibility: 'public',
      website: '',
    };
  });

  it('is not shared by two readers: each gets an id of their own', async () => {
    const [one, other] = [await site.get('/submit'), await site.get('/submit')];
    expect(one.headers.get('cache-control')).toBe('no-store');
    expect(one.text).not.toBe(other.text);
    expect((await site.get('/submit?department=water')).text).toContain('<option value="water" selected="">');
  });

  it('leads to the private page of the message, with its own text while it is screened', async () => {
    const { status, headers } = await site.post('/submit?lang=en', form);
    expect(status).toBe(303);
    const page = await site.get(headers.get('location') ?? '');
    expect(page.status).toBe(200);
    expect(page.text).toContain('Your message has arrived');
    expect(page.text).toContain(form.body);
    expect(page.text).toContain('Being screened');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('x-robots-tag')).toContain('noindex');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('is stored once when it is sent twice, and says so', async () => {
    const sent = await Promise.all([site.post('/submit', form), site.post('/submit', form)]);
    const places = sent.map(({ headers }) => new URL(headers.get('location') ?? '', site.url));
    expect(new Set(places.map(({ pathname }) => pathname)).size).toBe(1);
    expect(places.map(({ search }) => search).sort()).toEqual(['?sent=1', '?sent=again']);
    expect((await stored()).filter((body) => body === form.body)).toHaveLength(1);
  });

  it('keeps everything typed and links every problem to its field', async () => {
    const wrong = { ...form, department: 'no-such', title: 'x'.repeat(201), visibility: '', body: 'ö'.repeat(10_001) };
    const { status, text } = await site.post('/submit?lang=en', wrong);
    expect(status).toBe(422);
    for (const field of ['department', 'title', 'body', 'visibility']) expect(text).toContain(`<a href="#${field}">`);
    expect(text).toContain('at most 10,000 characters; it has 10,001');
    for (const kept of [form.submissionId, form.name, wrong.title, wrong.body]) expect(text).toContain(kept ?? '');
    expect(await stored()).not.toContain(wrong.body);
  });

  it('counts a line end once and refuses what cannot be stored', async () => {
    expect((await site.post('/submit', { ...form, body: 'a\r\n'.repeat(5_000) })).status).toBe(303);
    const nul = await site.post('/submit', { ...form, submissionId: randomUUID(), body: 'a\0b' });
    expect(nul.status).toBe(422);
  });

  it('does not store what a program filled in, but says why', async () => {
    const { status, text } = await site.post('/submit?lang=en', { ...form, website: 'http://spam.test' });
    expect(status).toBe(422);
    expect(text).toContain('<a href="#website">');
    expect(await stored()).not.toContain(form.body);
  });
});

describe('a tracking page', () => {
  it('shows its author what is held and what was hidden, with the reason, and nobody else', async () => {
    const conversationId = await site.rows.conversation({
      reference: 'BJ-5555-0001',
      departmentId,
      status: 'held',
      trackingToken: 'the-secret',
    });
    await site.rows.message({ conversationId, body: 'my held words', state: 'held' });
    await site.rows.message({
      conversationId,
      body: 'my hidden words',
      state: 'hidden',
      hiddenFor: 'abuse',
      minute: 1,
    });
    const { text } = await site.get('/track/the-secret?lang=en');
    for (const words of ['my held words', 'Held back', 'my hidden words', 'Because it is abusive.', 'BJ-5555-0001']) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('href="/conversations/BJ-5555-0001');
    expect((await site.get('/track/another-secret')).status).toBe(404);
    expect((await site.post('/track/another-secret', { body: 'x' })).status).toBe(404);
  });

  it('takes a further message of its author into the same conversation', async () => {
    const submissionId = randomUUID();
    const body = 'The pressure is low in the whole street.';
    const opening = { submissionId, department: 'water', name: 'Wang', title: '', body, visibility: 'pseudonym' };
    const { headers } = await site.post('/submit', opening);
    const page = new URL(headers.get('location') ?? '', site.url).pathname;
    const empty = await site.post(`${page}?lang=en`, { body: ' ', submissionId: randomUUID() });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('<a href="#body">');
    const further = await site.post(page, { body: 'And in the next one.', submissionId: randomUUID() });
    expect(further.headers.get('location')).toBe(`${page}?sent=further`);
    const { text } = await site.get(page);
    expect(text).toContain(body);
    expect(text).toContain('And in the next one.');
  });
});

describe('errors', () => {
  it('are pages for people, in their language, without internals', async () => {
    const { status, text, headers } = await site.get('/no-such-page', { 'accept-language': 'zh' });
    expect(status).toBe(404);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).toContain('找不到页面');
  });

  it.each([
    '/departments/%00',
    '/conversations/%00',
    '/letters/%00',
    '/track/%00',
    '//elsewhere.test/x',
    '/letters?before=%00',
  ])('are 404 for an address that cannot be one: %s', async (path) => {
    const { status, text } = await site.get(path);
    expect(status).toBe(404);
    expect(text).not.toMatch(/(href|action)="\/\//);
  });

  it('keep the text of who sends too many forms, and say when to come again', async () => {
    const form = { department: 'water', name: 'Wang', title: '', visibility: 'public' };
    for (let sent = 0; sent < SENDING_LIMIT.forms; sent += 1) {
      await site.post('/submit', { ...form, submissionId: randomUUID(), body: `message ${sent} of many` });
    }
    const { status, text, headers } = await site.post('/submit?lang=en', { ...form, body: 'the one that is too many' });
    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(text).toContain('the one that is too many');
    expect(text).toContain('<a href="#body">');
  });
});
