import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UndoSettingView } from '#contracts/replies.http.js';
import type { Department } from '#database/entities/department.entity.js';
import { buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { listen, type OfficerClient, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';

describe('how long replies wait', () => {
  let desk: TestDesk;
  let department: Department;
  let asLead: OfficerClient;
  let asAna: OfficerClient;

  beforeAll(async () => {
    desk = await startDesk();
    department = await buildDepartment(desk.dataSource, { undoSeconds: 10 });
    const lead = await buildOfficer(desk.dataSource, { department, roles: ['supervisor'], name: 'Li Na' });
    asLead = await signIn(desk.api, lead.email);
    asAna = await signIn(desk.api, (await buildOfficer(desk.dataSource, { department })).email);
  });
  afterAll(() => desk.close());

  const path = () => `/api/departments/${department.slug}/undo`;
  const changes = (): Promise<{ payload: object }[]> =>
    desk.dataSource.query(
      `SELECT payload FROM conversation_event WHERE type = 'undo-setting.changed' AND department_id = $1 ORDER BY at`,
      [department.id],
    );

  it('is changed with who and when on record, is rung, and what is there already changes nothing', async () => {
    expect((await asAna.get(path())).body).toEqual({ undoSeconds: 10, changed: null });
    const live = await listen(desk.api, asAna.cookie);
    expect((await asLead.send('PUT', path(), { undoSeconds: 30 })).status).toBe(200);
    await desk.drain();
    await live.ring(({ event, conversationId }) => event === 'presence.changed' && !conversationId);
    live.close();
    await asLead.send('PUT', path(), { undoSeconds: 30 });
    expect(await changes()).toEqual([{ payload: { from: 10, to: 30 } }]);
    const { undoSeconds, changed } = (await asAna.get(path())).body as UndoSettingView;
    expect({ undoSeconds, ...changed }).toMatchObject({ undoSeconds: 30, officerName: 'Li Na', from: 10 });
    expect(Date.parse(changed?.at ?? '')).toBeLessThanOrEqual(desk.clock.now().getTime());
  });

  it('leaves nothing on record where it was refused', async () => {
    const before = await changes();
    expect((await asAna.send('PUT', path(), { undoSeconds: 0 })).status).toBe(403);
    expect(await changes()).toEqual(before);
  });
});
