import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TagView } from '#contracts/triage.http.js';
import type { Department } from '#database/entities/department.entity.js';
import { buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { type OfficerClient, signIn } from '../../../test/support/clients.js';
import type { TestDesk } from '../../../test/support/desk.js';
import type { MergingDesk } from '../../../test/support/merging.js';
import { startStaffedDesk } from '../../../test/support/staffed-desk.js';

describe('tags', () => {
  let desk: TestDesk;
  let department: Department;
  let other: Department;
  let asAna: OfficerClient;
  let asLead: OfficerClient;
  let asStranger: OfficerClient;
  let at: MergingDesk;
  let id: string;

  beforeAll(async () => {
    ({ desk, department, asAna, asLead, at } = await startStaffedDesk());
    other = await buildDepartment(desk.dataSource);
    const stranger = await buildOfficer(desk.dataSource, { department: other, isAvailable: false });
    asStranger = await signIn(desk.api, stranger.email);
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    id = await at.received();
  });

  const read = () => at.read(id, asAna);
  const act = (verb: string, more: object = {}, client = asAna) => at.act(client, id, verb, more);
  const listed = (query: string, client = asAna) => at.listed(query, client);
  const history = () => at.history(id, asAna);
  const makeTag = async (en: string, client = asLead, of = department) => {
    const body = {
      id: randomUUID(),
      department: of.slug,
      name: { en: `${en} ${randomUUID().slice(0, 6)}` },
      colour: 'teal',
    };
    return (await client.send('POST', '/api/tags', body)) as { status: number; body: TagView };
  };
  const changeTag = async (tag: TagView, verb: string, more: object = {}) => {
    const { body } = await asLead.get('/api/tags');
    const now = (body as { items: TagView[] }).items.find((one) => one.id === tag.id);
    return asLead.send('POST', `/api/tags/${tag.id}/${verb}`, { version: now?.version, ...more });
  };

  it('are made by supervisors, once for a double click, and no two have one name', async () => {
    const body = { id: randomUUID(), department: department.slug, name: { zh: '漏水' }, colour: 'blue' };
    expect((await asAna.send('POST', '/api/tags', body)).status).toBe(403);
    expect((await asStranger.send('POST', '/api/tags', body)).status).toBe(404);
    const answers = await Promise.all([1, 2].map(() => asLead.send('POST', '/api/tags', body)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    const same = await asLead.send('POST', '/api/tags', { ...body, id: randomUUID() });
    expect(same).toMatchObject({ status: 422, body: { errors: [{ field: 'name' }] } });
    expect((await asLead.send('POST', '/api/tags', { ...body, id: randomUUID(), name: {} })).status).toBe(422);
  });

  it('go on and off, are found by the list, and stand in the history', async () => {
    const { body: tag } = await makeTag('Leak');
    expect(await act('tags', { add: [tag.id] })).toMatchObject({ status: 200 });
    expect((await read()).tagIds).toEqual([tag.id]);
    expect(await listed(`view=all&tag=${tag.id}`)).toEqual([id]);
    expect(await listed(`view=queue&tag=${tag.id}`)).toEqual([id]);
    const { version } = await read();
    expect(await act('tags', { add: [tag.id] })).toMatchObject({ status: 200, body: { version } });
    await act('tags', { remove: [tag.id] });
    expect(await listed(`view=all&tag=${tag.id}`)).toEqual([]);
    expect((await history()).slice(-2)).toMatchObject([
      { type: 'conversation.tagged', detail: { added: [tag.id], addedTags: [tag.name] } },
      { type: 'conversation.tagged', detail: { removed: [tag.id], removedTags: [tag.name] } },
    ]);
  });

  it('finds any of several, or each of them', async () => {
    const [{ body: one }, { body: two }] = [await makeTag('Road'), await makeTag('School')];
    await act('tags', { add: [one.id] });
    expect(await listed(`view=all&tag=${one.id},${two.id}`)).toEqual([id]);
    expect(await listed(`view=all&tag=${one.id},${two.id}&tagMatch=all`)).toEqual([]);
    await act('tags', { add: [two.id] });
    expect(await listed(`view=all&tag=${one.id},${two.id}&tagMatch=all`)).toEqual([id]);
    expect(await listed(`view=all&tag=${one.id},${randomUUID()}&tagMatch=all`)).toEqual([]);
  });

  it('become another one by merging, on every conversation, and come back exactly', async () => {
    const [{ body: one }, { body: two }, { body: three }] = [
      await makeTag('Bus'),
      await makeTag('Buses'),
      await makeTag('Transport'),
    ];
    await act('tags', { add: [one.id] });
    expect((await changeTag(one, 'merge', { intoId: two.id })).status).toBe(200);
    expect((await changeTag(two, 'merge', { intoId: three.id })).status).toBe(200);
    expect(await listed(`view=all&tag=${three.id}`)).toEqual([id]);
    expect((await changeTag(three, 'merge', { intoId: two.id })).status).toBe(422);
    expect((await changeTag(three, 'merge', { intoId: three.id })).status).toBe(422);
    expect((await act('tags', { add: [one.id] })).status).toBe(422);
    // What it became is taken off as a whole.
    const { version } = await read();
    await changeTag(two, 'part');
    expect(await listed(`view=all&tag=${three.id}`)).toEqual([]);
    expect(await listed(`view=all&tag=${two.id}`)).toEqual([id]);
    expect((await read()).version).toBe(version);
    await act('tags', { remove: [two.id] });
    expect((await read()).tagIds).toEqual([]);
  });

  it('that are archived stay where they are and go nowhere else', async () => {
    const { body: tag } = await makeTag('Old');
    await act('tags', { add: [tag.id] });
    await changeTag(tag, 'archive');
    expect(await listed(`view=all&tag=${tag.id}`)).toEqual([id]);
    await act('tags', { remove: [tag.id] });
    expect((await act('tags', { add: [tag.id] })).status).toBe(422);
    await changeTag(tag, 'restore');
    expect((await act('tags', { add: [tag.id] })).status).toBe(200);
  });

  it('of another department are neither seen nor put on, and a stale edit is refused', async () => {
    const leadThere = await buildOfficer(desk.dataSource, { department: other, roles: ['supervisor'] });
    const { body: theirs } = await makeTag('Theirs', await signIn(desk.api, leadThere.email), other);
    const { body: seen } = await asAna.get('/api/tags');
    expect((seen as { items: TagView[] }).items.map((tag) => tag.id)).not.toContain(theirs.id);
    expect((await act('tags', { add: [theirs.id] })).status).toBe(422);
    expect(await listed(`view=all&tag=${theirs.id}`)).toEqual([]);
    const edit = { version: 1, name: { en: randomUUID() }, colour: 'red' };
    expect((await asLead.send('PUT', `/api/tags/${theirs.id}`, edit)).status).toBe(404);
    const { body: ours } = await makeTag('Ours');
    expect((await asLead.send('PUT', `/api/tags/${ours.id}`, edit)).status).toBe(200);
    expect(await asLead.send('PUT', `/api/tags/${ours.id}`, edit)).toMatchObject({
      status: 409,
      body: { code: 'stale-version', current: { version: 2 } },
    });
  });
});
