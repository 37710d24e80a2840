import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createDataSource } from '#database/data-source.js';
import type { Department } from '#database/entities/department.entity.js';
import type { Officer } from '#database/entities/officer.entity.js';
import { AssignmentService } from '#desk/assignment/assignment.service.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import { buildChannel, buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { postAccepted, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { testRedisUrl } from '../../../test/support/redis.js';

const BACKENDS = testRedisUrl() ? (['redis', 'postgres'] as const) : (['postgres'] as const);

describe.each(BACKENDS)('assignment with jobs on %s', (jobs) => {
  let desk: TestDesk;
  let department: Department;
  let key: string;

  beforeEach(async () => {
    desk = await startDesk({ jobs });
    department = await buildDepartment(desk.dataSource);
    ({ key } = await buildChannel(desk.dataSource));
  });
  afterEach(() => desk.close());

  const post = () => postAccepted(desk.api, key, { department: department.slug });
  const holderOf = async (conversationId: string) => {
    const [row] = await desk.dataSource.query(
      `SELECT c.status, c.officer_id AS "officerId", a.reason FROM conversation c
       LEFT JOIN assignment a ON a.conversation_id = c.id AND a.ended_at IS NULL WHERE c.id = $1`,
      [conversationId],
    );
    return row;
  };

  it('gives a new conversation to the least loaded officer and keeps the reason', async () => {
    const busy = await buildOfficer(desk.dataSource, { department });
    const { conversationId: first } = await post();
    await desk.drain();
    const free = await buildOfficer(desk.dataSource, { department });
    const { conversationId: second } = await post();
    await desk.drain();
    expect(await holderOf(first)).toMatchObject({ status: 'assigned', officerId: busy.id });
    expect(await holderOf(second)).toMatchObject({
      status: 'assigned',
      officerId: free.id,
      reason: { rule: 'least-loaded', eligible: 2, inHand: 0, capacity: 10 },
    });
  });

  it('leaves it queued when nobody is present, and offers it when somebody comes', async () => {
    const away = await buildOfficer(desk.dataSource, { department, isAvailable: false });
    const { conversationId } = await post();
    await desk.drain();
    expect(await holderOf(conversationId)).toMatchObject({ status: 'queued', officerId: null });
    const client = await signIn(desk.api, away.email);
    await client.send('PUT', '/api/me/availability', { isAvailable: true });
    await desk.drain();
    expect(await holderOf(conversationId)).toMatchObject({ status: 'assigned', officerId: away.id });
  });

  it('offers what waits when an answer frees a hand', async () => {
    const officer = await buildOfficer(desk.dataSource, { department, capacity: 1 });
    const { conversationId: first } = await post();
    await desk.drain();
    const { conversationId: second } = await post();
    await desk.drain();
    expect(await holderOf(second)).toMatchObject({ status: 'queued' });
    const client = await signIn(desk.api, officer.email);
    const { body } = await client.get(`/api/conversations/${first}`);
    const { version } = body as { version: number };
    const answer = { version, replyId: crypto.randomUUID(), body: 'It will be moved back on Monday.' };
    expect((await client.send('POST', `/api/conversations/${first}/replies`, answer)).status).toBe(201);
    await desk.drain();
    expect(await holderOf(second)).toMatchObject({ status: 'assigned', officerId: officer.id });
  });

  it('gives a returning citizen to the officer who answered before', async () => {
    const officer = await buildOfficer(desk.dataSource, { department });
    const externalId = crypto.randomUUID();
    const { conversationId } = await postAccepted(desk.api, key, { department: department.slug, externalId });
    await desk.drain();
    const client = await signIn(desk.api, officer.email);
    const { body } = await client.get(`/api/conversations/${conversationId}`);
    const { version } = body as { version: number };
    await client.send('POST', `/api/conversations/${conversationId}/replies`, {
      version,
      replyId: crypto.randomUUID(),
      body: 'We have asked the bus company.',
    });
    await buildOfficer(desk.dataSource, { department });
    await postAccepted(desk.api, key, { department: department.slug, inReplyTo: externalId });
    await desk.drain();
    expect(await holderOf(conversationId)).toMatchObject({
      status: 'assigned',
      officerId: officer.id,
      reason: { rule: 'answered-before' },
    });
  });
});

describe('two workers and a thousand conversations', () => {
  it.each([
    { capacity: 150, each: 100, queued: 0 },
    { capacity: 95, each: 95, queued: 50 },
  ])(
    'assigns none twice, exceeds no capacity of $capacity and spreads evenly',
    async ({ capacity, each, queued }) => {
      const desk = await startDesk({ worker: false });
      const department = await buildDepartment(desk.dataSource);
      const channel = await buildChannel(desk.dataSource);
      const officers: Officer[] = [];
      for (let n = 0; n < 10; n += 1) officers.push(await buildOfficer(desk.dataSource, { department, capacity }));
      await desk.dataSource.query(
        `WITH citizens AS (INSERT INTO citizen (id, channel_id, external_id, name)
         SELECT gen_random_uuid(), $2, 'c' || n, 'Wang Fang' FROM generate_series(1, 1000) n RETURNING id)
       INSERT INTO conversation (id, reference, department_id, channel_id, citizen_id, status, excerpt, language, version,
         opened_at, last_message_at, waiting_since)
       SELECT gen_random_uuid(), 'BJ-' || row_number() OVER (), $1, $2, id, 'queued', 'x', 'en', 1, now(), now(), now() FROM citizens`,
        [department.id, channel.id],
      );
      const rows: { id: string }[] = await desk.dataSource.query('SELECT id FROM conversation ORDER BY random()');
      const sources = await Promise.all(
        [0, 1].map(() => createDataSource({ url: desk.env.DATABASE_URL ?? '' }).initialize()),
      );
      const workers = sources.map((source) => new AssignmentService(source, desk.clock, new EventNudge(source)));
      // Every conversation is offered by both workers at once, one by one, as their jobs would.
      await Promise.all(workers.flatMap((worker) => rows.map((row) => worker.assign(row.id))));
      const loads: { n: number }[] = await desk.dataSource.query(
        `SELECT count(*)::int AS n FROM conversation WHERE status = 'assigned' GROUP BY officer_id`,
      );
      const [twice] = await desk.dataSource.query(
        'SELECT count(*)::int AS n FROM (SELECT conversation_id FROM assignment GROUP BY 1 HAVING count(*) > 1) x',
      );
      expect(twice.n).toBe(0);
      expect(loads).toHaveLength(officers.length);
      expect(loads.every((load) => load.n === each)).toBe(true);
      const [left] = await desk.dataSource.query(`SELECT count(*)::int AS n FROM conversation WHERE status = 'queued'`);
      expect(left.n).toBe(queued);
      for (const source of sources) await source.destroy();
      await desk.close();
    },
    60_000,
  );
});
