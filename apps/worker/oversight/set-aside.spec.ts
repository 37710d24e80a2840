import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from '#contracts/config.js';
import type { Department } from '#database/entities/department.entity.js';
import { DerivationService } from '#desk/deadlines/derivation.service.js';
import { MeasuringService } from '#desk/oversight/measuring/measuring.service.js';
import { createLog } from '#platform/log/log.js';
import { Metrics } from '#platform/metrics/metrics.js';
import { newDoorbell } from '#platform/realtime/new-doorbell.js';
import type { Runtime } from '#platform/runtime.js';
import { buildChannel, buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { editTheRecord } from '../../../test/support/edited-record.js';
import { MergingDesk } from '../../../test/support/merging.js';

const MINUTE_MS = 60_000;

describe('a conversation whose record cannot be read', () => {
  let desk: TestDesk;
  let department: Department;
  let at: MergingDesk;
  let runtime: Runtime;
  let broken: string;
  let messageId: string;
  const others: string[] = [];
  const logged: unknown[] = [];
  const metrics = new Metrics();

  beforeAll(async () => {
    desk = await startDesk({ env: { SESSION_HOURS: '720' } });
    department = await buildDepartment(desk.dataSource, { answerWithinHours: 24 });
    const lead = await buildOfficer(desk.dataSource, { department, roles: ['officer', 'supervisor'], capacity: 99 });
    const asLead = await signIn(desk.api, lead.email);
    const { key } = await buildChannel(desk.dataSource);
    at = new MergingDesk(desk, { key, department, lead: asLead });
    const config = loadConfig({ ...desk.env, REDIS_URL: undefined });
    const log = createLog({ level: 'silent', process: 'test' });
    log.error = (entry: object) => void logged.push(entry);
    runtime = { config, clock: desk.clock, log, doorbell: newDoorbell(config, log) };
    broken = await at.received();
    for (let n = 0; n < 4; n += 1) others.push(await at.received());
    [{ messageId }] = await desk.dataSource.query('SELECT id AS "messageId" FROM message WHERE conversation_id = $1', [
      broken,
    ]);
    await desk.dataSource.query('TRUNCATE deadline');
    await desk.dataSource.query(
      `UPDATE conversation SET status = 'answered', waiting_since = NULL, first_answered_at = now()`,
    );
    await spell('no id');
  });
  afterAll(async () => {
    await runtime.doorbell.close();
    await desk.close();
  });

  const spell = (word: string) =>
    editTheRecord(
      desk.dataSource,
      `UPDATE conversation_event SET payload = jsonb_set(payload, '{messageId}', to_jsonb($2::text))
       WHERE conversation_id = $1 AND type = 'message.received'`,
      [broken, word],
    );
  const measuredIn = async (table: 'measurement' | 'deadline'): Promise<string[]> => {
    const rows: { id: string }[] = await desk.dataSource.query(
      `SELECT DISTINCT conversation_id AS id FROM ${table} ORDER BY 1`,
    );
    return rows.map(({ id }) => id);
  };
  const setAside = (work: string) =>
    desk.dataSource.query(
      `SELECT conversation_id AS id, failures, round(extract(epoch FROM next_try_at - $2) / 60)::int AS minutes
       FROM set_aside WHERE work = $1`,
      [work, desk.clock.now()],
    );
  const shown = async (work: string) =>
    (await metrics.setAside.get()).values.find(({ labels }) => labels.work === work)?.value;

  it('keeps no other one back from being measured, is named once, and is tried again ever more seldom', async () => {
    const measuring = new MeasuringService(desk.dataSource, metrics, runtime);
    const measure = () => measuring.measure(new AbortController().signal);
    await desk.dataSource.query(
      `INSERT INTO unmeasured_event SELECT id, conversation_id FROM conversation_event WHERE type = 'message.cleared'`,
    );
    await measure();
    expect(await measuredIn('measurement')).toEqual(others.toSorted());
    expect(await setAside('figures')).toEqual([{ id: broken, failures: 1, minutes: 1 }]);
    expect([logged.length, logged[0]]).toEqual([1, expect.objectContaining({ conversationId: broken })]);
    expect(await shown('figures')).toBe(1);
    for (const [failures, minutes] of [2, 4, 8].entries()) {
      desk.clock.advance((minutes / 2) * MINUTE_MS);
      await measure();
      expect(await setAside('figures')).toEqual([{ id: broken, failures: failures + 2, minutes }]);
    }
    expect(logged.length).toBe(1);
    await spell(messageId);
    desk.clock.advance(8 * MINUTE_MS);
    await measure();
    expect([await setAside('figures'), await shown('figures')]).toEqual([[], 0]);
    expect(await measuredIn('measurement')).toEqual([broken, ...others].toSorted());
  });

  it('keeps no other one back from its deadlines either', async () => {
    const derivation = new DerivationService(desk.dataSource, metrics, runtime);
    await spell('no id');
    logged.length = 0;
    await Promise.all(
      [broken, ...others].map((conversationId) => derivation.derive({ eventId: conversationId, conversationId })),
    );
    expect(await measuredIn('deadline')).toEqual(others.toSorted());
    await derivation.derive({ eventId: broken, conversationId: broken });
    expect(await setAside('deadlines')).toEqual([{ id: broken, failures: 2, minutes: 2 }]);
    expect(logged.length).toBe(1);
    await spell(messageId);
    desk.clock.advance(2 * MINUTE_MS);
    await derivation.retrySetAside();
    expect([await setAside('deadlines'), await shown('deadlines')]).toEqual([[], 0]);
    expect(await measuredIn('deadline')).toEqual([broken, ...others].toSorted());
  });
});
