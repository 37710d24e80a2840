import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Department } from '#database/entities/department.entity.js';
import {
  checkMeasuredBatch,
  forgetRollups,
  NOTHING_MEASURED,
  remeasureBatch,
  rollUpBatch,
} from '#desk/oversight/measuring/rebuild-figures.js';
import { countWrongRollups } from '#desk/oversight/rollups/wrong-rollups.js';
import { buildChannel, buildDepartment, buildGrants, buildOfficer } from '../../../test/support/build.js';
import { type OfficerClient, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { dice } from '../../../test/support/dice.js';
import { MergingDesk } from '../../../test/support/merging.js';

const STEPS = 80;
const HOUR_MS = 3_600_000;

describe('figures that are made again from the record', () => {
  let desk: TestDesk;
  let here: Department;
  let there: Department;
  let email: string;
  let key: string;
  let asLead: OfficerClient;
  let at: MergingDesk;
  const done = new Set<string>();

  beforeAll(async () => {
    desk = await startDesk({ env: { SESSION_HOURS: '720' } });
    here = await buildDepartment(desk.dataSource, { answerWithinHours: 9 });
    there = await buildDepartment(desk.dataSource, { answerWithinHours: null, timeZone: 'America/New_York' });
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
  beforeEach(() => later(0));

  /** Nobody stays signed in for so long. */
  async function later(hours: number): Promise<void> {
    await desk.passTime(hours * HOUR_MS);
    asLead = await signIn(desk.api, email);
    at = new MergingDesk(desk, { key, department: here, lead: asLead });
  }

  const measurements = (): Promise<unknown[]> =>
    desk.dataSource.query('SELECT * FROM measurement ORDER BY conversation_id, measure, ordinal');
  const rollups = (): Promise<unknown[]> => desk.dataSource.query('SELECT * FROM rollup ORDER BY 1, 2, 3, 4, 5');

  async function someWhere(condition: string): Promise<string | undefined> {
    const [row]: { id: string }[] = await desk.dataSource.query(
      `SELECT id FROM conversation c WHERE ${condition} ORDER BY last_message_at DESC, id LIMIT 1`,
    );
    return row?.id;
  }

  async function through(step: typeof remeasureBatch): Promise<number> {
    let so = NOTHING_MEASURED;
    const onFailed = (failed: readonly unknown[]) => expect(failed).toEqual([]);
    const following = () => step(desk.dataSource, so, { now: desk.clock.now(), onFailed });
    for (let next = await following(); next; next = await following()) so = next;
    return so.differing;
  }

  it.each([5, 31])(
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
        const { id } = any();
        await at.act(asLead, id, 'claim');
        return at.act(asLead, id, 'replies', { replyId: randomUUID(), body: `We look into it, say ${seed}.`, ...more });
      };
      const acts: Record<string, () => Promise<{ status: number }>> = {
        receive,
        claim: () => at.act(asLead, any().id, 'claim'),
        answer: () => reply({}),
        answerAgain: () => reply({}),
        ask: () => reply({ kind: 'question' }),
        followUp: async () => {
          await at.followUp(any().externalId);
          return { status: 202 };
        },
        merge: () => at.merge(asLead, any().id, any().id),
        unmerge: async () => at.act(asLead, (await someWhere(`status = 'merged'`)) ?? any().id, 'unmerge'),
        split: async () => {
          const many = '(SELECT count(*) FROM message m WHERE m.conversation_id = c.id) > 1 AND merged_into_id IS NULL';
          const id = (await someWhere(many)) ?? any().id;
          const messages = (await at.read(id)).thread.filter(
            (entry) => entry.kind === 'message' && entry.origin === null,
          );
          return at.act(asLead, id, 'split', { messageIds: messages.slice(-1).map((entry) => entry.id) });
        },
        transfer: async () => {
          const { id } = any();
          const isHere = (await at.read(id)).department.slug === here.slug;
          return at.act(asLead, id, 'transfer', { department: (isHere ? there : here).slug });
        },
        prioritise: () => at.act(asLead, any().id, 'priority', { priority: ['normal', 'low'][roll(2)] }),
        acknowledge: () => at.act(asLead, any().id, 'acknowledge'),
        close: () => at.act(asLead, any().id, 'close', { reason: 'Said on the telephone.' }),
        reopen: () => at.act(asLead, any().id, 'reopen'),
        letter: () => asLead.send('POST', '/api/letters', { conversationId: any().id }),
      };
      const names = Object.keys(acts);
      for (let n = 0; n < 4; n += 1) await receive();
      for (let n = 0; n < STEPS; n += 1) {
        const name = names[roll(names.length)] ?? 'receive';
        const status = (await acts[name]?.())?.status ?? 0;
        if (status < 300) done.add(name);
        expect([name, status < 500]).toEqual([name, true]);
        // Days and months end meanwhile, and are rolled up while conversations of them go on.
        if (roll(4) === 0) await later(roll(90));
      }
      await desk.passTime(40 * 24 * HOUR_MS);
      await desk.passTime(0);
      const measured = await measurements();
      expect(measured.length).toBeGreaterThan(20);
      expect(await through(checkMeasuredBatch)).toBe(0);
      expect(await countWrongRollups(desk.dataSource)).toBe(0);
      const rolled = await rollups();
      expect(rolled.length).toBeGreaterThan(20);

      await desk.dataSource.query('TRUNCATE measurement, stale_rollup');
      expect(await through(remeasureBatch)).toBe(measured.length);
      expect(await measurements()).toEqual(measured);
      await forgetRollups(desk.dataSource);
      const before = new Date(desk.clock.now().getTime() - 24 * HOUR_MS).toISOString().slice(0, 10);
      while ((await rollUpBatch(desk.dataSource, before)) > 0);
      expect(await rollups()).toEqual(rolled);
    },
    180_000,
  );

  it('have seen most kinds of act, not only tried them', () => {
    expect(done.size).toBeGreaterThanOrEqual(13);
  });
});
