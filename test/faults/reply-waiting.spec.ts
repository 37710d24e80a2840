import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ConversationView } from '#contracts/conversations.http.js';
import { buildChannel, buildDepartment, buildOfficer } from '../support/build.js';
import { type OfficerClient, postAccepted, signIn } from '../support/clients.js';
import { startDesk, type TestDesk } from '../support/desk.js';
import { until } from '../support/until.js';
import { standstillAt } from './standstill.js';
import { WorkerProcess } from './worker-process.js';

describe('a worker that is killed while a reply waits', () => {
  let desk: TestDesk;
  let workers: WorkerProcess[];
  let officer: OfficerClient;
  let id: string;

  beforeEach(async () => {
    desk = await startDesk({ worker: false });
    workers = [new WorkerProcess(desk.env), new WorkerProcess(desk.env)];
    const department = await buildDepartment(desk.dataSource, { undoSeconds: 1 });
    const { key } = await buildChannel(desk.dataSource);
    const { email } = await buildOfficer(desk.dataSource, { department, isAvailable: false });
    officer = await signIn(desk.api, email);
    ({ conversationId: id } = await postAccepted(desk.api, key, { department: department.slug }));
    workers[0]?.start();
    await until(async () => (await read()).may.claim, 'it can be claimed', 40_000);
    await workers[0]?.kill();
    await officer.send('POST', `/api/conversations/${id}/claim`, { version: (await read()).version });
  });
  afterEach(async () => {
    for (const worker of workers) await worker.kill();
    await desk.close();
  });

  const read = async () => (await officer.get(`/api/conversations/${id}`)).body as ConversationView;
  const states = async () => (await read()).thread.flatMap((entry) => (entry.kind === 'reply' ? [entry.state] : []));
  const send = async () => {
    const { lastEntryId } = await read();
    const order = { replyId: crypto.randomUUID(), body: 'The crew is on its way.', lastEntryId };
    expect((await officer.send('POST', `/api/conversations/${id}/replies`, order)).status).toBe(201);
    return order.replyId;
  };
  const leavesOnce = async () => {
    for (const worker of workers) worker.start();
    await until(async () => (await states()).includes('sent'), 'the reply has left', 40_000);
    await desk.drain();
    expect(await states()).toEqual(['sent']);
    const [{ n }] = await desk.dataSource.query(
      `SELECT count(*)::int AS n FROM conversation_event WHERE conversation_id = $1 AND type = 'reply.sent'`,
      [id],
    );
    expect(n).toBe(1);
  };

  jest.setTimeout(90_000);

  it('sends it once after the restart, by one of two workers, although its time is long over', async () => {
    await send();
    desk.clock.advance(60_000);
    expect(await states()).toEqual(['waiting']);
    await leavesOnce();
  });

  it('in the middle of sending it leaves it whole: it waits, can still be taken back, or leaves once', async () => {
    await send();
    const standstill = await standstillAt(desk.env.DATABASE_URL ?? '', 'outbox');
    workers[0]?.start();
    await standstill.reached(/INSERT INTO undelivered_event/);
    await workers[0]?.kill();
    await standstill.release();
    expect(await states()).toEqual(['waiting']);
    await leavesOnce();
  });

  it('past its time and without a worker it can be taken back, and then never leaves', async () => {
    const replyId = await send();
    desk.clock.advance(60_000);
    expect((await officer.send('DELETE', `/api/conversations/${id}/replies/${replyId}`)).status).toBe(200);
    workers[0]?.start();
    await desk.drain();
    expect(await states()).toEqual([]);
    expect(await read()).toMatchObject({ status: 'assigned', firstAnsweredAt: null });
  });
});
