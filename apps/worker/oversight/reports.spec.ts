import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { ParsedMail } from 'mailparser';
import type { ReportList, ReportOrder, ReportView } from '#contracts/reports.http.js';
import type { Department } from '#database/entities/department.entity.js';
import { buildChannel, buildDepartment, buildGrants, buildOfficer } from '../../../test/support/build.js';
import { type OfficerClient, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { type MailServer, startMailServer } from '../../../test/support/mail-server.js';
import { HOUR, warnedDesk } from '../../../test/support/warned-desk.js';

const DAY = 24 * HOUR;
const MINUTE = 60_000;

describe('a report that comes by mail', () => {
  let desk: TestDesk;
  let mail: MailServer;
  let at: Awaited<ReturnType<typeof warnedDesk>>;
  let other: Department;

  beforeAll(async () => {
    mail = await startMailServer();
    desk = await startDesk({
      env: { ...mail.env, CONSOLE_PUBLIC_URL: 'https://desk.city.example', SESSION_HOURS: '720' },
    });
    const { key } = await buildChannel(desk.dataSource);
    other = await buildDepartment(desk.dataSource);
    at = await warnedDesk(desk, key);
  });
  afterAll(async () => {
    await desk.close();
    await mail.close();
  });
  beforeEach(async () => {
    await desk.passTime(untilHour(1));
    mail.mails.length = 0;
  });
  afterEach(async () => {
    mail.become('takes');
    await desk.dataSource.query('UPDATE report SET ended_at = now() WHERE ended_at IS NULL');
  });

  /** Until the clock of UTC next shows this hour. */
  const untilHour = (hour: number): number => {
    const now = desk.clock.now().getTime();
    const today = Math.floor(now / DAY) * DAY + hour * HOUR;
    return (today > now ? today : today + DAY) - now;
  };
  const draft = (more: Partial<ReportOrder> = {}): ReportOrder => ({
    departments: [],
    measures: ['first-answer'],
    clock: 'calendar',
    rhythm: 'daily',
    hour: 8,
    timeZone: 'UTC',
    language: 'en',
    ...more,
  });
  const send = (client: OfficerClient, body: object) => client.send('POST', '/api/oversight/reports', body);
  const order = async (more: Partial<ReportOrder> = {}): Promise<ReportView> => {
    const { status, body } = await send(at.asLead, draft(more));
    expect(status).toBe(201);
    return body;
  };
  const list = async (): Promise<ReportList> => (await at.asLead.get('/api/oversight/reports')).body;
  const mailsTo = ({ email }: { email: string }) =>
    mail.mails.filter(
      ({ to, messageId }) =>
        messageId?.startsWith('<report-') && to && !Array.isArray(to) && to.value[0]?.address === email,
    );
  const fileOf = (sent: ParsedMail | undefined, type: string): string =>
    sent?.attachments.find(({ contentType }) => contentType === type)?.content.toString('utf8') ?? '';
  const offPathIn = ({ headers }: ParsedMail): string =>
    new URL(String(Reflect.get(Object(headers.get('list')), 'unsubscribe')?.url)).pathname;
  const answerOne = async () => {
    const { conversationId } = await at.post({
      title: 'SECRET-TITLE',
      body: 'SECRET-WORDS about the lamp at the corner',
    });
    await at.act(at.asAna, conversationId, 'claim');
    desk.clock.advance(2 * HOUR);
    await at.reply(conversationId, { body: 'SECRET-ANSWER' });
    await desk.passTime(MINUTE);
  };

  it('tells of the day before: totals in the mail, departments in a page and a file, nothing of what was written', async () => {
    await answerOne();
    await desk.passTime(untilHour(1));
    const { id, nextAt } = await order();
    await desk.passTime(untilHour(8));
    const [sent, ...others] = mailsTo(at.lead);
    expect(others).toEqual([]);
    expect(sent?.subject).toMatch(/^Daily report on response times: \d+ \w+ \d{4}$/);
    const rows: Record<string, string>[] = parse(fileOf(sent, 'text/csv'), { bom: true, columns: true });
    expect(rows.map(({ measure, department, n, median_hours }) => [measure, department, n, median_hours])).toEqual([
      ['first-answer', '', '1', '2'],
      ['first-answer', at.department.slug, '1', '2'],
    ]);
    const page = fileOf(sent, 'text/html');
    for (const text of [page, sent?.text ?? '', sent?.html || '']) {
      expect(text).toContain('2.00 h');
      expect(text).not.toContain('SECRET');
    }
    expect(page).toContain('@page');
    expect(sent?.text).toContain('https://desk.city.example/oversight?preset=own&from=');
    const [kept] = (await list()).items;
    expect(kept).toMatchObject({ id, last: { outcome: 'sent', from: nextDay(nextAt, -1), to: nextDay(nextAt, -1) } });
  });

  it('comes once for each period, through restarts and however many workers look', async () => {
    await order();
    desk.clock.advance(untilHour(8));
    await Promise.all([desk.passTime(0), desk.passTime(0), desk.passTime(0)]);
    await desk.passTime(HOUR);
    expect(mailsTo(at.lead)).toHaveLength(1);
    await desk.passTime(3 * DAY);
    expect(mailsTo(at.lead)).toHaveLength(4);
    expect(new Set(mailsTo(at.lead).map(({ subject }) => subject)).size).toBe(4);
  });

  it('follows its rhythm and language', async () => {
    await order({ rhythm: 'weekly', language: 'zh', measures: ['first-answer', 'reopened'] });
    await desk.passTime(8 * DAY);
    const [weekly] = mailsTo(at.lead);
    expect(weekly?.subject).toContain('答复用时周报');
    expect(fileOf(weekly, 'text/html')).toContain('lang="zh-Hans"');
    expect(weekly?.text).toContain('重新来信');
  });

  it('tells only of what its officer supervises at that moment, and nothing where that is nothing', async () => {
    const grant = (id: string) => buildGrants(desk.dataSource, at.lead.id, { id, roles: ['supervisor'] });
    await grant(other.id);
    const slugs = [at.department.slug, other.slug];
    await order({ departments: slugs });
    await desk.dataSource.query('DELETE FROM role_grant WHERE officer_id = $1 AND department_id = $2', [
      at.lead.id,
      at.department.id,
    ]);
    await desk.passTime(DAY);
    const [told] = mailsTo(at.lead);
    expect(fileOf(told, 'text/csv')).not.toContain(at.department.slug);
    await desk.dataSource.query('DELETE FROM role_grant WHERE officer_id = $1', [at.lead.id]);
    await desk.passTime(DAY);
    await grant(at.department.id);
    expect(mailsTo(at.lead)).toHaveLength(1);
    expect((await list()).items[0]?.last?.outcome).toBe('not-allowed');
  });

  it('is ended at the desk, or by one press in the mail program; a look at the link ends nothing', async () => {
    const { id } = await order();
    await order({ measures: ['letter'] });
    await desk.passTime(untilHour(8));
    const second = mailsTo(at.lead).find(({ text }) => text?.includes('Time to letter'));
    if (!second) throw new Error('no mail came');
    const off = `${desk.api}${offPathIn(second)}`;
    const looked = await fetch(off, { redirect: 'manual' });
    expect([looked.status, (await list()).items.length]).toEqual([303, 2]);
    const pressed = { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) };
    expect((await fetch(off, pressed)).status).toBe(204);
    expect((await list()).items.map((report) => report.id)).toEqual([id]);
    expect((await fetch(`${off}x`, pressed)).status).toBe(404);
    expect((await at.asAna.send('DELETE', `/api/oversight/reports/${id}`)).status).toBe(404);
    expect((await at.asLead.send('DELETE', `/api/oversight/reports/${id}`)).status).toBe(204);
    mail.mails.length = 0;
    await desk.passTime(3 * DAY);
    expect(mailsTo(at.lead)).toEqual([]);
  });

  it('is tried again when the server takes none, comes once, and keeps no secret in the end', async () => {
    await order();
    mail.become('refuses');
    await desk.passTime(untilHour(8));
    expect((await list()).items[0]?.last?.outcome).toBe('waiting');
    mail.become('takes');
    await desk.passTime(6 * MINUTE);
    await desk.passTime(HOUR);
    expect(mailsTo(at.lead)).toHaveLength(1);
    const [kept] = await desk.dataSource.query(
      'SELECT off_hash AS hash FROM report_mail m JOIN report r ON r.id = m.report_id WHERE r.officer_id = $1',
      [at.lead.id],
    );
    expect(kept.hash).toHaveLength(32);
  });

  it('is ordered by supervisors for their own departments only, and not without end', async () => {
    expect((await send(at.asAna, draft())).status).toBe(403);
    expect((await send(at.asLead, draft({ departments: [other.slug] }))).status).toBe(404);
    for (const wrong of [
      { measures: [] },
      { hour: 24 },
      { timeZone: 'Mars/Olympus' },
      { rhythm: 'hourly' },
      { more: 1 },
    ]) {
      expect((await send(at.asLead, { ...draft(), ...wrong })).status).toBe(422);
    }
    for (let n = 0; n < 20; n += 1) await order();
    expect(await send(at.asLead, draft())).toMatchObject({ status: 409, body: { code: 'limit-reached' } });
    const stranger = await buildOfficer(desk.dataSource, { department: other, roles: ['supervisor'] });
    const theirs = await (await signIn(desk.api, stranger.email)).get('/api/oversight/reports');
    expect(theirs.body).toEqual({ items: [], isMailSet: true });
  });

  it('is not sent a hundred times to who comes back after a hundred days', async () => {
    await order();
    await desk.passTime(100 * DAY);
    expect(mailsTo(at.lead)).toHaveLength(7);
    expect(mailsTo(at.lead).at(-1)?.subject).not.toBe(mailsTo(at.lead)[0]?.subject);
  });
});

function nextDay(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * DAY).toISOString().slice(0, 10);
}
