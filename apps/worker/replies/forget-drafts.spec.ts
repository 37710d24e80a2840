import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildChannel, buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { type OfficerClient, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { MergingDesk } from '../../../test/support/merging.js';

const DAY = 24 * 3_600_000;

describe('drafts of conversations that are over', () => {
  let desk: TestDesk;
  let asAna: OfficerClient;
  let at: MergingDesk;

  beforeAll(async () => {
    desk = await startDesk({ env: { SESSION_HOURS: '720' } });
    const { key } = await buildChannel(desk.dataSource);
    const department = await buildDepartment(desk.dataSource, { undoSeconds: 0 });
    const ana = await buildOfficer(desk.dataSource, {
      department,
      isAvailable: false,
      roles: ['officer', 'supervisor'],
    });
    asAna = await signIn(desk.api, ana.email);
    at = new MergingDesk(desk, { key, department, lead: asAna });
  });
  afterAll(() => desk.close());

  const written = async () => {
    const id = await at.received();
    await at.act(asAna, id, 'claim');
    for (const [version, body] of ['Dear Ms Wang, we look at it on Monday.', ''].entries())
      await asAna.send('PUT', `/api/conversations/${id}/draft`, { version, body });
    await asAna.send('PUT', `/api/conversations/${id}/draft`, { version: 2, body: 'We come on Tuesday.' });
    return id;
  };
  const kept = async (table: string) => {
    const rows: { id: string }[] = await desk.dataSource.query(
      `SELECT conversation_id AS id FROM ${table} ORDER BY conversation_id`,
    );
    return rows.map(({ id }) => id);
  };

  it('go ninety days after the last that happened there, with their earlier texts; others stay', async () => {
    const [closed, open, lively, answered] = [await written(), await written(), await written(), await written()];
    await at.reply(asAna, answered, 'We come on Tuesday.');
    for (const id of [closed, lively]) await at.act(asAna, id, 'close', { reason: 'Told on the phone.' });
    await desk.passTime(60 * DAY);
    await desk.dataSource.query(
      `INSERT INTO conversation_event (id, type, conversation_id, department_id, version, actor_kind, payload, at)
       SELECT gen_random_uuid(), 'note.written', id, department_id, version + 1, 'system', '{}', $2 FROM conversation WHERE id = $1`,
      [lively, desk.clock.now()],
    );
    await desk.passTime(29 * DAY);
    expect(await kept('reply_draft')).toEqual([closed, open, lively, answered].sort());
    await desk.passTime(2 * DAY);
    expect(await kept('reply_draft')).toEqual([open, lively].sort());
    expect(await kept('reply_draft_earlier')).toEqual([open, lively].sort());
    await desk.passTime(60 * DAY);
    expect(await kept('reply_draft')).toEqual([open]);
  });
});
