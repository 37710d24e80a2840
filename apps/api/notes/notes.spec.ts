import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConversationView, HistoryEntry } from '#contracts/conversations.http.js';
import type { Noted, NoteView } from '#contracts/notes.http.js';
import type { Department } from '#database/entities/department.entity.js';
import type { Officer } from '#database/entities/officer.entity.js';
import { mentionOf } from '#domain/notes/mentions.js';
import { NOTE_OPEN_HOURS } from '#domain/notes/note.permissions.js';
import { buildChannel, buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { type OfficerClient, postAccepted, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';

describe('notes', () => {
  let desk: TestDesk;
  let department: Department;
  let ana: Officer;
  let bo: Officer;
  let stranger: Officer;
  let asAna: OfficerClient;
  let asBo: OfficerClient;
  let asLead: OfficerClient;
  let key: string;
  let id: string;

  beforeAll(async () => {
    desk = await startDesk({ env: { SESSION_HOURS: '100' } });
    department = await buildDepartment(desk.dataSource);
    ({ key } = await buildChannel(desk.dataSource));
    const away = { isAvailable: false };
    ana = await buildOfficer(desk.dataSource, { department, ...away });
    bo = await buildOfficer(desk.dataSource, { department, ...away });
    stranger = await buildOfficer(desk.dataSource, { department: await buildDepartment(desk.dataSource), ...away });
    const lead = await buildOfficer(desk.dataSource, { department, roles: ['supervisor'] });
    [asAna, asBo, asLead] = [
      await signIn(desk.api, ana.email),
      await signIn(desk.api, bo.email),
      await signIn(desk.api, lead.email),
    ];
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    ({ conversationId: id } = await postAccepted(desk.api, key, { department: department.slug }));
    await desk.drain();
  });

  const write = (body: string, { noteId = randomUUID() as string, client = asAna } = {}) =>
    client.send('POST', `/api/conversations/${id}/notes`, { noteId, body });
  const written = async (body: string): Promise<Noted> => {
    const { status, body: noted } = await write(body);
    if (status !== 201) throw new Error(`the note was answered ${status}: ${JSON.stringify(noted)}`);
    return noted;
  };
  const read = async (client = asAna) => (await client.get(`/api/conversations/${id}`)).body as ConversationView;
  const notes = async () => (await read()).thread.filter((entry): entry is NoteView => entry.kind === 'note');
  const history = async () =>
    ((await asAna.get(`/api/conversations/${id}/events`)).body as { items: HistoryEntry[] }).items;

  it('stand in the thread with who is mentioned by name, and in the history without their words', async () => {
    await written(`${mentionOf(bo.id)} 你去过现场吗？ <script>alert(1)</script>`);
    expect(await notes()).toMatchObject([
      {
        officer: { id: ana.id, name: ana.name },
        body: `${mentionOf(bo.id)} 你去过现场吗？ <script>alert(1)</script>`,
        mentions: [{ id: bo.id, name: bo.name }],
        editedAt: null,
        deleted: null,
      },
    ]);
    const entry = (await history()).at(-1);
    expect(entry).toMatchObject({ type: 'note.written', actor: { name: ana.name } });
    expect(JSON.stringify(entry)).not.toContain('现场');
  });

  it('are written once, however often they are sent', async () => {
    const noteId = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => write('Twice pressed.', { noteId })));
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201]);
    expect(await notes()).toHaveLength(1);
    expect((await write('Other words.', { noteId })).status).toBe(422);
    expect((await write('Twice pressed.', { noteId, client: asBo })).status).toBe(422);
  });

  it.each([
    ['nothing but space', ' \n '],
    ['more than 5,000 characters', 'x'.repeat(5_001)],
    ['a NUL', 'a\0b'],
    ['half a character', 'a\ud800'],
  ])('are refused with %s', async (_, body) => {
    expect((await write(body)).status).toBe(422);
  });

  it('mention only who may read the conversation, and say whom they could not', async () => {
    const refused = await write(`${mentionOf(bo.id)} and ${mentionOf(stranger.id)}`);
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'invalid', errors: [{ field: 'mentions' }], current: { officerIds: [stranger.id] } },
    });
    const gone = await buildOfficer(desk.dataSource, { department, isActive: false });
    expect((await write(mentionOf(gone.id))).status).toBe(422);
    expect((await write(mentionOf(randomUUID()))).status).toBe(422);
    expect(await notes()).toEqual([]);
    const { items } = (await asAna.get(`/api/conversations/${id}/mentionable`)).body as { items: { id: string }[] };
    const offered = items.map((officer) => officer.id);
    expect(offered).toEqual(expect.arrayContaining([ana.id, bo.id]));
    expect(offered).not.toEqual(expect.arrayContaining([stranger.id]));
    expect(offered).not.toEqual(expect.arrayContaining([gone.id]));
  });

  it('tell a retry from other words by what they said first, also once edited; and lose none once deleted', async () => {
    const noteId = randomUUID();
    const path = `/api/conversations/${id}/notes/${noteId}`;
    await write('First words.', { noteId });
    await asAna.send('PUT', path, { version: 1, body: 'Second words.' });
    await asAna.send('PUT', path, { version: 2, body: 'Third words.' });
    expect((await write('First words.', { noteId })).status).toBe(201);
    expect((await write('Third words.', { noteId })).status).toBe(422);
    expect((await write('Other words.', { noteId })).status).toBe(422);
    await asAna.send('DELETE', `${path}?version=3`);
    expect((await write('Other words.', { noteId })).status).toBe(409);
    expect(await notes()).toHaveLength(1);
  });

  it('keep what they said before they were edited', async () => {
    const { id: noteId } = await written('The main is of 1974.');
    const edit = (body: string, version: number, client = asAna) =>
      client.send('PUT', `/api/conversations/${id}/notes/${noteId}`, { version, body });
    expect((await edit('Mine now.', 1, asBo)).status).toBe(403);
    expect((await edit('Even hers.', 1, asLead)).status).toBe(403);
    expect((await edit('The main is of 1947.', 1)).status).toBe(200);
    expect(await edit('The main is of 1950.', 1)).toMatchObject({ status: 409, body: { code: 'stale-version' } });
    expect((await edit('The main is of 1947.', 1)).status).toBe(200);
    expect(await notes()).toMatchObject([
      { body: 'The main is of 1947.', version: 2, earlier: [{ body: 'The main is of 1974.' }] },
    ]);
    expect((await history()).at(-1)).toMatchObject({ type: 'note.edited' });
  });

  it('are gone with their earlier words when they are deleted; that they were there stays', async () => {
    const { id: noteId } = await written('Her number is on the file.');
    const path = `/api/conversations/${id}/notes/${noteId}`;
    await asAna.send('PUT', path, { version: 1, body: 'Her address is on the file.' });
    expect((await asBo.send('DELETE', `${path}?version=2`)).status).toBe(403);
    expect((await asAna.send('DELETE', `${path}?version=1`)).status).toBe(409);
    expect((await asAna.send('DELETE', `${path}?version=2`)).status).toBe(200);
    expect((await asAna.send('DELETE', `${path}?version=2`)).status).toBe(200);
    expect(await notes()).toMatchObject([{ body: '', earlier: [], deleted: { officerName: ana.name } }]);
    expect((await asAna.send('PUT', path, { version: 3, body: 'Back.' })).status).toBe(409);
    const rows: unknown[] = await desk.dataSource.query(
      `SELECT 1 FROM note n LEFT JOIN note_version v ON v.note_id = n.id WHERE n.id = $1 AND (n.body LIKE '%file%' OR v.body LIKE '%file%')`,
      [noteId],
    );
    expect(rows).toEqual([]);
  });

  it('are closed to their author after a day, and to a supervisor never', async () => {
    const { id: noteId } = await written('Rather blunt.');
    const path = `/api/conversations/${id}/notes/${noteId}`;
    desk.clock.advance(NOTE_OPEN_HOURS * 3_600_000);
    expect((await asAna.send('PUT', path, { version: 1, body: 'Polite.' })).status).toBe(403);
    expect((await asAna.send('DELETE', `${path}?version=1`)).status).toBe(403);
    expect((await asLead.send('DELETE', `${path}?version=1`)).status).toBe(200);
    desk.clock.advance(-NOTE_OPEN_HOURS * 3_600_000);
  });

  it('are deleted, not edited, where their conversation was merged into another', async () => {
    const { id: noteId } = await written('Her number is on the file.');
    const { conversationId: intoId } = await postAccepted(desk.api, key, { department: department.slug });
    await desk.drain();
    const { version: intoVersion } = (await asLead.get(`/api/conversations/${intoId}`)).body as ConversationView;
    const order = { version: (await read()).version, intoId, intoVersion };
    expect((await asLead.send('POST', `/api/conversations/${id}/merge`, order)).status).toBe(200);
    const path = `/api/conversations/${id}/notes/${noteId}`;
    const edited = await asAna.send('PUT', path, { version: 1, body: 'Mine.' });
    expect(edited).toMatchObject({ status: 409, body: { code: 'merged' } });
    expect((await asLead.send('DELETE', `${path}?version=1`)).status).toBe(200);
    const { thread } = (await asAna.get(`/api/conversations/${intoId}`)).body as ConversationView;
    expect(thread.filter(({ kind }) => kind === 'note')).toMatchObject([{ body: '', conversationId: id }]);
  });

  it('do not exist for who may not read the conversation', async () => {
    const asStranger = await signIn(desk.api, stranger.email);
    const { id: noteId } = await written('Among us.');
    expect((await write('Hello?', { client: asStranger })).status).toBe(404);
    expect((await asStranger.get(`/api/conversations/${id}/mentionable`)).status).toBe(404);
    expect((await asStranger.send('DELETE', `/api/conversations/${id}/notes/${noteId}?version=1`)).status).toBe(404);
    const { conversationId: other } = await postAccepted(desk.api, key, { department: department.slug });
    expect((await asAna.send('DELETE', `/api/conversations/${other}/notes/${noteId}?version=1`)).status).toBe(404);
  });
});
