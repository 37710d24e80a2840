import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from '#contracts/config.js';
import { createDataSource } from '#database/data-source.js';
import { DerivationService } from '#desk/deadlines/derivation.service.js';
import { WARNING_BATCH } from '#desk/deadlines/warning.queries.js';
import { WarningService } from '#desk/deadlines/warning.service.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import { createLog } from '#platform/log/log.js';
import { Metrics } from '#platform/metrics/metrics.js';
import { newDoorbell } from '#platform/realtime/new-doorbell.js';
import type { Runtime } from '#platform/runtime.js';
import { buildChannel } from '../../../test/support/build.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { startPrivateRedis } from '../../../test/support/redis.js';
import { findTestRedisProgram } from '../../../test/support/redis-program.js';
import { HOUR, toldOf, warnedDesk, warningsIn } from '../../../test/support/warned-desk.js';

const NEVER = new AbortController().signal;
const MANY = 2_000;
const BATCHES = MANY / WARNING_BATCH;

const redisIsToBeHad = (await findTestRedisProgram()) !== undefined;

/** The due work alone, as one more worker has it, on connections of its own. */
async function oneMoreWorker({ env, clock }: TestDesk) {
  const dataSource = await createDataSource({ url: env.DATABASE_URL ?? '', poolSize: 2 }).initialize();
  const config = loadConfig({ ...env, REDIS_URL: undefined });
  const log = createLog({ level: 'silent', process: 'test' });
  const runtime: Runtime = { config, clock, log, doorbell: newDoorbell(config, log) };
  return {
    warnings: new WarningService(dataSource, new EventNudge(dataSource), runtime),
    derivation: new DerivationService(dataSource, new Metrics(), runtime),
    close: async () => {
      await runtime.doorbell.close();
      await dataSource.destroy();
    },
  };
}

describe('warnings of several workers', () => {
  let desk: TestDesk;
  let key: string;

  beforeAll(async () => {
    desk = await startDesk();
    ({ key } = await buildChannel(desk.dataSource));
  });
  afterAll(() => desk.close());

  it('come once, however many look at the same time, and after one that died half way', async () => {
    const { department, ana, post } = await warnedDesk(desk, key);
    for (let n = 0; n < 5; n += 1) await post();
    const workers = [await oneMoreWorker(desk), await oneMoreWorker(desk)];
    desk.clock.advance(5.1 * HOUR);
    // What a worker that is killed leaves behind: locks, until PostgreSQL undoes what it did.
    const dying = desk.dataSource.createQueryRunner();
    await dying.startTransaction();
    await dying.query('SELECT id FROM conversation WHERE department_id = $1 FOR UPDATE', [department.id]);
    await dying.query(
      `INSERT INTO deadline_warning (conversation_id, kind, ordinal, share, at, due_at)
       SELECT conversation_id, kind, ordinal, 0.5, now(), due_at FROM deadline WHERE promised_by = $1`,
      [department.id],
    );
    const looks = [...workers, ...workers].map(({ warnings }) => warnings.warnDue(NEVER));
    await dying.rollbackTransaction();
    await dying.release();
    // Whoever came while the dying one held the rows passed them over.
    await Promise.all(looks);
    await desk.passTime(0);
    expect(await warningsIn(desk, department)).toHaveLength(5);
    expect(await toldOf(desk, ana)).toHaveLength(5);
    for (const worker of workers) await worker.close();
  });
});

describe('a desk whose worker stands still', () => {
  it('warns of nothing that was closed meanwhile, though nothing was derived from that yet', async () => {
    const desk = await startDesk({ worker: false });
    const { derivation, warnings, close } = await oneMoreWorker(desk);
    const [closed, open] = await layOut(desk, 2);
    await derivation.deriveAll([closed ?? '', open ?? '']);
    desk.clock.advance(5.1 * HOUR);
    await desk.dataSource.query(
      `WITH over AS (UPDATE conversation SET status = 'closed', waiting_since = NULL, version = 3 WHERE id = $1 RETURNING *)
       INSERT INTO conversation_event (id, type, conversation_id, department_id, version, actor_kind, payload, at)
       SELECT gen_random_uuid(), 'conversation.closed', id, department_id, 3, 'officer', '{}', $2 FROM over`,
      [closed, desk.clock.now()],
    );
    expect(await warnings.warnDue(NEVER)).toBe(1);
    const warned = await desk.dataSource.query(
      `SELECT conversation_id AS id FROM conversation_event WHERE type = 'deadline.warned'`,
    );
    expect(warned).toEqual([{ id: open }]);
    await close();
    await desk.close();
  });

  it('works off thousands that are due at once in batches, and keeps nobody else waiting', async () => {
    const desk = await startDesk({ worker: false });
    const { derivation, warnings, close } = await oneMoreWorker(desk);
    const ids = await layOut(desk, MANY);
    for (let from = 0; from < MANY; from += 500) await derivation.deriveAll(ids.slice(from, from + 500));
    desk.clock.advance(5.1 * HOUR);
    const warned = warnings.warnDue(NEVER);
    const done = warned.then(() => true);
    let turns = 0;
    for (; !(await Promise.race([done, Promise.resolve(false)])); turns += 1) {
      await desk.dataSource.query('UPDATE conversation SET title = $2 WHERE id = $1', [
        ids[(turns * 97) % MANY],
        'Urgent',
      ]);
    }
    expect(await warned).toBe(MANY);
    expect(turns).toBeGreaterThan(BATCHES);
    const [{ n }] = await desk.dataSource.query('SELECT count(*)::int AS n FROM deadline_warning');
    expect(n).toBe(MANY);
    expect(await warnings.warnDue(NEVER)).toBe(0);
    await close();
    await desk.close();
  }, 60_000);
});

describe('a desk that has lost its Redis', () => {
  (redisIsToBeHad ? it : it.skip)(
    'warns, and officers hear of it when Redis is back',
    async () => {
      const redis = await startPrivateRedis();
      if (!redis) throw new Error('there is no Redis here');
      const desk = await startDesk({ redisUrl: redis.url });
      const { warnings, close } = await oneMoreWorker(desk);
      const { department, ana, post } = await warnedDesk(desk, (await buildChannel(desk.dataSource)).key);
      await post();
      await redis.kill();
      desk.clock.advance(5.1 * HOUR);
      await warnings.warnDue(NEVER);
      expect(await warningsIn(desk, department)).toMatchObject([{ share: 0.5, told: [ana.id] }]);
      expect(await toldOf(desk, ana)).toEqual([]);
      await redis.restart();
      await desk.passTime(0);
      expect(await toldOf(desk, ana)).toEqual(['deadline-near']);
      expect(await warningsIn(desk, department)).toHaveLength(1);
      await close();
      await desk.close();
      await redis.stop();
    },
    60_000,
  );
});

/** Conversations of one department with a promise of ten hours, as they are after their message was cleared: oldest first. */
async function layOut(desk: TestDesk, many: number): Promise<string[]> {
  const channel = await buildChannel(desk.dataSource);
  const { department } = await warnedDesk(desk, channel.key, undefined, { isDrained: false });
  const rows: { id: string }[] = await desk.dataSource.query(
    `WITH laid AS (
       SELECT gen_random_uuid() AS id, gen_random_uuid() AS citizen_id, gen_random_uuid() AS message_id, n FROM generate_series(1, $3::int) n
     ), citizens AS (
       INSERT INTO citizen (id, channel_id, external_id, name) SELECT citizen_id, $2, 'c' || n, 'Wang Fang' FROM laid
     ), conversations AS (
       INSERT INTO conversation (id, reference, department_id, channel_id, citizen_id, status, excerpt, language, version,
         opened_at, last_message_at, waiting_since)
       SELECT id, 'WATER-' || n, $1, $2, citizen_id, 'queued', 'x', 'en', 2, $4, $4, $4 FROM laid
     ), messages AS (
       INSERT INTO message (id, conversation_id, channel_id, external_id, citizen_id, author_name, body, body_digest, language,
         visibility, state, posted_at, received_at)
       SELECT message_id, id, $2, 'm' || n, citizen_id, 'Wang Fang', 'x', '', 'en', 'public', 'visible', $4, $4 FROM laid
     ), facts AS (
       INSERT INTO conversation_event (id, type, conversation_id, department_id, version, actor_kind, payload, at)
       SELECT gen_random_uuid(), type, laid.id, $1, version, 'system', jsonb_build_object('messageId', message_id), $4
       FROM laid CROSS JOIN (VALUES ('message.received', 1), ('message.cleared', 2)) AS fact (type, version)
     )
     SELECT id FROM laid ORDER BY n`,
    [department.id, channel.id, many, desk.clock.now()],
  );
  return rows.map(({ id }) => id);
}
