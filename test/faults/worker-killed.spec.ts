import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { buildChannel, buildDepartment, buildOfficer } from '../support/build.js';
import { postAccepted } from '../support/clients.js';
import { startDesk, type TestDesk } from '../support/desk.js';
import { until } from '../support/until.js';
import { accountFor, IN_ORDER } from './accounts.js';
import { standstillAt } from './standstill.js';
import { WorkerProcess } from './worker-process.js';

const MINUTES = 60_000;

describe('a worker that is killed', () => {
  let desk: TestDesk;
  let worker: WorkerProcess;
  let post: (count: number) => Promise<void>;
  let acknowledged: string[];

  beforeEach(async () => {
    desk = await startDesk({ worker: false });
    worker = new WorkerProcess(desk.env);
    const department = await buildDepartment(desk.dataSource);
    const { key } = await buildChannel(desk.dataSource);
    const isPresentThroughout = new Date(Date.now() + 10 * MINUTES);
    for (let n = 0; n < 5; n += 1) {
      await buildOfficer(desk.dataSource, { department, capacity: 1_000, seenAt: isPresentThroughout });
    }
    acknowledged = [];
    const one = async () => {
      const externalId = randomUUID();
      await postAccepted(desk.api, key, { department: department.slug, externalId });
      acknowledged.push(externalId);
    };
    post = async (count) => void (await Promise.all(Array.from({ length: count }, one)));
  });
  afterEach(async () => {
    await worker.kill();
    await desk.close();
  });

  const count = async (rows: string): Promise<number> => {
    const [row] = await desk.dataSource.query(`SELECT count(*)::int AS n FROM ${rows}`);
    return row.n;
  };
  const recovers = async () => {
    worker.start();
    await until(
      async () => (await count("conversation WHERE status IN ('received', 'queued')")) === 0,
      'no conversation waits',
      40_000,
    );
    await desk.drain();
    expect(await accountFor(desk.dataSource, acknowledged)).toEqual(IN_ORDER);
  };

  jest.setTimeout(50_000);

  it('between commit and relay loses nothing', async () => {
    await post(200);
    expect(await count('undelivered_event')).toBe(200);
    await recovers();
  });

  it('after jobs were added and before their events were struck off doubles nothing', async () => {
    await post(200);
    const standstill = await standstillAt(desk.env.DATABASE_URL ?? '', 'outbox');
    worker.start();
    await standstill.reached(/DELETE FROM undelivered_event/);
    await worker.kill();
    await standstill.release();
    expect(await count('undelivered_event')).toBe(200);
    await recovers();
  });

  it('in the middle of choosing officers assigns nothing twice', async () => {
    const standstill = await standstillAt(desk.env.DATABASE_URL ?? '', 'officers');
    worker.start();
    await post(200);
    await standstill.reached(/FROM officer/);
    await worker.kill();
    await standstill.release();
    expect(await count('assignment')).toBe(0);
    await recovers();
  });

  it('again and again under load still leaves one of everything', async () => {
    for (let round = 1; round <= 3; round += 1) {
      worker.start();
      const posting = post(100);
      await until(async () => (await count('assignment')) > (round - 1) * 40, `round ${round} has begun to assign`);
      await worker.kill();
      await posting;
    }
    await recovers();
  });
});
