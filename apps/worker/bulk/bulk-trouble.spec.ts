import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { BulkOrder, BulkView, RefusedList } from '#contracts/bulk.http.js';
import { createDataSource } from '#database/data-source.js';
import type { Department } from '#database/entities/department.entity.js';
import type { Officer } from '#database/entities/officer.entity.js';
import { DeskVerbsService } from '#desk/assignment/desk-verbs.service.js';
import type { BulkHands } from '#desk/bulk/bulk-hands.js';
import { BulkWorkService } from '#desk/bulk/bulk-work.service.js';
import { PriorityService } from '#desk/triage/priority.service.js';
import { SnoozeService } from '#desk/triage/snooze.service.js';
import { TaggingService } from '#desk/triage/tagging.service.js';
import { TriageAct } from '#desk/triage/triage-act.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import { createLog } from '#platform/log/log.js';
import type { Runtime } from '#platform/runtime.js';
import { buildChannel, buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { type OfficerClient, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk, type TestDeskOptions } from '../../../test/support/desk.js';
import { until } from '../../../test/support/until.js';
import { DeskHands } from './desk-hands.js';

const CLOSE: BulkOrder = { act: 'close', reason: 'Answered at the town hall meeting.' };

describe('a bulk act in trouble', () => {
  let desk: TestDesk;
  let department: Department;
  let sources: DataSource[];

  const open = async (options: TestDeskOptions = {}) => {
    desk = await startDesk(options);
    department = await buildDepartment(desk.dataSource);
  };
  beforeEach(() => {
    sources = [];
  });
  afterEach(async () => {
    for (const source of sources) await source.destroy();
    await desk.close();
  });

  const officer = async (given: object = {}): Promise<{ row: Officer; client: OfficerClient }> => {
    const row = await buildOfficer(desk.dataSource, { department, isAvailable: false, ...given });
    return { row, client: await signIn(desk.api, row.email) };
  };
  const fill = async (count: number) => {
    const channel = await buildChannel(desk.dataSource);
    await desk.dataSource.query(
      `WITH citizens AS (INSERT INTO citizen (id, channel_id, external_id, name)
         SELECT gen_random_uuid(), $2, 'c' || n, 'Wang Fang' FROM generate_series(1, $3::int) n RETURNING id)
       INSERT INTO conversation (id, reference, department_id, channel_id, citizen_id, status, excerpt, language, version,
         opened_at, last_message_at, waiting_since)
       SELECT gen_random_uuid(), 'BJ-' || row_number() OVER (), $1, $2, id, 'queued', 'x', 'en', 1, now(), now(), now() FROM citizens`,
      [department.id, channel.id, count],
    );
  };
  const order = async (client: OfficerClient, what: BulkOrder = CLOSE): Promise<string> => {
    const body = { id: randomUUID(), order: what, selection: { filter: 'view=unassigned' } };
    const answer = await client.send('POST', '/api/bulk', body);
    expect(answer).toMatchObject({ status: 202 });
    return body.id;
  };
  const read = async (client: OfficerClient, id: string) => (await client.get(`/api/bulk/${id}`)).body as BulkView;
  const isOver = async (id: string): Promise<boolean> => {
    const rows: unknown[] = await desk.dataSource.query(
      'SELECT 1 FROM bulk_act WHERE id = $1 AND finished_at IS NOT NULL',
      [id],
    );
    return rows.length > 0;
  };
  const factsPerConversation = async (type: string): Promise<Record<number, number>> => {
    const rows: { times: number; conversations: number }[] = await desk.dataSource.query(
      `SELECT times, count(*)::int AS conversations FROM (
         SELECT count(e.id)::int AS times FROM conversation c LEFT JOIN conversation_event e ON e.conversation_id = c.id AND e.type = $1
         GROUP BY c.id) x GROUP BY times`,
      [type],
    );
    return Object.fromEntries(rows.map((row) => [row.times, row.conversations]));
  };

  /** A worker's pair of hands with its own connections, for what two of them do at once or one dies of. */
  const newHands = async (): Promise<{ work: BulkWorkService; hands: DeskHands; source: DataSource }> => {
    const source = await createDataSource({ url: desk.env.DATABASE_URL ?? '', poolSize: 2 }).initialize();
    sources.push(source);
    const nudge = new EventNudge(source);
    const triage = new TriageAct(source, desk.clock, nudge);
    const silent = { log: createLog({ level: 'silent', process: 'test' }), doorbell: { ring: () => undefined } };
    return {
      source,
      work: new BulkWorkService(source, desk.clock, nudge, silent as unknown as Runtime),
      hands: new DeskHands(
        new DeskVerbsService(source, desk.clock, nudge),
        new TaggingService(triage),
        new PriorityService(triage),
        new SnoozeService(source, desk.clock, triage),
      ),
    };
  };
  const untilNothingIsLeft = async ({ work, hands }: { work: BulkWorkService; hands: BulkHands }) => {
    while (await work.workOn(hands));
  };

  it('over 5,000 rows closes all but the 30 in which something has happened, and names those', async () => {
    await open();
    const { client } = await officer({ roles: ['supervisor'] });
    const colleague = await officer();
    await fill(5_000);
    const moved: { id: string }[] = await desk.dataSource.query(
      'SELECT id FROM conversation ORDER BY id DESC LIMIT 30',
    );
    const id = await order(client);
    // Their turn is far off: the rows were frozen, and the colleague is quicker.
    await Promise.all(
      moved.map((row) => colleague.client.send('POST', `/api/conversations/${row.id}/claim`, { version: 1 })),
    );
    // Looking whether everything is drained costs more than the work itself.
    await until(() => isOver(id), 'all rows had their turn', 230_000);
    expect(await read(client, id)).toMatchObject({ state: 'finished', total: 5_000, done: 4_970, refused: 30 });
    const { items } = (await client.get(`/api/bulk/${id}/refused`)).body as RefusedList;
    expect(new Set(items.map((item) => item.conversationId))).toEqual(new Set(moved.map((row) => row.id)));
    expect(items.every((item) => item.code === 'stale-version')).toBe(true);
    expect(await factsPerConversation('conversation.closed')).toEqual({ 0: 30, 1: 4_970 });
  }, 240_000);

  it('whose worker dies in the middle of a row goes on with another, and does nothing twice', async () => {
    await open({ worker: false });
    const { client } = await officer({ roles: ['supervisor'] });
    await fill(60);
    const id = await order(client);
    const dying = await newHands();
    let turn = 0;
    const killedAtThe40th: BulkHands = {
      carryOut: async (actor, what, row) => {
        const acted = await dying.hands.carryOut(actor, what, row);
        turn += 1;
        if (turn === 40) {
          await desk.dataSource.query(
            `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
             WHERE datname = current_database() AND state = 'idle in transaction'`,
          );
        }
        return acted;
      },
    };
    await expect(untilNothingIsLeft({ work: dying.work, hands: killedAtThe40th })).rejects.toThrow();
    expect(await read(client, id)).toMatchObject({ state: 'running', done: 25, refused: 0 });
    expect(await factsPerConversation('conversation.closed')).toEqual({ 0: 35, 1: 25 });
    await untilNothingIsLeft(await newHands());
    expect(await read(client, id)).toMatchObject({ state: 'finished', done: 60, refused: 0 });
    expect(await factsPerConversation('conversation.closed')).toEqual({ 1: 60 });
  });

  it('and another over the same rows, with two workers: each row is done by one and refused to the other', async () => {
    await open({ worker: false });
    const [ana, bo] = [await officer(), await officer()];
    await fill(80);
    const [anas, bos] = [await order(ana.client, { act: 'claim' }), await order(bo.client, { act: 'claim' })];
    await Promise.all([await newHands(), await newHands()].map(untilNothingIsLeft));
    const [a, b] = [await read(ana.client, anas), await read(bo.client, bos)];
    expect([a.state, b.state]).toEqual(['finished', 'finished']);
    expect([a.done + a.refused, b.done + b.refused]).toEqual([80, 80]);
    expect(a.done + b.done).toBe(80);
    expect(await factsPerConversation('conversation.assigned')).toEqual({ 1: 80 });
  });

  it('of an officer who lost the role meanwhile does nothing more', async () => {
    await open({ worker: false });
    const { row, client } = await officer({ roles: ['supervisor'] });
    await fill(40);
    const id = await order(client);
    const worker = await newHands();
    await worker.work.workOn(worker.hands);
    await desk.dataSource.query('DELETE FROM role_grant WHERE officer_id = $1', [row.id]);
    await untilNothingIsLeft(worker);
    expect(await read(client, id)).toMatchObject({ state: 'finished', done: 25, refused: 15 });
    expect(await factsPerConversation('conversation.closed')).toEqual({ 0: 15, 1: 25 });
    const { items } = (await client.get(`/api/bulk/${id}/refused`)).body as RefusedList;
    expect(items.every((item) => item.code === 'not-found' && item.conversation === null)).toBe(true);
  });

  it('stops where it is told to; what is done can be taken back, what was not reached tried again', async () => {
    await open({ worker: false });
    const { client } = await officer({ roles: ['supervisor'] });
    await fill(40);
    const id = await order(client);
    const worker = await newHands();
    await worker.work.workOn(worker.hands);
    expect((await client.send('POST', `/api/bulk/${id}/cancel`)).status).toBe(204);
    await untilNothingIsLeft(worker);
    const stopped = { state: 'cancelled', total: 40, done: 25, refused: 0 };
    expect(await read(client, id)).toMatchObject({ ...stopped, may: { undo: true, retry: true, cancel: false } });
    const retry = { id: randomUUID() };
    expect(await client.send('POST', `/api/bulk/${id}/retry`, retry)).toMatchObject({ body: { total: 15 } });
    await untilNothingIsLeft(worker);
    expect(await read(client, retry.id)).toMatchObject({ done: 15, refused: 0 });
    const undo = { id: randomUUID() };
    expect(await client.send('POST', `/api/bulk/${id}/undo`, undo)).toMatchObject({ body: { total: 25 } });
    await untilNothingIsLeft(worker);
    expect(await read(client, undo.id)).toMatchObject({ done: 25, refused: 0, undoes: id });
    expect(await factsPerConversation('conversation.restored')).toEqual({ 0: 15, 1: 25 });
  });

  it('whose job was lost with Redis is found by the next look, and forgotten after a month', async () => {
    await open({ worker: true });
    const { row, client } = await officer({ roles: ['supervisor'] });
    await fill(3);
    const id = randomUUID();
    await desk.dataSource.query(
      `INSERT INTO bulk_act (id, officer_id, what, total, ordered_at) VALUES ($1, $2, $3, 3, now())`,
      [id, row.id, JSON.stringify(CLOSE)],
    );
    await desk.dataSource.query(
      `INSERT INTO bulk_item (bulk_id, place, conversation_id, seen_version)
       SELECT $1, row_number() OVER (), id, version FROM conversation`,
      [id],
    );
    await desk.passTime(0);
    expect(await read(client, id)).toMatchObject({ state: 'finished', done: 3 });
    await desk.passTime(31 * 24 * 3_600_000);
    const left: unknown[] = await desk.dataSource.query('SELECT 1 FROM bulk_item');
    expect(left).toEqual([]);
  });
});
