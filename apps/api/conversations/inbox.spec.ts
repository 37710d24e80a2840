import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InboxCounts, InboxPage, InboxRow } from '#contracts/inbox.http.js';
import type { Channel } from '#database/entities/channel.entity.js';
import type { Conversation } from '#database/entities/conversation.entity.js';
import type { Department } from '#database/entities/department.entity.js';
import type { Officer } from '#database/entities/officer.entity.js';
import { buildChannel, buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { call, type OfficerClient, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { DeskRows } from '../../../test/support/desk-rows.js';

const HOUR = 3_600_000;

describe('the inbox', () => {
  let desk: TestDesk;
  let here: Department;
  let there: Department;
  let ana: Officer;
  let asAna: OfficerClient;
  let web: Channel;
  /** Made before anybody looks: which departments there are is read every few seconds only. */
  let others: Department[];
  let add: (given: Partial<Conversation>) => Promise<Conversation>;
  const ago = (hours: number) => new Date(desk.clock.now().getTime() - hours * HOUR);

  beforeAll(async () => {
    desk = await startDesk({ worker: false });
    here = await buildDepartment(desk.dataSource);
    there = await buildDepartment(desk.dataSource);
    others = await Promise.all(Array.from({ length: 6 }, () => buildDepartment(desk.dataSource)));
    ana = await buildOfficer(desk.dataSource, { department: here });
    asAna = await signIn(desk.api, ana.email);
    web = await buildChannel(desk.dataSource);
    const rows = new DeskRows(desk.dataSource);
    add = (given) => rows.conversation({ departmentId: here.id, channelId: web.id, ...given });
  });
  afterAll(() => desk.close());

  const page = async (query: string, client = asAna) => (await client.get(`/api/inbox?${query}`)).body as InboxPage;
  const ids = async (query: string, client = asAna) =>
    (await page(`limit=100&${query}`, client)).items.map(({ id }) => id);

  describe('by each filter', () => {
    let made: Record<string, Conversation>;

    beforeAll(async () => {
      const settled = { waitingSince: null, firstAnsweredAt: ago(1) };
      const held = await buildChannel(desk.dataSource, { slug: 'hotline' });
      made = {
        plain: await add({ answerDueAt: ago(-50), waitingSince: ago(2) }),
        late: await add({ answerDueAt: ago(1), waitingSince: ago(90), escalatedAt: ago(3) }),
        mine: await add({ status: 'assigned', officerId: ana.id, answerDueAt: ago(-3), waitingSince: ago(3) }),
        asleep: await add({ snoozedUntil: ago(-5), waitingSince: ago(4) }),
        french: await add({ status: 'answered', language: 'fr-CA', officerId: ana.id, ...settled }),
        chinese: await add({ status: 'answered', language: 'zh', ...settled }),
        hotline: await add({ status: 'closed', channelId: held.id, ...settled }),
        urgent: await add({ status: 'answered', priority: 'urgent', ...settled }),
        unanswered: await add({ status: 'closed', waitingSince: null }),
        elsewhere: await add({ departmentId: there.id, language: 'fr', priority: 'urgent' }),
      };
    });

    it.each<[string, string[]]>([
      ['view=queue', ['late', 'mine', 'plain']],
      ['view=mine', ['mine']],
      ['view=unassigned', ['late', 'plain']],
      ['view=overdue', ['late']],
      ['view=snoozed', ['asleep']],
      ['view=queue&snoozed=true', ['asleep']],
      ['view=queue&officer=nobody', ['late', 'plain']],
      ['view=queue&officer=me', ['mine']],
      ['view=queue&officer=me,nobody', ['late', 'mine', 'plain']],
      ['view=queue&waitingHours=24', ['late']],
      ['view=queue&deadline=overdue', ['late']],
      ['view=queue&dueWithinHours=24', ['mine']],
      ['view=all&deadline=none&waiting=true', ['asleep']],
      ['view=all&escalated=true', ['late']],
      ['view=all&language=fr', ['french']],
      ['view=all&language=fr,zh', ['french', 'chinese']],
      ['view=all&channel=hotline', ['hotline']],
      ['view=all&channel=hotline,nowhere', ['hotline']],
      ['view=all&priority=urgent', ['urgent']],
      ['view=all&priority=urgent,high', ['urgent']],
      ['view=all&unanswered=true&status=closed', ['unanswered']],
      ['view=all&officer=me', ['mine', 'french']],
      ['view=all&officer=me&status=answered', ['french']],
      ['view=all&status=closed,answered&language=zh&waiting=false', ['chinese']],
      ['view=all&snoozed=true', ['asleep']],
    ])('%s', async (query, names) => {
      const found = await ids(query);
      expect(found.toSorted()).toEqual(names.map((name) => made[name]?.id).toSorted());
    });

    it('is the same through either road: each filter over all of history finds what the whole list holds', async () => {
      const whole = (await page('view=all&limit=100')).items;
      const by = (fits: (row: InboxRow) => boolean) => whole.filter(fits).map(({ id }) => id);
      expect(await ids('view=all&priority=normal')).toEqual(by((row) => row.priority === 'normal'));
      expect(await ids('view=all&priority=urgent,normal')).toEqual(by(() => true));
      expect(await ids('view=all&language=en')).toEqual(by((row) => row.language === 'en'));
      expect(await ids('view=all&officer=nobody')).toEqual(by((row) => row.officer === null));
      expect(await ids('view=all&unanswered=false')).toEqual(by((row) => row.firstAnsweredAt !== null));
    });

    it.each([
      'status=',
      'status=open',
      'officer=ana',
      'tag=1',
      'language=ZH',
      'waitingHours=0',
      'deadline=soon',
      'owner=me',
    ])('refuses %s', async (query) => {
      expect((await asAna.get(`/api/inbox?${query}`)).status).toBe(422);
    });

    it('never shows or counts a row of another department, whatever is asked', async () => {
      const everything = [
        'view=all',
        'view=all&priority=urgent',
        'view=all&language=fr',
        'view=queue',
        'view=all&officer=nobody',
      ];
      for (const query of everything) expect(await ids(query)).not.toContain(made.elsewhere?.id);
      expect((await asAna.get(`/api/inbox?department=${there.slug}`)).status).toBe(404);
      expect(await ids(`view=all&department=${there.slug},${here.slug}`)).not.toContain(made.elsewhere?.id);
      const stranger = await signIn(desk.api, (await buildOfficer(desk.dataSource, { department: there })).email);
      expect(await ids('view=all', stranger)).toEqual([made.elsewhere?.id]);
      const counts = (await stranger.get('/api/inbox/counts')).body as InboxCounts;
      expect(counts).toMatchObject({ queue: 1, unassigned: 1, overdue: 0, snoozed: 0, all: 1, mine: 0 });
    });
  });

  const nextDepartment = (): Department => {
    const department = others.pop();
    if (!department) throw new Error('more departments are needed than were made');
    return department;
  };

  it.each(['queue', 'unassigned', 'overdue', 'snoozed', 'all'])(
    'turns the pages of %s without losing or repeating a row that stays, while others come and go',
    async (view) => {
      const department = nextDepartment();
      const officer = await signIn(desk.api, (await buildOfficer(desk.dataSource, { department })).email);
      const steady: string[] = [];
      const row = (n: number, more: Partial<Conversation> = {}) =>
        add({
          departmentId: department.id,
          priority: n % 4 === 0 ? 'urgent' : 'normal',
          answerDueAt: ago(1 + (n % 3)),
          lastMessageAt: ago(n % 5),
          snoozedUntil: view === 'snoozed' ? ago(-1 - (n % 3)) : null,
          ...more,
        });
      for (let n = 0; n < 12; n += 1) steady.push((await row(n)).id);
      const leaving = (await row(99)).id;
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const turned: InboxPage = await page(
          `view=${view}&limit=3&cursor=${encodeURIComponent(cursor)}`.replace(/&cursor=$/, ''),
          officer,
        );
        seen.push(...turned.items.map(({ id }) => id));
        cursor = turned.nextCursor;
        await row(seen.length);
        await desk.dataSource.query(
          `UPDATE conversation SET status = 'closed', last_message_at = now() WHERE id = $1`,
          [leaving],
        );
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(steady.filter((id) => !seen.includes(id))).toEqual([]);
    },
  );

  describe('counts', () => {
    const looks = async () => {
      const text = await (await fetch(`${desk.api}/metrics`)).text();
      return Number(/^answerable_inbox_counts_total (\d+)/m.exec(text)?.[1] ?? 0);
    };
    const countsOf = async (client: OfficerClient) => (await client.get('/api/inbox/counts')).body as InboxCounts;

    it('are made once for fifty who watch, right for each, with what was changed before they asked', async () => {
      const department = nextDepartment();
      const officers = await Promise.all(
        Array.from({ length: 50 }, () => buildOfficer(desk.dataSource, { department })),
      );
      const clients = await Promise.all(officers.map(({ email }) => signIn(desk.api, email)));
      const [first] = officers;
      await add({ departmentId: department.id });
      await Promise.all(clients.map(countsOf));
      await add({ departmentId: department.id, status: 'assigned', officerId: first?.id ?? null });
      const before = await looks();
      const askedFrom = performance.now();
      const counts = await Promise.all(clients.map(countsOf));
      // One for all, and one more for each second that a slow machine takes for the fifty.
      const seconds = (performance.now() - askedFrom) / 1_000;
      expect((await looks()) - before).toBeLessThanOrEqual(2 + seconds);
      expect(counts.map(({ queue }) => queue)).toEqual(Array(50).fill(2));
      expect(counts.map(({ mine }) => mine)).toEqual([1, ...Array(49).fill(0)]);
    });

    it('are not sent again to who has them', async () => {
      const headers = { cookie: asAna.cookie };
      const first = await fetch(`${desk.api}/api/inbox/counts`, { headers });
      const tag = first.headers.get('etag') ?? '';
      expect(tag).not.toBe('');
      expect(await call(`${desk.api}/api/inbox/counts`, { headers: { ...headers, 'if-none-match': tag } })).toEqual({
        status: 304,
        body: null,
      });
    });
  });

  it('knows what there is to filter by', async () => {
    const { body } = await asAna.get('/api/inbox/facets');
    expect(body).toMatchObject({ languages: ['en', 'fr', 'zh'], officers: [{ id: ana.id, name: ana.name }] });
    expect((body as { channels: { slug: string }[] }).channels.map(({ slug }) => slug)).toContain('hotline');
  });
});
