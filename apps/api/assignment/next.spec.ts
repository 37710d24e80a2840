import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Next } from '#contracts/assignment.http.js';
import type { ConversationView } from '#contracts/conversations.http.js';
import type { Department } from '#database/entities/department.entity.js';
import { buildChannel, buildDepartment, buildOfficer, type OfficerFields } from '../../../test/support/build.js';
import { type OfficerClient, postAccepted, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';

describe('the next one', () => {
  let desk: TestDesk;
  let department: Department;
  let key: string;

  beforeAll(async () => {
    desk = await startDesk();
    ({ key } = await buildChannel(desk.dataSource));
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    department = await buildDepartment(desk.dataSource, { assignmentPolicy: 'pull' });
  });

  const officer = async (fields: OfficerFields = {}) =>
    signIn(desk.api, (await buildOfficer(desk.dataSource, { department, ...fields })).email);
  const post = async (more: object = {}) => {
    const { conversationId } = await postAccepted(desk.api, key, { department: department.slug, ...more });
    await desk.drain();
    return conversationId;
  };
  const next = async (client: OfficerClient, body: object = {}) =>
    (await client.send('POST', '/api/inbox/next', body)).body as Next;

  it('gives nothing by itself, and the most urgent one to who asks', async () => {
    const ana = await officer();
    const ordinary = await post();
    const urgent = await post();
    await desk.dataSource.query(`UPDATE conversation SET priority = 'urgent' WHERE id = $1`, [urgent]);
    const { status } = (await ana.get(`/api/conversations/${ordinary}`)).body as ConversationView;
    expect(status).toBe('queued');
    expect(await next(ana)).toMatchObject({
      conversation: { id: urgent, status: 'assigned' },
      inHand: 2,
      capacity: 10,
    });
    expect(await next(ana)).toMatchObject({ conversation: { id: ordinary }, inHand: 3 });
    const view = (await ana.get(`/api/conversations/${ordinary}`)).body as ConversationView;
    expect(view.assignment?.reason).toMatchObject({ rule: 'pulled', inHand: 2, capacity: 10 });
    expect(await next(ana)).toEqual({ conversation: null, why: 'empty', inHand: 3, capacity: 10 });
  });

  it('gives two who ask at the same moment two, each once, and nobody more than fits', async () => {
    const askers = [await officer({ capacity: 2 }), await officer({ capacity: 2 }), await officer({ capacity: 2 })];
    const waiting = [await post(), await post(), await post(), await post(), await post()];
    const answers = await Promise.all(askers.flatMap((asker) => [next(asker), next(asker), next(asker)]));
    const taken = answers.flatMap(({ conversation }) => conversation?.id ?? []);
    expect(taken.sort()).toEqual([...waiting].sort());
    expect(
      answers.filter(({ conversation }) => !conversation).every(({ why }) => why === 'full' || why === 'empty'),
    ).toBe(true);
    const loads: { n: number }[] = await desk.dataSource.query(
      `SELECT count(*)::int AS n FROM conversation WHERE department_id = $1 AND status = 'assigned' GROUP BY officer_id`,
      [department.id],
    );
    expect(loads.every(({ n }) => n <= 2)).toBe(true);
  });

  it('finds the one that fits behind many urgent ones that do not, also for two who ask at the same moment', async () => {
    const [tag]: { id: string }[] = await desk.dataSource.query(
      `INSERT INTO tag (id, department_id, name_en, name_zh, colour, created_at)
       VALUES (gen_random_uuid(), $1, 'Heating', '供暖', 'red', now()) RETURNING id`,
      [department.id],
    );
    await desk.dataSource.query(`INSERT INTO skill_rule (department_id, tag_id, skill) VALUES ($1, $2, 'heating')`, [
      department.id,
      tag?.id,
    ]);
    const askers = [await officer(), await officer()];
    for (let n = 0; n < 60; n += 1) await postAccepted(desk.api, key, { department: department.slug });
    await desk.drain();
    await desk.dataSource.query(
      `UPDATE conversation SET priority = 'urgent', tag_ids = ARRAY[$2::uuid] WHERE department_id = $1`,
      [department.id, tag?.id],
    );
    const fitting = [await post(), await post()];
    const answers = await Promise.all(askers.map((asker) => next(asker)));
    expect(answers.map(({ conversation }) => conversation?.id).sort()).toEqual([...fitting].sort());
    expect(await next(askers[0] as OfficerClient)).toMatchObject({ conversation: null, why: 'none-fits' });
    const skilled = await officer({ skills: ['heating'] });
    expect((await next(skilled)).conversation).not.toBeNull();
  });

  it('says why there is nothing for this officer though others wait', async () => {
    await officer({ languages: ['fr'] });
    const english = await officer({ languages: ['en'] });
    const full = await officer({ capacity: 0 });
    await post({ language: 'fr' });
    expect(await next(english)).toMatchObject({ conversation: null, why: 'none-fits' });
    expect(await next(full)).toMatchObject({ conversation: null, why: 'full' });
  });

  it('works under every policy, for whoever is at the desk, and only there', async () => {
    await desk.dataSource.query(`UPDATE department SET assignment_policy = 'least-loaded' WHERE id = $1`, [
      department.id,
    ]);
    const away = await officer({ isAvailable: false });
    const id = await post();
    expect(await next(away, { department: department.slug })).toMatchObject({ conversation: { id } });
    const elsewhere = await buildDepartment(desk.dataSource);
    expect((await away.send('POST', '/api/inbox/next', { department: elsewhere.slug })).status).toBe(404);
    const supervisor = await officer({ roles: ['supervisor'] });
    expect((await supervisor.send('POST', '/api/inbox/next', {})).status).toBe(403);
  });
});
