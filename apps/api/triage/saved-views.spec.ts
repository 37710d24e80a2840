import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InboxCounts } from '#contracts/inbox.http.js';
import type { SavedViewView } from '#contracts/saved-views.http.js';
import type { Department } from '#database/entities/department.entity.js';
import type { Officer } from '#database/entities/officer.entity.js';
import { buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { listen, type OfficerClient, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { DeskRows } from '../../../test/support/desk-rows.js';

describe('saved views', () => {
  let desk: TestDesk;
  let water: Department;
  let roads: Department;
  let ana: Officer;
  let asAna: OfficerClient;
  let asBo: OfficerClient;
  let asLead: OfficerClient;
  let asStranger: OfficerClient;
  let asAdministrator: OfficerClient;

  beforeAll(async () => {
    desk = await startDesk();
    water = await buildDepartment(desk.dataSource);
    roads = await buildDepartment(desk.dataSource);
    const officer = async (department: Department, role: 'officer' | 'supervisor' | 'administrator') => {
      const built = await buildOfficer(desk.dataSource, { department, roles: [role], isAvailable: false });
      return { built, client: await signIn(desk.api, built.email) };
    };
    const one = await officer(water, 'officer');
    [ana, asAna] = [one.built, one.client];
    asBo = (await officer(water, 'officer')).client;
    asLead = (await officer(water, 'supervisor')).client;
    asStranger = (await officer(roads, 'officer')).client;
    asAdministrator = (await officer(roads, 'administrator')).client;
    const rows = new DeskRows(desk.dataSource);
    for (const { id } of [water, water, water, roads]) await rows.conversation({ departmentId: id });
  });
  afterAll(() => desk.close());

  const viewOf = (fields: object = {}) => ({
    id: randomUUID(),
    name: `View ${randomUUID().slice(0, 8)}`,
    audience: 'mine',
    filter: { view: 'queue' },
    ...fields,
  });
  const all = async (client: OfficerClient) =>
    ((await client.get('/api/views')).body as { items: SavedViewView[] }).items;
  const find = async (client: OfficerClient, id: string) => (await all(client)).find((view) => view.id === id);
  const create = async (client: OfficerClient, fields: object = {}) => {
    const view = viewOf(fields);
    return { id: view.id, status: (await client.send('POST', '/api/views', view)).status };
  };
  const countOf = async (client: OfficerClient, id: string) =>
    ((await client.get('/api/inbox/counts')).body as InboxCounts).saved[id];

  it("that are mine are nobody else's, not even to change or to guess", async () => {
    const { id, status } = await create(asAna, { filter: { view: 'all', officer: ['me'], waitingHours: 24 } });
    expect(status).toBe(201);
    expect(await find(asAna, id)).toMatchObject({
      filter: { view: 'all', officer: ['me'], waitingHours: 24 },
      may: { edit: true },
    });
    for (const other of [asBo, asLead, asAdministrator]) {
      expect(await find(other, id)).toBeUndefined();
      expect((await other.send('DELETE', `/api/views/${id}`, { version: 1 })).status).toBe(404);
      expect((await other.send('PUT', `/api/views/${id}`, { ...viewOf(), id: undefined, version: 1 })).status).toBe(
        404,
      );
    }
  });

  it('of a team are kept by its supervisors and read by the team', async () => {
    const team = { audience: 'team', department: water.slug };
    expect((await create(asAna, team)).status).toBe(403);
    const { id } = await create(asLead, team);
    expect(await find(asAna, id)).toMatchObject({ audience: 'team', department: water.slug, may: { edit: false } });
    expect(await find(asStranger, id)).toBeUndefined();
    expect((await asAna.send('DELETE', `/api/views/${id}`, { version: 1 })).status).toBe(403);
    expect((await create(asLead, { audience: 'team' })).status).toBe(422);
    expect((await create(asLead, { audience: 'team', department: roads.slug })).status).toBe(404);
  });

  it('that are shared are read by who may read all that they name, and count only what each may see', async () => {
    expect((await create(asLead, { audience: 'shared' })).status).toBe(403);
    const named = await create(asLead, { audience: 'shared', filter: { view: 'queue', department: [water.slug] } });
    expect(named.status).toBe(201);
    expect(await find(asBo, named.id)).toBeDefined();
    expect(await find(asStranger, named.id)).toBeUndefined();
    expect(await countOf(asStranger, named.id)).toBeUndefined();
    const forAll = await create(asAdministrator, { audience: 'shared', filter: { view: 'queue' } });
    expect(await countOf(asBo, forAll.id)).toBe(3);
    expect(await countOf(asStranger, forAll.id)).toBe(1);
    expect(await countOf(asAdministrator, forAll.id)).toBe(4);
  });

  it('stay in the order that they are given', async () => {
    const client = await signIn(desk.api, (await buildOfficer(desk.dataSource, { department: water })).email);
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) ids.push((await create(client)).id);
    const [first, second, third] = ids;
    const order = async () => (await all(client)).filter(({ audience }) => audience === 'mine').map(({ id }) => id);
    expect(await order()).toEqual(ids);
    await client.send('POST', `/api/views/${third}/move`, { version: 1, beforeId: first });
    expect(await order()).toEqual([third, first, second]);
    await client.send('POST', `/api/views/${third}/move`, { version: 2 });
    expect(await order()).toEqual([first, second, third]);
    expect((await client.send('POST', `/api/views/${third}/move`, { version: 3, beforeId: randomUUID() })).status).toBe(
      422,
    );
  });

  it('are refused a change on an old screen, and come back after a deletion', async () => {
    const { id } = await create(asAna);
    const change = { ...viewOf({ name: 'Renamed' }), id: undefined, version: 1 };
    expect(await asAna.send('PUT', `/api/views/${id}`, change)).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await asAna.send('PUT', `/api/views/${id}`, change)).toMatchObject({
      status: 409,
      body: { code: 'stale-version' },
    });
    await asAna.send('DELETE', `/api/views/${id}`, { version: 2 });
    expect(await find(asAna, id)).toBeUndefined();
    expect((await asAna.send('POST', `/api/views/${id}/restore`, { version: 3 })).status).toBe(200);
    expect(await find(asAna, id)).toMatchObject({ name: 'Renamed' });
  });

  it('open and say what they name that is not there any more', async () => {
    const [goneOfficer, goneTag] = [randomUUID(), randomUUID()];
    const filter = {
      view: 'all',
      officer: [goneOfficer, ana.id],
      tag: [goneTag],
      department: [water.slug, 'long-gone'],
    };
    const { id } = await create(asBo, { filter });
    expect(await find(asBo, id)).toMatchObject({
      officers: [{ id: ana.id, name: ana.name, isHere: true }],
      missing: { departments: ['long-gone'], officerIds: [goneOfficer], tagIds: [goneTag] },
    });
    expect(await countOf(asBo, id)).toBe(0);
    const list = `view=all&officer=${filter.officer.join()}&tag=${goneTag}&department=${filter.department.join()}`;
    expect(await asBo.get(`/api/inbox?${list}`)).toMatchObject({ status: 200, body: { items: [] } });
    await desk.dataSource.query('UPDATE officer SET is_active = false WHERE id = $1', [ana.id]);
    expect((await find(asBo, id))?.officers).toEqual([{ id: ana.id, name: ana.name, isHere: false }]);
    await desk.dataSource.query('UPDATE officer SET is_active = true WHERE id = $1', [ana.id]);
  });

  it("are made once by a double click, and never over somebody else's", async () => {
    const view = viewOf();
    const answers = await Promise.all([1, 2, 3].map(() => asAna.send('POST', '/api/views', view)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect((await all(asAna)).filter(({ id }) => id === view.id)).toHaveLength(1);
    expect(await asBo.send('POST', '/api/views', view)).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'id' }] },
    });
  });

  it('refuse a filter that means nothing, and are rung where they are seen', async () => {
    for (const filter of [
      { view: 'nowhere' },
      { status: ['lost'] },
      { colour: 'red' },
      { waitingHours: -1 },
      { tag: 'x' },
    ])
      expect([filter, (await create(asAna, { filter })).status]).toEqual([filter, 422]);
    const live = await listen(desk.api, asBo.cookie);
    await create(asLead, { audience: 'team', department: water.slug });
    await desk.drain();
    expect(await live.ring(({ event }) => event === 'views.changed')).toMatchObject({ departmentId: water.id });
    live.close();
  });
});
