import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Deadline } from '#database/entities/deadline.entity.js';
import type { Department } from '#database/entities/department.entity.js';
import { beginRebuild, rebuildBatch } from '#desk/deadlines/rebuild-deadlines.js';
import { plainPolicy } from '#domain/deadlines/deadline-presets.js';
import { buildChannel, buildDepartment, buildGrants, buildOfficer, buildPolicy } from '../../../test/support/build.js';
import { type OfficerClient, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { dice } from '../../../test/support/dice.js';
import { MergingDesk } from '../../../test/support/merging.js';

const STEPS = 30;
const HOUR_MS = 3_600_000;

describe('deadlines that are derived again from the record', () => {
  let desk: TestDesk;
  let here: Department;
  let there: Department;
  const done = new Set<string>();
  const followed: string[] = [];
  let email: string;
  let key: string;
  let asLead: OfficerClient;
  let at: MergingDesk;

  beforeAll(async () => {
    desk = await startDesk({ env: { SESSION_HOURS: '720' } });
    here = await buildDepartment(desk.dataSource, { answerWithinHours: null });
    // Its first promise and its first calendar come on the way.
    there = await buildDepartment(desk.dataSource, { answerWithinHours: null });
    const kinds = ['acknowledge', 'answer', 'next-answer', 'letter'] as const;
    const rules = kinds.map((kind, n) => ({
      ...{
        kind,
        classCode: null,
        priority: null,
        amount: 9 + 31 * n,
        unit: 'hours',
        clock: 'calendar',
        atLatestDays: null,
      },
    }));
    const urgent = { ...rules[1], priority: 'urgent', amount: 2 };
    await buildPolicy(desk.dataSource, here, {
      ...plainPolicy(24),
      rules: [...rules, urgent] as never,
      holdingDays: 5,
    });
    const lead = await buildOfficer(desk.dataSource, {
      department: here,
      roles: ['officer', 'supervisor'],
      capacity: 99,
    });
    await buildGrants(desk.dataSource, lead.id, { id: there.id, roles: ['officer', 'supervisor'] });
    email = lead.email;
    ({ key } = await buildChannel(desk.dataSource));
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    asLead = await signIn(desk.api, email);
    at = new MergingDesk(desk, { key, department: here, lead: asLead });
  });

  const rows = (): Promise<Deadline[]> =>
    desk.dataSource.query('SELECT * FROM deadline ORDER BY conversation_id, kind, ordinal');
  const dues = () => desk.dataSource.query('SELECT id, answer_due_at FROM conversation ORDER BY id');

  const first = async (sql: string): Promise<string | undefined> => {
    const [row]: { id: string }[] = await desk.dataSource.query(sql);
    return row?.id;
  };
  const someMerged = () =>
    first(`SELECT id FROM conversation WHERE status = 'merged' ORDER BY last_message_at LIMIT 1`);
  const someOpen = () =>
    first(`SELECT id FROM conversation WHERE status IN ('queued', 'assigned') ORDER BY last_message_at DESC LIMIT 1`);
  const someLong = () =>
    first(`SELECT conversation_id AS id FROM message m JOIN conversation c ON c.id = m.conversation_id
      WHERE c.merged_into_id IS NULL GROUP BY 1 HAVING count(*) > 1 ORDER BY max(m.received_at) DESC LIMIT 1`);

  /** Where the desk says that somebody waits and no clock runs, or the other way round. */
  const disagreeing = () =>
    desk.dataSource.query(`
      SELECT c.id, c.status, c.waiting_since, c.asked_at FROM conversation c
      WHERE c.status <> 'merged' AND (c.waiting_since IS NOT NULL) <> EXISTS (
        SELECT 1 FROM deadline d JOIN conversation part ON part.id = d.conversation_id
        WHERE coalesce(part.merged_into_id, part.id) = c.id AND d.kind IN ('answer', 'next-answer')
          AND d.ended_at IS NULL AND d.paused_since IS NULL)`);

  async function rebuild(): Promise<number> {
    const scope = { name: 'all', departmentId: null };
    let so = await beginRebuild(desk.dataSource, scope);
    const batch = () =>
      rebuildBatch(desk.dataSource, scope, { now: desk.clock.now(), onFailed: (failed) => expect(failed).toEqual([]) });
    for (let next = await batch(); next; next = await batch()) so = next;
    return so.differing;
  }

  it.each([7, 41])(
    'are the same rows after whatever happened (walk %i)',
    async (seed) => {
      const roll = dice(seed);
      const known: { id: string; externalId: string }[] = [];
      const any = () => known[roll(known.length)] ?? { id: '', externalId: '' };
      const receive = async () => {
        const externalId = randomUUID();
        known.push({ id: await at.received({ externalId }), externalId });
        return { status: 202 };
      };
      const reply = async (more: object) => {
        const id = (roll(2) ? await someOpen() : undefined) ?? any().id;
        await at.act(asLead, id, 'claim');
        return at.act(asLead, id, 'replies', { replyId: randomUUID(), body: `We look into it, say ${seed}.`, ...more });
      };
      const acts: Record<string, () => Promise<{ status: number }>> = {
        receive,
        claim: () => at.act(asLead, any().id, 'claim'),
        release: async () => {
          const id = (await someOpen()) ?? any().id;
          await at.act(asLead, id, 'claim');
          return at.act(asLead, id, 'release');
        },
        answer: () => reply({}),
        answerAgain: () => reply({}),
        ask: () => reply({ kind: 'question' }),
        hold: () =>
          reply({
            ...{ kind: 'holding', body: '', reason: 'The survey is not back yet.' },
            until: new Date(desk.clock.now().getTime() + (24 + roll(90)) * HOUR_MS).toISOString(),
          }),
        followUp: async () => {
          await at.followUp(any().externalId);
          return { status: 202 };
        },
        merge: () => at.merge(asLead, any().id, any().id),
        mergeAgain: () => at.merge(asLead, any().id, any().id),
        unmerge: async () => at.act(asLead, (await someMerged()) ?? any().id, 'unmerge'),
        split: async () => {
          const id = (await someLong()) ?? any().id;
          const messages = (await at.read(id)).thread.filter(
            (entry) => entry.kind === 'message' && entry.origin === null,
          );
          return at.act(asLead, id, 'split', { messageIds: messages.slice(-1).map((entry) => entry.id) });
        },
        transfer: async () => {
          const { id } = any();
          const isHere = (await at.read(id)).department.slug === here.slug;
          const clock = roll(2) ? { clock: 'restart', clockReason: 'It was the wrong office.' } : {};
          return at.act(asLead, id, 'transfer', { department: (isHere ? there : here).slug, ...clock });
        },
        prioritise: () => at.act(asLead, any().id, 'priority', { priority: ['urgent', 'normal', 'low'][roll(3)] }),
        snooze: () =>
          at.act(asLead, any().id, 'snooze', {
            until: new Date(desk.clock.now().getTime() + 72 * HOUR_MS).toISOString(),
          }),
        acknowledge: () => at.act(asLead, any().id, 'acknowledge'),
        close: () => at.act(asLead, any().id, 'close', { reason: 'Said on the telephone.' }),
        reopen: () => at.act(asLead, any().id, 'reopen'),
        letter: () => asLead.send('POST', '/api/letters', { conversationId: any().id }),
        policy: async () => {
          const path = `/api/departments/${there.slug}/deadline-policy`;
          const { version } = (await asLead.get(path)).body as { version: number };
          const policy = plainPolicy(12 + roll(90));
          const clock = roll(2) ? 'working' : 'calendar';
          const rules = policy.rules.map((rule) => ({ ...rule, clock }));
          return asLead.send('PUT', path, { version, policy: { ...policy, rules }, why: 'Once more' });
        },
        calendar: async () => {
          const slug = `calendar-${randomUUID()}`;
          const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 540, to: 1_080 }));
          const words = { name: { en: slug, zh: slug }, timeZone: 'Asia/Shanghai', why: 'spec' };
          await asLead.send('POST', '/api/calendars', {
            ...{ id: randomUUID(), slug, weekly, holidays: null, exceptions: [], ...words },
          });
          const path = `/api/departments/${there.slug}/calendar`;
          return asLead.send('PUT', path, { calendar: slug, seen: followed.at(-1) ?? null }).then((answer) => {
            if (answer.status < 300) followed.push(slug);
            return answer;
          });
        },
      };
      const names = Object.keys(acts);
      for (let n = 0; n < 4; n += 1) await receive();
      const take = async (name: string) => {
        const status = (await acts[name]?.())?.status ?? 0;
        if (status < 300) done.add(name);
        expect([name, status < 500]).toEqual([name, true]);
        desk.clock.advance(roll(6) * HOUR_MS);
      };
      for (let n = 0; n < STEPS; n += 1) await take(names[roll(names.length)] ?? 'receive');
      // What did not fit by chance is tried until it does.
      for (const name of names) for (let n = 0; n < 30 && !done.has(name); n += 1) await take(name);
      await desk.drain();
      while (await first(`SELECT department_id AS id FROM deadline_rebuild`)) await desk.passTime(0);
      expect(names.filter((name) => !done.has(name))).toEqual([]);
      expect(await disagreeing()).toEqual([]);
      const [derived, due] = [await rows(), await dues()];
      expect(derived.length).toBeGreaterThan(10);
      expect(await rebuild()).toBe(0);
      await desk.dataSource.query('TRUNCATE deadline');
      await desk.dataSource.query('UPDATE conversation SET answer_due_at = NULL');
      expect(await rebuild()).toBe(derived.length);
      expect([await rows(), await dues()]).toEqual([derived, due]);
    },
    120_000,
  );
});
