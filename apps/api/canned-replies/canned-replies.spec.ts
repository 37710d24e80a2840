import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CannedReplyVersions, CannedReplyView } from '#contracts/canned-replies.http.js';
import type { Department } from '#database/entities/department.entity.js';
import { buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { type OfficerClient, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';

describe('canned replies', () => {
  let desk: TestDesk;
  let department: Department;
  let asLead: OfficerClient;
  let asAna: OfficerClient;
  let asBo: OfficerClient;
  let asStranger: OfficerClient;

  beforeAll(async () => {
    desk = await startDesk({ worker: false });
    department = await buildDepartment(desk.dataSource);
    const other = await buildDepartment(desk.dataSource);
    const as = async (fields: Parameters<typeof buildOfficer>[1]) =>
      signIn(desk.api, (await buildOfficer(desk.dataSource, fields)).email);
    asLead = await as({ department, roles: ['supervisor'] });
    asAna = await as({ department });
    asBo = await as({ department });
    asStranger = await as({ department: other, roles: ['supervisor'] });
  });
  afterAll(() => desk.close());

  const text = (fields: object = {}) => ({
    title: 'Road works',
    shortcut: null,
    language: 'en',
    body: 'Dear {citizen.name}, we look at it by {deadline}.',
    ...fields,
  });
  const write = (client: OfficerClient, fields: object = {}) =>
    client.send('POST', '/api/canned-replies', { id: randomUUID(), department: department.slug, ...text(fields) });
  const written = async (client: OfficerClient, fields: object = {}) => {
    const { status, body } = await write(client, fields);
    if (status !== 201) throw new Error(`was answered ${status}: ${JSON.stringify(body)}`);
    return body as CannedReplyView;
  };
  const all = async (client: OfficerClient, query = '') =>
    ((await client.get(`/api/canned-replies${query}`)).body as { items: CannedReplyView[] }).items;
  const ids = async (client: OfficerClient) => (await all(client)).map(({ id }) => id);

  it('are written by a supervisor for everyone in the department, and for nobody else', async () => {
    const reply = await written(asLead, { shortcut: 'Road' });
    expect(reply).toMatchObject({ shortcut: 'road', version: 1, usedCount: 0, mayEdit: true });
    expect((await all(asAna)).find(({ id }) => id === reply.id)).toMatchObject({ mayEdit: false });
    expect(await ids(asStranger)).not.toContain(reply.id);
    expect((await write(asAna)).status).toBe(403);
    expect((await write(asStranger)).status).toBe(404);
    expect((await asStranger.get(`/api/canned-replies?department=${department.slug}`)).status).toBe(404);
    expect((await asStranger.get(`/api/canned-replies/${reply.id}/versions`)).status).toBe(404);
  });

  it('are an officer’s own where no department is named', async () => {
    const own = await written(asAna, { department: null, title: 'Mine' });
    expect(own).toMatchObject({ department: null, mayEdit: true });
    expect(await ids(asBo)).not.toContain(own.id);
    expect(await ids(asLead)).not.toContain(own.id);
    expect((await asBo.send('POST', `/api/canned-replies/${own.id}/used`)).status).toBe(404);
    expect((await asLead.send('PUT', `/api/canned-replies/${own.id}`, { version: 1, ...text() })).status).toBe(404);
  });

  it.each([
    ['an unknown variable', { body: 'Dear {citizen.nmae}' }, 'body'],
    ['no title', { title: ' ' }, 'title'],
    ['no words', { body: '' }, 'body'],
    ['a NUL', { body: 'a\0' }, 'body'],
    ['a shortcut of two words', { shortcut: 'road works' }, 'shortcut'],
    ['a shortcut with a slash', { shortcut: '/road' }, 'shortcut'],
    ['another language', { language: 'fr' }, 'language'],
  ])('are refused with %s', async (_, fields, field) => {
    expect(await write(asLead, fields)).toMatchObject({ status: 422, body: { errors: [{ field }] } });
  });

  it('name the unknown variable in the refusal', async () => {
    const { body } = await write(asLead, { body: '{citizen.nmae} {officer.name} {due}' });
    expect(JSON.stringify(body)).toContain('citizen.nmae, due');
  });

  it('have a shortcut of their own in their department; Chinese ones too', async () => {
    const first = await written(asLead, { shortcut: '物业' });
    expect(await write(asLead, { shortcut: '物业' })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'shortcut' }] },
    });
    expect((await write(asAna, { department: null, shortcut: '物业' })).status).toBe(201);
    await asLead.send('POST', `/api/canned-replies/${first.id}/archive`, { version: 1 });
    expect((await write(asLead, { shortcut: '物业' })).status).toBe(201);
    expect((await asLead.send('POST', `/api/canned-replies/${first.id}/restore`, { version: 2 })).status).toBe(422);
  });

  it('keep every earlier text, and refuse an edit of an old one', async () => {
    const { id } = await written(asLead);
    const edit = (version: number, body: string, client = asLead) =>
      client.send('PUT', `/api/canned-replies/${id}`, { version, ...text({ body }) });
    expect((await edit(1, 'Second.')).body).toMatchObject({ version: 2, body: 'Second.' });
    expect((await edit(2, 'Third.')).body).toMatchObject({ version: 3 });
    expect(await edit(2, 'Also third.')).toMatchObject({ status: 409, body: { code: 'stale-version' } });
    expect((await edit(3, 'Not mine.', asAna)).status).toBe(403);
    const { items } = (await asAna.get(`/api/canned-replies/${id}/versions`)).body as CannedReplyVersions;
    expect(items.map(({ number, body }) => [number, body])).toEqual([
      [2, 'Second.'],
      [1, text().body],
    ]);
  });

  it('are no longer offered when they are archived, until that is taken back', async () => {
    const { id } = await written(asLead);
    expect((await asLead.send('POST', `/api/canned-replies/${id}/archive`, { version: 1 })).status).toBe(200);
    expect(await ids(asAna)).not.toContain(id);
    expect((await asLead.send('POST', `/api/canned-replies/${id}/restore`, { version: 2 })).status).toBe(200);
    expect(await ids(asAna)).toContain(id);
  });

  it('count how often they were used', async () => {
    const { id } = await written(asLead);
    await Promise.all([asAna, asBo, asAna].map((client) => client.send('POST', `/api/canned-replies/${id}/used`)));
    expect((await all(asAna)).find((reply) => reply.id === id)).toMatchObject({ usedCount: 3, version: 1 });
    expect((await asStranger.send('POST', `/api/canned-replies/${id}/used`)).status).toBe(404);
  });

  it('are written once, however often they are sent', async () => {
    const body = { id: randomUUID(), department: department.slug, ...text() };
    const send = () => asLead.send('POST', '/api/canned-replies', body);
    expect([(await send()).status, (await send()).status]).toEqual([201, 201]);
    expect((await ids(asLead)).filter((id) => id === body.id)).toHaveLength(1);
  });

  it('are so many that one finds them again: two hundred of one’s own, two at once do not both take the last place', async () => {
    const cy = await buildOfficer(desk.dataSource, { department });
    const asCy = await signIn(desk.api, cy.email);
    await desk.dataSource.query(
      `INSERT INTO canned_reply (id, owner_id, title, language, body, version, edited_by, edited_at)
       SELECT gen_random_uuid(), $1, 'Number ' || n, 'en', 'Words.', 1, $1, now() FROM generate_series(1, 199) n`,
      [cy.id],
    );
    const answers = await Promise.all(Array.from({ length: 12 }, () => write(asCy, { department: null })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({ code: 'limit-reached', current: { limit: 200 } });

    const [mine] = (await all(asCy)).filter(({ department: of }) => of === null);
    const verb = (name: string, version: number) =>
      asCy.send('POST', `/api/canned-replies/${mine?.id}/${name}`, { version });
    expect((await verb('archive', 1)).status).toBe(200);
    expect((await write(asCy, { department: null })).status).toBe(201);
    expect(await verb('restore', 2)).toMatchObject({ status: 409, body: { code: 'limit-reached' } });
    expect((await write(asLead)).status).toBe(201);
  });
});
