import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ParsedMail } from 'mailparser';
import type { NotificationSettings } from '#contracts/notifications.http.js';
import type { Department } from '#database/entities/department.entity.js';
import type { Officer } from '#database/entities/officer.entity.js';
import { mentionOf } from '#domain/notes/mentions.js';
import { buildChannel, buildDepartment, buildOfficer, type OfficerFields } from '../../../test/support/build.js';
import { type OfficerClient, postAccepted, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { type MailServer, startMailServer } from '../../../test/support/mail-server.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const AWAY = { isAvailable: false, seenAt: null };

describe('the mail to an officer who is away', () => {
  let desk: TestDesk;
  let mail: MailServer;
  let department: Department;
  let asAna: OfficerClient;
  let bo: Officer;
  let key: string;
  let serial = 0;

  beforeAll(async () => {
    mail = await startMailServer();
    desk = await startDesk({
      env: { ...mail.env, CONSOLE_PUBLIC_URL: 'https://desk.city.example', SESSION_HOURS: '720' },
    });
    department = await buildDepartment(desk.dataSource);
    ({ key } = await buildChannel(desk.dataSource));
    const ana = await buildOfficer(desk.dataSource, { department, name: 'Ana <b>Li</b>', ...AWAY });
    asAna = await signIn(desk.api, ana.email);
  });
  afterAll(async () => {
    await desk.close();
    await mail.close();
  });
  beforeEach(async () => {
    bo = await officer();
  });
  afterEach(() => {
    mail.become('takes');
    mail.mails.length = 0;
  });

  const officer = (fields: OfficerFields = {}) => {
    serial += 1;
    return buildOfficer(desk.dataSource, { department, name: `Bo ${serial}`, ...AWAY, ...fields });
  };
  const conversation = async () => {
    const posted = {
      department: department.slug,
      title: 'SECRET-TITLE of the citizen',
      body: 'SECRET-WORDS of the citizen about the lamp',
      author: { externalId: randomUUID(), name: 'SECRET-NAME' },
    };
    const accepted = await postAccepted(desk.api, key, posted);
    await desk.drain();
    return accepted;
  };
  const mention = async (who = bo) => {
    const { conversationId, reference } = await conversation();
    const note = { noteId: randomUUID(), body: `SECRET-NOTE ${mentionOf(who.id)}` };
    expect((await asAna.send('POST', `/api/conversations/${conversationId}/notes`, note)).status).toBe(201);
    await desk.drain();
    return { conversationId, reference };
  };
  const unsubscribeUrlIn = ({ headers }: ParsedMail): string =>
    String(Reflect.get(Object(headers.get('list')), 'unsubscribe')?.url ?? '');
  const mailsTo = ({ email }: Officer) =>
    mail.mails.filter(({ to }) => to && !Array.isArray(to) && to.value[0]?.address === email);

  it('comes after half an hour, tells what and where, and nothing of what was written', async () => {
    const { conversationId, reference } = await mention();
    await desk.passTime(29 * MINUTE);
    expect(mailsTo(bo)).toEqual([]);
    await desk.passTime(2 * MINUTE);
    const [digest, ...others] = mailsTo(bo);
    expect(others).toEqual([]);
    const { text = '', html = '' } = digest ?? {};
    expect(digest?.subject).toBe('Something waits for you at the desk');
    expect(text).toContain(`${reference} · Ana <b>Li</b> mentioned you`);
    expect(text).toContain(`https://desk.city.example/conversations/${conversationId}`);
    expect(html).toContain(`Ana &lt;b&gt;Li&lt;/b&gt; mentioned you`);
    for (const part of [text, html, digest?.subject ?? '']) expect(part).not.toContain('SECRET');
    expect(digest?.from?.text).toContain('desk@city.example');
    expect(digest?.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('gathers what happened, once an hour at most, and never the same line twice', async () => {
    await mention();
    await mention();
    await desk.passTime(31 * MINUTE);
    await mention();
    await desk.passTime(31 * MINUTE);
    expect(mailsTo(bo).map(({ subject }) => subject)).toEqual(['2 things wait for you at the desk']);
    await desk.passTime(31 * MINUTE);
    expect(mailsTo(bo).map(({ subject }) => subject)).toEqual([
      '2 things wait for you at the desk',
      'Something waits for you at the desk',
    ]);
    await desk.passTime(5 * HOUR);
    expect(mailsTo(bo)).toHaveLength(2);
  });

  it('does not come to who is there, has read it, or has left', async () => {
    const there = await officer({ seenAt: new Date(Date.now() + 365 * 24 * HOUR) });
    const reader = await officer();
    const gone = await officer();
    for (const who of [there, reader, gone]) await mention(who);
    const asReader = await signIn(desk.api, reader.email);
    await asReader.send('POST', '/api/notifications/read', { upTo: desk.clock.now().toISOString() });
    await desk.dataSource.query('UPDATE officer SET is_active = false WHERE id = $1', [gone.id]);
    await desk.passTime(2 * HOUR);
    expect([there, reader, gone].flatMap(mailsTo)).toEqual([]);
  });

  it('tells nothing of where the officer may no longer read', async () => {
    await mention();
    await desk.dataSource.query('DELETE FROM role_grant WHERE officer_id = $1', [bo.id]);
    await desk.passTime(2 * HOUR);
    expect(mailsTo(bo)).toEqual([]);
  });

  it('speaks the language of the officer’s console', async () => {
    const asBo = await signIn(desk.api, bo.email);
    expect((await asBo.send('PUT', '/api/me/language', { language: 'zh' })).status).toBe(204);
    expect((await asBo.send('PUT', '/api/me/language', { language: 'fr' })).status).toBe(422);
    await mention();
    await desk.passTime(31 * MINUTE);
    const [digest] = mailsTo(bo);
    expect(digest?.subject).toBe('工作台有 1 条消息等您查看');
    expect(digest?.text).toContain('提到了您');
  });

  it('keeps to the officer’s hours', async () => {
    const now = desk.clock.now();
    const monday = new Date(now.getTime() + ((8 - (now.getUTCDay() || 7)) % 7 || 7) * 24 * HOUR);
    monday.setUTCHours(3, 0, 0, 0);
    const hours = [{ weekday: 1, from: 600, to: 660 }];
    await desk.dataSource.query(`UPDATE officer SET working_hours = $2::jsonb, time_zone = 'UTC' WHERE id = $1`, [
      bo.id,
      JSON.stringify(hours),
    ]);
    await desk.passTime(monday.getTime() - desk.clock.now().getTime());
    await mention();
    await desk.passTime(6 * HOUR);
    expect(mailsTo(bo)).toEqual([]);
    await desk.passTime(HOUR + 5 * MINUTE);
    expect(mailsTo(bo)).toHaveLength(1);
  });

  it('is tried again when the server takes none, and comes once', async () => {
    mail.become('refuses');
    const before = mail.offered();
    await mention();
    await desk.passTime(31 * MINUTE);
    await desk.passTime(MINUTE);
    expect(mail.offered() - before).toBe(1);
    await desk.passTime(5 * MINUTE);
    expect(mail.offered() - before).toBe(2);
    mail.become('takes');
    await desk.passTime(11 * MINUTE);
    await desk.passTime(6 * HOUR);
    expect(mailsTo(bo)).toHaveLength(1);
  });

  it('is given up in the end, and stays in the console', async () => {
    mail.become('refuses');
    const before = mail.offered();
    await mention();
    for (let attempt = 0; attempt < 12; attempt += 1) await desk.passTime(4 * HOUR + MINUTE);
    expect(mail.offered() - before).toBe(8);
    const asBo = await signIn(desk.api, bo.email);
    expect((await asBo.get('/api/notifications/count')).body).toMatchObject({ unread: 1 });
  });

  it('comes twice at the most when the desk never hears that it was taken, under one message id', async () => {
    mail.become('takes-and-hangs-up');
    await mention();
    await desk.passTime(31 * MINUTE);
    mail.become('takes');
    await desk.passTime(6 * MINUTE);
    await desk.passTime(6 * HOUR);
    const ids = mailsTo(bo).map(({ messageId }) => messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('is one mail when several workers look at the same moment', async () => {
    const others = await Promise.all([1, 2, 3].map(() => officer()));
    for (const who of others) await mention(who);
    desk.clock.advance(31 * MINUTE);
    await Promise.all([desk.passTime(0), desk.passTime(0), desk.passTime(0)]);
    expect(others.map((who) => mailsTo(who).length)).toEqual([1, 1, 1]);
  });

  it('is switched off by the link in any copy of it, and only its hash is kept in the end', async () => {
    mail.become('takes-and-hangs-up');
    await mention();
    await desk.passTime(31 * MINUTE);
    mail.become('takes');
    await desk.passTime(6 * MINUTE);
    const tokens = mailsTo(bo).map((copy) => unsubscribeUrlIn(copy).split('/').at(-1) ?? '');
    expect(tokens).toHaveLength(2);
    expect(new Set(tokens).size).toBe(1);
    const [kept] = await desk.dataSource.query('SELECT off_hash AS hash FROM digest WHERE officer_id = $1', [bo.id]);
    expect(kept.hash).toHaveLength(32);
    expect((await fetch(`${desk.api}/api/digests/off/${tokens[0]}`, { method: 'POST' })).status).toBe(204);
  });

  it('is switched off by its link also before the desk knows that it was sent', async () => {
    mail.become('takes-and-hangs-up');
    await mention();
    await desk.passTime(31 * MINUTE);
    const [copy] = mailsTo(bo);
    if (!copy) throw new Error('no mail came');
    const { pathname } = new URL(unsubscribeUrlIn(copy));
    expect((await fetch(`${desk.api}${pathname}`, { method: 'POST' })).status).toBe(204);
    mail.become('takes');
    await desk.passTime(6 * MINUTE);
  });

  it('is switched off by one press in the mail program, not by a look at the link', async () => {
    await mention();
    await desk.passTime(31 * MINUTE);
    const [digest] = mailsTo(bo);
    const list = digest ? unsubscribeUrlIn(digest) : '';
    expect(list).toMatch(/^https:\/\/desk\.city\.example\/api\/digests\/off\/[\w-]{32}$/);
    const url = `${desk.api}${new URL(list).pathname}`;
    const looked = await fetch(url, { redirect: 'manual' });
    expect([looked.status, looked.headers.get('location')]).toEqual([
      303,
      'https://desk.city.example/notifications/settings',
    ]);
    const asBo = await signIn(desk.api, bo.email);
    const isOn = async () => ((await asBo.get('/api/notifications/settings')).body as NotificationSettings).digest.isOn;
    expect(await isOn()).toBe(true);
    const form = { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) };
    expect((await fetch(url, form)).status).toBe(204);
    expect(await isOn()).toBe(false);
    expect((await fetch(`${desk.api}/api/digests/off/${'x'.repeat(32)}`, form)).status).toBe(404);
    await mention();
    await desk.passTime(3 * HOUR);
    expect(mailsTo(bo)).toHaveLength(1);
  });

  it('leaves out the kinds that the officer wants no mail of, also those that wait already', async () => {
    await mention();
    const asBo = await signIn(desk.api, bo.email);
    const { isMailSet, ...given } = (await asBo.get('/api/notifications/settings')).body as NotificationSettings;
    expect(isMailSet).toBe(true);
    const kinds = { ...given.kinds, mentioned: { ...given.kinds.mentioned, mail: false } };
    await asBo.send('PUT', '/api/notifications/settings', { ...given, kinds });
    await mention();
    await desk.passTime(3 * HOUR);
    expect(mailsTo(bo)).toEqual([]);
  });

  it('does not come any more once it is switched off, also one that is being tried', async () => {
    const settings = async (client: OfficerClient) =>
      (await client.get('/api/notifications/settings')).body as NotificationSettings;
    const [dan, eve] = [await officer(), await officer()];
    const [asDan, asEve] = [await signIn(desk.api, dan.email), await signIn(desk.api, eve.email)];
    mail.become('refuses');
    for (const who of [dan, eve]) await mention(who);
    const before = mail.offered();
    await desk.passTime(31 * MINUTE);
    expect(mail.offered() - before).toBe(2);
    const { kinds, digest } = await settings(asDan);
    await asDan.send('PUT', '/api/notifications/settings', { kinds, digest: { ...digest, isOn: false } });
    const others = { ...kinds, mentioned: { ...kinds.mentioned, mail: false } };
    await asEve.send('PUT', '/api/notifications/settings', { kinds: others, digest });
    mail.become('takes');
    await desk.passTime(6 * MINUTE);
    await desk.passTime(6 * HOUR);
    expect([dan, eve].flatMap(mailsTo)).toEqual([]);
    const open: unknown[] = await desk.dataSource.query('SELECT 1 FROM digest WHERE ended_at IS NULL');
    expect(open).toEqual([]);
  });
});
