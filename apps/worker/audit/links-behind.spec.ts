import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from '#contracts/config.js';
import { createLog } from '#platform/log/log.js';
import { newDoorbell } from '#platform/realtime/new-doorbell.js';
import type { Runtime } from '#platform/runtime.js';
import { buildChannel, buildDepartment } from '../../../test/support/build.js';
import { postAccepted } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { type RunningWorker, startWorker } from '../start.js';

describe('the metrics of the worker', () => {
  let desk: TestDesk;
  let worker: RunningWorker;
  let runtime: Runtime;

  beforeAll(async () => {
    desk = await startDesk({ worker: false });
    const config = loadConfig(desk.env);
    const log = createLog({ level: 'silent', process: 'test' });
    runtime = { config, log, clock: desk.clock, doorbell: newDoorbell(config, log) };
    worker = await startWorker(runtime);
  });
  afterAll(async () => {
    await worker.close();
    await runtime.doorbell.close();
    await desk.close();
  });

  const behind = async () => {
    const text = await (await fetch(`${worker.url}/metrics`)).text();
    return Number(/^answerable_audit_links_behind (\d+)/m.exec(text)?.[1]);
  };

  it('tell how many events have no place in their chain yet, also where none can be given', async () => {
    const { key } = await buildChannel(desk.dataSource);
    const department = await buildDepartment(desk.dataSource);
    await worker.sweep();
    expect(await behind()).toBe(0);
    await desk.dataSource.query('ALTER TABLE audit_link ADD CONSTRAINT full_up CHECK (false) NOT VALID');
    await postAccepted(desk.api, key, { department: department.slug });
    await desk.drain();
    const [{ n }] = await desk.dataSource.query('SELECT count(*)::int AS n FROM unlinked_event');
    expect(n).toBeGreaterThan(0);
    await expect(worker.sweep()).rejects.toThrow(/full_up/);
    expect(await behind()).toBe(n);
    await desk.dataSource.query('ALTER TABLE audit_link DROP CONSTRAINT full_up');
    await worker.sweep();
    expect(await behind()).toBe(0);
  });
});
