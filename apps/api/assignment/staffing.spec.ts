import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { OwnHours, StaffedOfficer, Staffing } from '#contracts/assignment.http.js';
import type { Department } from '#database/entities/department.entity.js';
import type { Officer } from '#database/entities/officer.entity.js';
import { buildChannel, buildDepartment, buildGrants, buildOfficer } from '../../../test/support/build.js';
import { listen, type OfficerClient, postAccepted, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';

describe('staffing', () => {
  let desk: TestDesk;
  let department: Department;
  let key: string;
  let ana: Officer;
  let bo: Officer;
  let asAna: OfficerClient;
  let asLead: OfficerClient;
  let asAdministrator: OfficerClient;

  beforeAll(async () => {
    desk = await startDesk();
    ({ key } = await buildChannel(desk.dataSource));
    const administrator = await buildOfficer(desk.dataSource, { roles: ['administrator'] });
    asAdministrator = await signIn(desk.api, administrator.email);
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    department = await buildDepartment(desk.dataSource);
    ana = await buildOfficer(desk.dataSource, { department });
    bo = await buildOfficer(desk.dataSource, { department, isAvailable: false });
    const lead = await buildOfficer(desk.dataSource, { department, roles: ['supervisor'] });
    [asAna, asLead] = [await signIn(desk.api, ana.email), await signIn(desk.api, lead.email)];
  });

  const post = async () => {
    const { conversationId } = await postAccepted(desk.api, key, { department: department.slug });
    await desk.drain();
    return conversationId;
  };
  const holders = async () => {
    const rows: { officerId: string | null }[] = await desk.dataSource.query(
      `SELECT officer_id AS "officerId" FROM conversation WHERE department_id = $1 ORDER BY id`,
      [department.id],
    );
    return rows.map(({ officerId }) => officerId);
  };
  const read = async () => (await asLead.get(`/api/departments/${department.slug}/staffing`)).body as Staffing;
  const found = async (who: Officer) => (await read()).officers.find(({ id }) => id === who.id);
  const staffed = async (who: Officer): Promise<StaffedOfficer> => {
    const officer = await found(who);
    if (!officer) throw new Error('not on the staff');
    return officer;
  };
  const change = async (who: Officer, fields: object, client = asLead) => {
    const { version, capacity, languages, skills, timeZone, workingHours } = await staffed(who);
    const body = { version, capacity, languages, skills, timeZone, workingHours, outOfOffice: null, ...fields };
    return client.send('PUT', `/api/officers/${who.id}/staffing`, body);
  };
  const available = (who: Officer) =>
    desk.dataSource.query('UPDATE officer SET is_available = true WHERE id = $1', [who.id]);

  it('shows a supervisor who has how much in hand, and why somebody is given nothing', async () => {
    await post();
    await desk.dataSource.query(`UPDATE conversation SET priority = 'urgent' WHERE officer_id = $1`, [ana.id]);
    const { policy, officers, mayRemove } = await read();
    expect(policy).toEqual({
      version: 1,
      policy: 'least-loaded',
      escalateAfterMinutes: 60,
      leaveGraceMinutes: 5,
      skillRules: [],
    });
    expect(mayRemove).toBe(false);
    expect(officers.map(({ roles }) => roles)).toEqual([['officer'], ['officer'], ['supervisor']]);
    expect(officers[0]).toMatchObject({ id: ana.id, blocked: null, count: 1, inHand: 2, capacity: 10, languages: [] });
    expect(officers[1]).toMatchObject({ id: bo.id, blocked: 'away', count: 0, inHand: 0 });
  });

  it('lets supervisors change the policy, by the version they saw', async () => {
    const put = (version: number, policy: string) =>
      asLead.send('PUT', `/api/departments/${department.slug}/assignment-policy`, {
        version,
        policy,
        escalateAfterMinutes: null,
        leaveGraceMinutes: 0,
        skillRules: [],
      });
    expect(await put(1, 'round-robin')).toMatchObject({ status: 200, body: { version: 2, policy: 'round-robin' } });
    expect(await put(1, 'pull')).toMatchObject({
      status: 409,
      body: { code: 'stale-version', current: { version: 2 } },
    });
    expect((await put(2, 'whoever')).status).toBe(422);
    expect((await read()).policy).toMatchObject({ policy: 'round-robin', escalateAfterMinutes: null });
  });

  it('lets supervisors name the head of the department, one of its staff', async () => {
    const name = (officerId: string | null, client = asLead) =>
      client.send('PUT', `/api/departments/${department.slug}/head`, { officerId });
    expect((await read()).headId).toBeNull();
    expect(await name(bo.id)).toEqual({ status: 200, body: { officerId: bo.id } });
    expect((await read()).headId).toBe(bo.id);
    const stranger = await buildOfficer(desk.dataSource, { department: await buildDepartment(desk.dataSource) });
    for (const nobody of [stranger.id, crypto.randomUUID()]) {
      expect(await name(nobody)).toMatchObject({ status: 422, body: { errors: [{ field: 'officerId' }] } });
    }
    expect((await name(null, await signIn(desk.api, bo.email))).status).toBe(403);
    expect((await name(null)).status).toBe(200);
    expect((await read()).headId).toBeNull();
    const [told] = await desk.dataSource.query(
      `SELECT payload FROM conversation_event WHERE type = 'staffing.changed' AND department_id = $1 ORDER BY id DESC LIMIT 1`,
      [department.id],
    );
    expect(told.payload).toEqual({ headId: null, fromHeadId: bo.id });
  });

  it.each(['staffing', 'undo', 'colleagues', 'officials'])('finds no %s of what is no slug', async (what) => {
    expect((await asLead.get(`/api/departments/%00/${what}`)).status).toBe(404);
  });

  it('offers what is beyond a lowered capacity to others at once', async () => {
    for (let n = 0; n < 3; n += 1) await post();
    expect(await holders()).toEqual([ana.id, ana.id, ana.id]);
    await available(bo);
    expect((await change(ana, { capacity: 1 })).status).toBe(200);
    await desk.drain();
    expect(await holders()).toEqual([ana.id, bo.id, bo.id]);
  });

  it('offers what waits when a capacity is raised or a language added', async () => {
    await change(ana, { capacity: 1, languages: ['en'] });
    await post();
    await post();
    expect(await holders()).toEqual([ana.id, null]);
    await change(ana, { capacity: 2 });
    await desk.drain();
    expect(await holders()).toEqual([ana.id, ana.id]);
  });

  it('gives what has a tag to who has its skill', async () => {
    const [tag]: { id: string }[] = await desk.dataSource.query(
      `INSERT INTO tag (id, department_id, name_en, name_zh, colour, created_at)
       VALUES (gen_random_uuid(), $1, 'Heating', '供暖', 'red', now()) RETURNING id`,
      [department.id],
    );
    const tagId = tag?.id ?? '';
    const { policy } = await read();
    const put = (skillRules: object[]) =>
      asLead.send('PUT', `/api/departments/${department.slug}/assignment-policy`, { ...policy, skillRules });
    expect((await put([{ tagId: crypto.randomUUID(), skill: 'heating' }])).status).toBe(422);
    expect(await put([{ tagId, skill: 'heating' }])).toMatchObject({
      status: 200,
      body: { skillRules: [{ tagId, skill: 'heating' }] },
    });
    await desk.dataSource.query('UPDATE officer SET is_available = false WHERE id = $1', [ana.id]);
    const id = await post();
    await desk.dataSource.query('UPDATE conversation SET tag_ids = ARRAY[$2::uuid] WHERE id = $1', [id, tagId]);
    await change(bo, { capacity: 9 });
    await available(bo);
    await available(ana);
    await change(ana, { capacity: 9 });
    await desk.drain();
    expect(await holders()).toEqual([null]);
    await change(bo, { skills: ['heating'] });
    await desk.drain();
    expect(await holders()).toEqual([bo.id]);
  });

  it('lets officers set their own hours and time off, and nobody theirs', async () => {
    const { officer, colleagues } = (await asAna.get('/api/me/hours')).body as OwnHours;
    expect(colleagues).toEqual([{ id: bo.id, name: bo.name }]);
    const workingHours = [{ weekday: 1, from: 540, to: 1_080 }];
    const outOfOffice = { from: '2026-01-01T00:00:00Z', until: null, standInId: bo.id };
    const hours = { version: officer.version, timeZone: 'Asia/Urumqi', workingHours, outOfOffice };
    expect(await asAna.send('PUT', '/api/me/hours', hours)).toMatchObject({
      status: 200,
      body: { blocked: 'out-of-office', outOfOffice: { standIn: { name: bo.name } }, capacity: 10 },
    });
    expect((await asAna.send('PUT', '/api/me/hours', hours)).status).toBe(409);
    expect((await asAna.send('PUT', `/api/officers/${bo.id}/staffing`, hours)).status).toBe(422);
    expect((await change(bo, {}, asAna)).status).toBe(404);
    expect((await asAna.get(`/api/departments/${department.slug}/staffing`)).status).toBe(403);
    expect((await asLead.get('/api/me/hours')).status).toBe(403);
    const elsewhere = await buildDepartment(desk.dataSource);
    const stranger = await buildOfficer(desk.dataSource, { department: elsewhere });
    expect((await asLead.get(`/api/departments/${elsewhere.slug}/staffing`)).status).toBe(403);
    const theirs = { ...hours, capacity: 1, languages: [], skills: [] };
    expect((await asLead.send('PUT', `/api/officers/${stranger.id}/staffing`, theirs)).status).toBe(404);
  });

  it('leaves an officer to those who lead where that officer answers, whatever else the officer does elsewhere', async () => {
    const elsewhere = await buildDepartment(desk.dataSource);
    const li = await buildOfficer(desk.dataSource, { department: elsewhere });
    await buildGrants(desk.dataSource, li.id, { id: department.id, roles: ['reviewer'] });
    const theirLead = await buildOfficer(desk.dataSource, { department: elsewhere, roles: ['supervisor'] });
    expect((await change(li, { capacity: 0 })).status).toBe(404);
    expect(await change(li, { capacity: 3 }, await signIn(desk.api, theirLead.email))).toMatchObject({
      status: 200,
      body: { capacity: 3 },
    });
  });

  it.each([
    [
      'overlapping hours',
      {
        workingHours: [
          { weekday: 1, from: 0, to: 60 },
          { weekday: 1, from: 30, to: 90 },
        ],
      },
    ],
    ['hours that end before they begin', { workingHours: [{ weekday: 1, from: 60, to: 30 }] }],
    ['an eighth day', { workingHours: [{ weekday: 8, from: 0, to: 60 }] }],
    ['a time zone that is none', { timeZone: 'Mars/Olympus' }],
    ['a language that is none', { languages: ['Chinese'] }],
    ['a capacity below nought', { capacity: -1 }],
    [
      'time off that ends before it begins',
      { outOfOffice: { from: '2026-02-01T00:00:00Z', until: '2026-01-01T00:00:00Z', standInId: null } },
    ],
    [
      'a stranger as stand-in',
      { outOfOffice: { from: '2026-02-01T00:00:00Z', until: null, standInId: crypto.randomUUID() } },
    ],
  ])('refuses %s', async (_, fields) => {
    expect(await change(ana, fields)).toMatchObject({ status: 422, body: { code: 'invalid' } });
  });

  it('signs a deactivated officer out everywhere and offers what was in hand at once', async () => {
    await post();
    await available(bo);
    const console = await listen(desk.api, asAna.cookie);
    const hungUp = new Promise((resolve) => console.socket.once('disconnect', resolve));
    expect((await asLead.send('POST', `/api/officers/${ana.id}/deactivate`)).status).toBe(403);
    expect((await asAdministrator.send('POST', `/api/officers/${ana.id}/deactivate`)).status).toBe(204);
    await hungUp;
    console.close();
    expect((await asAna.get('/api/me')).status).toBe(401);
    await desk.drain();
    expect(await holders()).toEqual([bo.id]);
    expect(await found(ana)).toMatchObject({ blocked: 'inactive', isActive: false, count: 0 });
    expect((await asAdministrator.send('POST', `/api/officers/${ana.id}/activate`)).status).toBe(204);
    expect((await signIn(desk.api, ana.email)).cookie).not.toBe('');
  });

  it('lets a reply leave that was sent off before, and keeps the words of an unsent one for who takes over', async () => {
    await desk.dataSource.query('UPDATE department SET undo_seconds = 10 WHERE id = $1', [department.id]);
    const [answered, drafted] = [await post(), await post()];
    const { version } = (await asAna.get(`/api/conversations/${answered}`)).body as { version: number };
    const reply = { version, replyId: crypto.randomUUID(), body: 'The lamp is repaired.' };
    expect((await asAna.send('POST', `/api/conversations/${answered}/replies`, reply)).status).toBe(201);
    await asAna.send('PUT', `/api/conversations/${drafted}/draft`, { version: 0, body: 'We are looking into' });
    await available(bo);
    expect((await asAdministrator.send('POST', `/api/officers/${ana.id}/deactivate`)).status).toBe(204);
    await desk.drain();
    expect(await holders()).toEqual([ana.id, bo.id]);
    await desk.passTime(11_000);
    const states: { status: string }[] = await desk.dataSource.query(
      `SELECT c.status FROM conversation c JOIN reply r ON r.conversation_id = c.id AND r.state = 'sent' WHERE c.id = $1`,
      [answered],
    );
    expect(states).toEqual([{ status: 'answered' }]);
    const drafts: { body: string }[] = await desk.dataSource.query(
      'SELECT body FROM reply_draft WHERE conversation_id = $1 AND officer_id = $2',
      [drafted, ana.id],
    );
    expect(drafts).toEqual([{ body: 'We are looking into' }]);
  });

  it('offers what was in hand in a department again when the role there is taken away', async () => {
    await post();
    await available(bo);
    const path = `/api/officers/${ana.id}/roles/officer?department=${department.slug}`;
    expect((await asLead.send('DELETE', path)).status).toBe(403);
    expect((await asAdministrator.send('DELETE', path)).status).toBe(204);
    await desk.drain();
    expect(await holders()).toEqual([bo.id]);
    expect((await asAna.get(`/api/inbox?view=all&department=${department.slug}`)).status).toBe(404);
    expect((await asAdministrator.send('DELETE', path)).status).toBe(404);
  });

  it('lets nobody remove themselves', async () => {
    const me = (await asAdministrator.get('/api/me')).body as { id: string };
    expect((await asAdministrator.send('POST', `/api/officers/${me.id}/deactivate`)).status).toBe(403);
    expect((await asAdministrator.send('DELETE', `/api/officers/${me.id}/roles/administrator`)).status).toBe(403);
  });
});
