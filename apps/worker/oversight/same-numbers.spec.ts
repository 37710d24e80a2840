import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { type Figure, figuresSchema, publicPerformanceSchema } from '#contracts/oversight.http.js';
import { ensureChannel } from '#desk/directory/ensure-channel.js';
import { buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { type OfficerClient, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { type MailServer, startMailServer } from '../../../test/support/mail-server.js';
import { temporaryFolder } from '../../../test/support/temporary-folder.js';
import { columnMap } from '../../desk/import/column-map.js';
import { CsvFile } from '../../desk/import/csv-file.js';
import { importMessages } from '../../desk/import/import-messages.js';
import { RejectedRows } from '../../desk/import/rejected-rows.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const HEADER = ['id', 'user', '主题', 'posted', 'text', '答复', 'answered'];
const MAP = 'externalId=id,author=user,title=主题,postedAt=posted,body=text,replyBody=答复,repliedAt=answered';

/** Hours that they waited; of thirty, so that a share, a percentile and a mean are no round numbers. */
const WAITS = Array.from({ length: 30 }, (_, n) => 3 + n * n * 0.75);
const STILL_WAITING = 4;

describe('the figures of an imported file', () => {
  let desk: TestDesk;
  let mail: MailServer;
  let asLead: OfficerClient;
  let slug: string;
  /** The day on which all were answered, of which the next report tells. */
  let date: string;
  let hour: number;

  beforeAll(async () => {
    mail = await startMailServer();
    desk = await startDesk({ site: true, env: { ...mail.env, SESSION_HOURS: '720' } });
    const department = await buildDepartment(desk.dataSource, { timeZone: 'UTC' });
    slug = department.slug;
    const lead = await buildOfficer(desk.dataSource, { department, roles: ['supervisor'] });
    asLead = await signIn(desk.api, lead.email);
    const now = desk.clock.now().getTime();
    hour = (new Date(now).getUTCHours() + 1) % 24;
    date = new Date(nextFull(now) - DAY).toISOString().slice(0, 10);
    const { channel } = await ensureChannel(desk.dataSource, { slug: 'mailbox', kind: 'import', name: 'Mailbox' });
    const path = join(temporaryFolder(), 'history.csv');
    writeFileSync(path, `\ufeff${linesUntil(date).join('\r\n')}\r\n`);
    const file = await CsvFile.open(path, 'utf-8');
    const columns = columnMap(MAP, { header: file.header, needed: ['externalId', 'author', 'postedAt', 'body'] });
    const at = new Date();
    const tally = await importMessages({
      ...{ dataSource: desk.dataSource, file, rejected: new RejectedRows(`${path}.rejected`, file.header) },
      ...{ signal: new AbortController().signal, onProgress: () => undefined },
      reading: { columns, width: file.header.length, timeZone: 'UTC', department: slug, now: at },
      target: { channelId: channel.id, department, visibility: 'public', receivedAt: at },
    });
    expect(tally).toMatchObject({ imported: WAITS.length + STILL_WAITING, rejected: 0 });
    await desk.passTime(0);
  }, 60_000);
  afterAll(async () => {
    await desk.close();
    await mail.close();
  });

  const nextFull = (now: number) => (Math.floor(now / HOUR) + 1) * HOUR;

  /** Every other line in Chinese. All were answered in the first hour of the day. */
  function linesUntil(day: string): string[] {
    const answeredAt = Date.parse(day) + HOUR / 2;
    const written = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
    const line = (n: number, postedAt: number, answer: string) => {
      const said =
        n % 2 ? ['路灯', '门口的路灯坏了，晚上看不见路。'] : ['A lamp', 'The lamp at "our" gate is broken, again.'];
      const [title, body] = said.map((text) => `"${text.replaceAll('"', '""')}"`);
      return [n, n % 2 ? '王芳' : 'A. Lee', title, written(postedAt), body, answer].join(',');
    };
    const answered = WAITS.map((wait, n) => {
      const answer = n % 2 ? '已经修好。' : 'It is repaired.';
      return line(n, answeredAt - wait * HOUR, `${answer},${written(answeredAt)}`);
    });
    const waiting = Array.from({ length: STILL_WAITING }, (_, n) => line(WAITS.length + n, answeredAt - n * DAY, ','));
    return [HEADER.join(','), ...answered, ...waiting];
  }

  /** The continuous percentile, as the textbook has it. */
  function percentile(share: number): number {
    const place = share * (WAITS.length - 1);
    const [below = 0, above = 0] = [WAITS[Math.floor(place)], WAITS[Math.ceil(place)]];
    return below + (above - below) * (place - Math.floor(place));
  }

  const numbersOf = (figure: Figure) => ({
    n: figure.n,
    median: figure.medianHours,
    p90: figure.p90Hours,
    mean: figure.meanHours,
    within: figure.within.n,
    judged: figure.within.of,
    fiveDays: figure.withinFiveDays,
    sevenDays: figure.withinSevenDays,
  });
  /** The files name two columns in their own way. */
  const numbersIn = (line: Record<string, string> | undefined, days: (n: 5 | 7) => string) => ({
    n: Number(line?.n),
    median: Number(line?.median_hours),
    p90: Number(line?.p90_hours),
    mean: Number(line?.mean_hours),
    within: Number(line?.within_deadline),
    judged: Number(line?.with_deadline),
    fiveDays: Number(line?.[days(5)]),
    sevenDays: Number(line?.[days(7)]),
  });
  const linesOf = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true });
  const ask = async (query: string) =>
    figuresSchema.parse((await asLead.get(`/api/oversight/response-times?groupBy=department${query}`)).body);
  const opened = async (opens: Record<string, string>): Promise<number> => {
    const { body } = await asLead.get(`/api/inbox?limit=100&${new URLSearchParams(opens)}`);
    return (body as { items: unknown[] }).items.length;
  };

  it('are the same on the screen, in its file, in the report, on the public page, for programs, and in what they open', async () => {
    const { total, groups } = await ask('');
    const right = numbersOf(total);
    const mean = WAITS.reduce((sum, wait) => sum + wait, 0) / WAITS.length;
    const upTo = (hours: number) => WAITS.filter((wait) => wait <= hours).length;
    expect(right).toMatchObject({ n: WAITS.length, fiveDays: upTo(120), sevenDays: upTo(168), judged: WAITS.length });
    expect(right).toMatchObject({ within: upTo(168) });
    for (const [found, wanted] of [
      [right.median, percentile(0.5)],
      [right.p90, percentile(0.9)],
      [right.mean, mean],
    ] as const)
      expect(Math.abs((found ?? 0) - wanted)).toBeLessThanOrEqual(0.005 + 1e-9);
    expect(groups.map(numbersOf)).toEqual([right]);
    expect(total.open).toMatchObject({ n: STILL_WAITING });

    const file = await fetch(`${desk.api}/api/oversight/response-times.csv`, { headers: { cookie: asLead.cookie } });
    const inFile = linesOf(await file.text()).map((line) => numbersIn(line, (n) => `within_${n}_days`));
    expect(inFile).toEqual([right, right]);

    const json = await fetch(`${desk.site}/performance.json`);
    const [published] = publicPerformanceSchema.parse(await json.json()).departments;
    expect(published?.measures['first-answer']).toMatchObject({
      ...{ n: right.n, medianHours: right.median, p90Hours: right.p90, meanHours: right.mean },
      ...{ withinFiveDays: right.fiveDays, withinSevenDays: right.sevenDays },
      within: { n: right.within, of: right.judged },
    });
    const page = (await (await fetch(`${desk.site}/performance`)).text()).replaceAll('\u00a0', ' ');
    for (const hours of [right.median, right.p90, right.mean]) expect(page).toContain(`>${hours?.toFixed(2)} h`);
    for (const days of [right.fiveDays, right.sevenDays]) expect(page).toContain(`(${days} of ${right.n})`);

    expect(await opened(total.opens)).toBe(right.n);
    expect(await opened({ ...total.opens, measuredWithin: 'true' })).toBe(right.within);
    expect(await opened({ ...total.opens, measuredWithin: 'false' })).toBe(right.judged - right.within);
    expect(await opened({ ...total.opens, measuredWithinHours: '120' })).toBe(right.fiveDays);
    expect(await opened({ ...total.opens, measuredWithinHours: '168' })).toBe(right.sevenDays);
    expect(await opened(total.open?.opens ?? {})).toBe(STILL_WAITING);

    const order = { departments: [], measures: ['first-answer'], clock: 'calendar', rhythm: 'daily', hour };
    const ordered = { ...order, timeZone: 'UTC', language: 'zh' };
    expect((await asLead.send('POST', '/api/oversight/reports', ordered)).status).toBe(201);
    await desk.passTime(nextFull(desk.clock.now().getTime()) - desk.clock.now().getTime());
    const sent = mail.mails.find(({ messageId }) => messageId?.startsWith('<report-'));
    const attached = sent?.attachments.find(({ contentType }) => contentType === 'text/csv')?.content.toString('utf8');
    const told = linesOf(attached ?? '');
    expect(told.map(({ from }) => from)).toEqual([date, date]);
    expect(told.map((line) => numbersIn(line, (n) => `within_${n}x24h`))).toEqual([right, right]);
  });
});
