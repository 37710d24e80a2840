import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Transparency, transparencySchema } from '#contracts/transparency.http.js';
import type { Department } from '#database/entities/department.entity.js';
import { Refused } from '../../../test/support/appealing.js';
import { buildDepartment } from '../../../test/support/build.js';
import { postAccepted } from '../../../test/support/clients.js';
import { ModeratingDesk } from '../../../test/support/moderating.js';

const DAY = 86_400_000;
const ENOUGH = 20;

describe('the public log of decisions', () => {
  let at: ModeratingDesk;
  let small: Department;

  beforeAll(async () => {
    at = await ModeratingDesk.start();
    small = await buildDepartment(at.desk.dataSource, { nameEn: 'The tiny one' });
    await at.desk.dataSource.query(`UPDATE session SET expires_at = expires_at + interval '1 year'`);
    // The middle of a month, so that a day more is in the same one.
    at.desk.clock.advance(Date.parse('2027-02-10T09:00:00Z') - at.desk.clock.now().getTime());
  });
  afterAll(() => at.close());

  const read = async (query = ''): Promise<Transparency> =>
    transparencySchema.parse(JSON.parse((await at.site(`/transparency.json${query}`)).text));
  const posts = (n: number, post = () => at.post({})) => Promise.all(Array.from({ length: n }, post));

  it('publishes nothing of too few messages, neither figures nor lines', async () => {
    await Refused.by(at, { body: 'SECRET-WORDS about the bath.' });
    at.desk.clock.advance(DAY);
    expect(await read()).toMatchObject({ month: '2027-02', desk: null, log: [], publishedFrom: ENOUGH });
    expect((await at.site('/transparency')).text).toContain('at least 20 are needed');
  });

  it('shows each decision once its day is over: what, why, by whom, and how its appeal ended; the page and its twin alike', async () => {
    const withheld = await Refused.by(at, { reason: 'third-party', body: 'SECRET-WORDS about a neighbour.' });
    const overturned = await Refused.by(at, { body: 'SECRET-WORDS about the director.' });
    await overturned.appeal('SECRET-APPEAL');
    await overturned.decide('overturned', 'SECRET-EXPLANATION');
    const upheld = await Refused.by(at, {
      decision: 'reject',
      reason: 'spam',
      body: 'Call 13800138000, SECRET-WORDS!',
    });
    await upheld.appeal('SECRET-APPEAL');
    await upheld.decide('upheld', 'SECRET-EXPLANATION');
    await posts(ENOUGH);
    expect((await read()).log).toHaveLength(0);
    at.desk.clock.advance(DAY);
    const { desk, departments, log } = await read();
    expect(desk).toMatchObject({
      ...{ received: ENOUGH + 4, held: 1, heldByScreening: 1 },
      refused: { n: 4 },
      appeals: { n: 2, overturned: 1, upheld: 1, undecided: 0, overtaken: 0 },
      decided: { n: 1, medianHours: null },
    });
    const counted = desk?.refused.reasons.map(({ reason, n }) => `${reason?.en ?? 'withheld'} ${n}`) ?? [];
    expect(counted).toHaveLength(3);
    expect(counted).toEqual(expect.arrayContaining(['it is abusive 2', 'withheld 1']));
    expect(departments.find(({ slug }) => slug === at.department.slug)?.figures).toEqual(desk);
    expect(log.map(({ decision, isAutomated, appeal }) => `${decision} ${isAutomated} ${appeal}`).sort()).toEqual([
      ...['hide false null', 'hide false null', 'hide false overturned', 'hold true null', 'reject false upheld'],
      'restore false null',
    ]);
    const html = (await at.site('/transparency')).text;
    for (const words of ['it is abusive', 'the reason is not made public', 'overturned', 'upheld', '>24<']) {
      expect(html).toContain(words);
    }
    expect((await at.site('/transparency?lang=zh')).text).toContain('审核决定公开');
    const ids = [withheld, overturned, upheld].flatMap((one) => [
      one.decisionId,
      one.message.messageId,
      one.message.reference,
    ]);
    for (const text of [html, JSON.stringify(log), JSON.stringify(desk)]) {
      expect(text).not.toMatch(/SECRET|Mo Derator|somebody else has a right/);
      for (const id of ids) expect(text).not.toContain(id);
    }
  });

  it('names no department of few, and none by which the few could be subtracted', async () => {
    const key = at.channelKey;
    await postAccepted(at.desk.api, key, { department: small.slug, body: 'Call 13800138000 about SECRET-WORDS.' });
    await at.desk.drain();
    at.desk.clock.advance(DAY + 6_000);
    const { desk, departments, log } = await read();
    expect(desk?.received).toBe(ENOUGH + 5);
    expect(departments.map(({ figures }) => figures)).toEqual([null, null]);
    expect(new Set(log.map(({ department }) => department))).toEqual(new Set([null]));
    expect((await at.site('/transparency')).text).toMatch(/counted under all departments: [^<]*The tiny one/);
  });

  it('goes on by keyset pages, each line once, and by months', async () => {
    const { messageId } = await at.post({ body: 'The lamp at the school is out again.' });
    await at.desk.dataSource.query(
      `INSERT INTO moderation_decision (id, message_id, decision, reason, findings, decided_by, decided_at)
       SELECT gen_random_uuid(), $1, 'hide', 'abuse', '[]', (SELECT id FROM officer LIMIT 1), $2::timestamptz - n * interval '1 hour'
       FROM generate_series(1, 120) n`,
      [messageId, at.desk.clock.now()],
    );
    at.desk.clock.advance(DAY);
    const lines = [];
    let after = '';
    for (let page = 0; page < 9; page += 1) {
      const { log, nextCursor } = await read(`?month=2027-02${after}`);
      lines.push(...log);
      if (!nextCursor) break;
      after = `&after=${nextCursor}`;
    }
    const [{ n }] = await at.desk.dataSource.query(
      `SELECT count(*)::int AS n FROM moderation_decision WHERE logged_on >= '2027-02-01'`,
    );
    expect(lines).toHaveLength(n);
    expect(lines.map(({ date }) => date)).toEqual(
      lines
        .map(({ date }) => date)
        .sort()
        .reverse(),
    );
    expect((await at.site('/transparency')).text).toMatch(/href="\/transparency\?month=2027-02&amp;after=[^"]+#log"/);
    at.desk.clock.advance(30 * DAY);
    expect(await read()).toMatchObject({ month: '2027-03', earlier: '2027-02', later: null, desk: null });
    expect(await read('?month=2027-02')).toMatchObject({ earlier: null, later: '2027-03', until: '2027-03-01' });
    for (const wrong of ['?month=2027-13', '?month=x', '?after=x', '?after=WyIxIl0']) {
      expect((await at.site(`/transparency.json${wrong}`)).status).toBe(404);
    }
  });

  it('is cached like every page, and not sent again to who has it', async () => {
    const first = await fetch(`${at.desk.site}/transparency.json`);
    expect(first.headers.get('cache-control')).toContain('public');
    const again = await fetch(`${at.desk.site}/transparency.json`, {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });
});
