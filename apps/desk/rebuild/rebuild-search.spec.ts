import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InboxPage } from '#contracts/inbox.http.js';
import { buildChannel, buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { type OfficerClient, postAccepted, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { checkoutFolder } from '../infrastructure/checkout.js';

/** More than one batch. */
const MESSAGES = 620;
const MAIN = join(checkoutFolder(), 'dist', 'apps', 'desk', 'main.js');

describe('npm run desk -- rebuild search', () => {
  let desk: TestDesk;
  let asLead: OfficerClient;

  beforeAll(async () => {
    desk = await startDesk();
    const department = await buildDepartment(desk.dataSource);
    const { key } = await buildChannel(desk.dataSource);
    const lead = await buildOfficer(desk.dataSource, { department, roles: ['supervisor'] });
    asLead = await signIn(desk.api, lead.email);
    const rare = { body: 'The sluicegate at the old mill is stuck, 物业 knows it.' };
    await Promise.all(
      Array.from({ length: MESSAGES }, (_, index) =>
        postAccepted(desk.api, key, { department: department.slug, ...(index === 300 && rare) }),
      ),
    );
    await desk.drain();
  });
  afterAll(() => desk.close());

  const run = async (...args: string[]) => {
    const env = { PATH: process.env.PATH, ...desk.env };
    const child = spawn(process.execPath, [MAIN, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
    return { code: child.exitCode, out, err };
  };
  const found = async (q: string) =>
    ((await asLead.get(`/api/inbox?view=all&q=${encodeURIComponent(q)}`)).body as InboxPage).items.length;

  it('makes everything findable again, in several batches, and says how much', async () => {
    expect([await found('sluicegate'), await found('物业')]).toEqual([1, 1]);
    await desk.dataSource.query('DELETE FROM search_entry');
    expect([await found('sluicegate'), await found('物业')]).toEqual([0, 0]);
    const first = await run('rebuild', 'search');
    expect({ code: first.code, err: first.err }).toMatchObject({ code: 0 });
    expect(first.out + first.err).toContain(`${MESSAGES} texts are indexed.`);
    expect([await found('sluicegate'), await found('物业')]).toEqual([1, 1]);
    const [{ n }] = await desk.dataSource.query('SELECT count(*)::int AS n FROM search_entry');
    expect(n).toBe(MESSAGES);
    const open: unknown[] = await desk.dataSource.query('SELECT 1 FROM search_fill WHERE finished_at IS NULL');
    expect(open).toEqual([]);
  });

  it('says what can be rebuilt where something else was asked for', async () => {
    const { code, err } = await run('rebuild', 'everything');
    expect(code).toBe(1);
    expect(err).toContain('rebuild search');
  });
});
