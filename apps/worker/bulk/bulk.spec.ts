import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BulkOrder, BulkSelection, BulkView, RefusedList } from '#contracts/bulk.http.js';
import type { ConversationView } from '#contracts/conversations.http.js';
import type { Department } from '#database/entities/department.entity.js';
import type { Officer } from '#database/entities/officer.entity.js';
import { buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { listen, type OfficerClient, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { DeskRows } from '../../../test/support/desk-rows.js';

const CLOSE: BulkOrder = { act: 'close', reason: 'The lamp shines again.' };

describe('a bulk act', () => {
  let desk: TestDesk;
  let rows: DeskRows;
  const departments: Department[] = [];
  let department: Department;
  let other: Department;
  let bo: Officer;
  let asLead: OfficerClient;
  let asBo: OfficerClient;
  let lead: Officer;

  beforeAll(async () => {
    desk = await startDesk();
    rows = new DeskRows(desk.dataSource);
    // The api keeps the list of departments for some seconds: those of all tests are there before the first request.
    for (let n = 0; n < 40; n += 1) departments.push(await buildDepartment(desk.dataSource));
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    [department, other] = departments.splice(0, 2) as [Department, Department];
    // Nobody is available: what is in the queue stays there.
    bo = await buildOfficer(desk.dataSource, { department, isAvailable: false });
    lead = await buildOfficer(desk.dataSource, { department, roles: ['supervisor', 'officer'], isAvailable: false });
    [asLead, asBo] = [await signIn(desk.api, lead.email), await signIn(desk.api, bo.email)];
  });

  const queued = async (count: number, given: { departmentId?: string } = {}) => {
    const made: { id: string; version: number }[] = [];
    for (let n = 0; n < count; n += 1) {
      const { id, version } = await rows.conversation({ departmentId: department.id, ...given });
      made.push({ id, version });
    }
    return made;
  };
  const order = async (client: OfficerClient, what: BulkOrder, selection: BulkSelection, id = randomUUID()) => {
    const answer = await client.send('POST', '/api/bulk', { id, order: what, selection });
    expect(answer).toMatchObject({ status: 202 });
    return answer.body as { bulkId: string; total: number };
  };
  const done = async (client: OfficerClient, what: BulkOrder, selection: BulkSelection) => {
    const { bulkId } = await order(client, what, selection);
    await desk.drain();
    return read(client, bulkId);
  };
  const read = async (client: OfficerClient, id: string) => (await client.get(`/api/bulk/${id}`)).body as BulkView;
  const refused = async (client: OfficerClient, id: string) =>
    ((await client.get(`/api/bulk/${id}/refused`)).body as RefusedList).items;
  const followUp = async (client: OfficerClient, id: string, verb: 'undo' | 'retry') => {
    const answer = await client.send('POST', `/api/bulk/${id}/${verb}`, { id: randomUUID() });
    expect(answer).toMatchObject({ status: 202 });
    await desk.drain();
    return read(client, (answer.body as { bulkId: string }).bulkId);
  };
  const conversation = async (id: string, client = asLead) =>
    (await client.get(`/api/conversations/${id}`)).body as ConversationView;
  const buildTag = async (): Promise<string> => {
    const id = randomUUID();
    await desk.dataSource.query(
      `INSERT INTO tag (id, department_id, name_en, name_zh, colour, created_at) VALUES ($1, $2, 'Frost', '', 'blue', now())`,
      [id, department.id],
    );
    return id;
  };
  const marks = async (id: string) => {
    const [row] = await desk.dataSource.query(
      `SELECT id, version, status, priority, tag_ids AS "tagIds", snoozed_until AS "snoozedUntil" FROM conversation WHERE id = $1`,
      [id],
    );
    return row as { id: string; version: number; tagIds: string[] };
  };
  const facts = async (id: string): Promise<string[]> => {
    const found: { type: string }[] = await desk.dataSource.query(
      'SELECT type FROM conversation_event WHERE conversation_id = $1 ORDER BY version',
      [id],
    );
    return found.map(({ type }) => type);
  };

  it('does to each row what its button does, and rings the officer', async () => {
    const picked = await queued(3);
    const live = await listen(desk.api, asLead.cookie);
    const bulk = await done(asLead, CLOSE, { conversations: picked });
    expect(bulk).toMatchObject({ state: 'finished', total: 3, done: 3, refused: 0, order: CLOSE });
    expect(bulk.may).toEqual({ cancel: false, undo: true, retry: false });
    for (const { id } of picked) {
      expect(await conversation(id)).toMatchObject({ status: 'closed', waitingSince: null });
      expect(await facts(id)).toEqual(['conversation.closed']);
    }
    await live.ring((ring) => ring.event === 'bulk.changed' && ring.bulkId === bulk.id);
    live.close();
  });

  it('judges each row by its own department, state and version, and says why one was refused', async () => {
    const [fine, changed, closed] = await queued(3);
    const [elsewhere] = await queued(1, { departmentId: other.id });
    if (!fine || !changed || !closed || !elsewhere) throw new Error('nothing was built');
    await asBo.send('POST', `/api/conversations/${changed.id}/claim`, { version: changed.version });
    await asLead.send('POST', `/api/conversations/${closed.id}/close`, { version: closed.version, reason: 'Twice.' });
    const bulk = await done(asLead, CLOSE, { conversations: [fine, changed, closed, elsewhere] });
    expect(bulk).toMatchObject({ total: 4, done: 1, refused: 3 });
    expect(await refused(asLead, bulk.id)).toMatchObject([
      { conversationId: changed.id, code: 'stale-version', conversation: { title: 'No water since Monday' } },
      { conversationId: closed.id, code: 'wrong-state' },
      { conversationId: elsewhere.id, code: 'not-found', conversation: null },
    ]);
  });

  it('lets an officer act on what they changed themselves a moment ago', async () => {
    const picked = await queued(2);
    const claim = await order(asBo, { act: 'claim' }, { conversations: picked });
    const close = await order(asBo, CLOSE, { conversations: picked });
    await desk.drain();
    expect(await read(asBo, claim.bulkId)).toMatchObject({ done: 2 });
    expect(await read(asBo, close.bulkId)).toMatchObject({ done: 2, refused: 0 });
  });

  it('takes by filter what the list shows at the moment of pressing, and nothing of other departments', async () => {
    const mine = await queued(3);
    await queued(2, { departmentId: other.id });
    const { body } = await asLead.get(`/api/bulk/selection?filter=${encodeURIComponent('view=unassigned')}`);
    expect(body).toEqual({ total: 3, limit: 10_000 });
    const { bulkId, total } = await order(asLead, CLOSE, { filter: 'view=unassigned' });
    expect(total).toBe(3);
    const [late] = await queued(1);
    await desk.drain();
    expect(await read(asLead, bulkId)).toMatchObject({ done: 3, refused: 0 });
    for (const { id } of mine) expect(await conversation(id)).toMatchObject({ status: 'closed' });
    expect(await conversation(late?.id ?? '')).toMatchObject({ status: 'queued' });
  });

  it.each([
    ['a filter that the inbox does not know', { filter: 'view=queue&colour=red' }, 422],
    ['a filter on a department of others', { filter: 'view=queue&department=nowhere' }, 404],
    ['a filter that finds nothing', { filter: 'view=mine' }, 422],
    ['no rows', { conversations: [] }, 422],
    ['a row without a version', { conversations: [{ id: randomUUID() }] }, 422],
    ['rows and a filter at once', { filter: 'view=all', conversations: [{ id: randomUUID(), version: 1 }] }, 422],
  ])('refuses %s', async (_, selection, status) => {
    const answer = await asLead.send('POST', '/api/bulk', { id: randomUUID(), order: CLOSE, selection });
    expect(answer.status).toBe(status);
  });

  it('is ordered once, however often it is sent; the same id for something else is refused', async () => {
    const picked = await queued(2);
    const id = randomUUID();
    const send = (what: BulkOrder) =>
      asLead.send('POST', '/api/bulk', { id, order: what, selection: { conversations: picked } });
    const answers = await Promise.all([send(CLOSE), send(CLOSE), send(CLOSE)]);
    expect(answers.map((answer) => answer.status)).toEqual([202, 202, 202]);
    expect(answers.map((answer) => answer.body)).toEqual(Array(3).fill({ bulkId: id, total: 2 }));
    expect((await send({ act: 'claim' })).status).toBe(422);
    const sendOver = (selection: BulkSelection) =>
      asLead.send('POST', '/api/bulk', { id, order: CLOSE, selection }).then(({ status }) => status);
    expect(await sendOver({ conversations: picked.toReversed() })).toBe(202);
    expect(await sendOver({ conversations: picked.slice(1) })).toBe(422);
    expect(await sendOver({ conversations: await queued(2) })).toBe(422);
    expect(await sendOver({ filter: 'view=unassigned' })).toBe(422);
    await desk.drain();
    for (const row of picked) expect(await facts(row.id)).toEqual(['conversation.closed']);
  });

  it('belongs to the officer who ordered it', async () => {
    const { bulkId } = await order(asLead, CLOSE, { conversations: await queued(1) });
    await desk.drain();
    expect((await asBo.get(`/api/bulk/${bulkId}`)).status).toBe(404);
    expect((await asBo.get(`/api/bulk/${bulkId}/refused`)).status).toBe(404);
    for (const verb of ['cancel', 'undo', 'retry']) {
      const body = verb === 'cancel' ? undefined : { id: randomUUID() };
      expect((await asBo.send('POST', `/api/bulk/${bulkId}/${verb}`, body)).status).toBe(404);
    }
    expect((await asBo.get('/api/bulk')).body).toEqual({ items: [] });
  });

  it('is taken back row by row, exactly as it was, but not where a colleague has done something since', async () => {
    const picked = await queued(3);
    const [claimed, waiting, moved] = picked;
    if (!claimed || !waiting || !moved) throw new Error('nothing was built');
    await asBo.send('POST', `/api/conversations/${claimed.id}/claim`, { version: claimed.version });
    const before = await conversation(claimed.id);
    const seen = picked.map(({ id, version }) => ({ id, version: id === claimed.id ? before.version : version }));
    const bulk = await done(asLead, CLOSE, { conversations: seen });
    const { version } = await conversation(moved.id, asBo);
    await asBo.send('POST', `/api/conversations/${moved.id}/reopen`, { version });
    const undo = await followUp(asLead, bulk.id, 'undo');
    expect(undo).toMatchObject({ undoes: bulk.id, total: 3, done: 2, refused: 1 });
    const { assignment, waitingSince, answerDueAt } = before;
    expect(await conversation(claimed.id)).toMatchObject({ status: 'assigned', assignment, waitingSince, answerDueAt });
    expect(await conversation(waiting.id)).toMatchObject({ status: 'queued', assignment: null });
    expect(await refused(asLead, undo.id)).toMatchObject([{ conversationId: moved.id, code: 'stale-version' }]);
    expect(await read(asLead, bulk.id)).toMatchObject({ undoneBy: undo.id, may: { undo: false, retry: false } });
    const again = await asLead.send('POST', `/api/bulk/${bulk.id}/undo`, { id: randomUUID() });
    expect(again).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
  });

  it('takes a transfer back from a department that the officer has no part in, even if the desk gave it out there', async () => {
    const there = await buildOfficer(desk.dataSource, { department: other });
    const picked = await queued(2);
    const bulk = await done(asLead, { act: 'transfer', department: other.slug }, { conversations: picked });
    const [{ officerId }] = await desk.dataSource.query(
      'SELECT officer_id AS "officerId" FROM conversation WHERE id = $1',
      [picked[0]?.id],
    );
    expect(officerId).toBe(there.id);
    expect(await followUp(asLead, bulk.id, 'undo')).toMatchObject({ done: 2, refused: 0 });
    for (const { id } of picked) {
      expect(await conversation(id)).toMatchObject({ status: 'queued', department: { id: department.id } });
    }
  });

  it('is not taken back by who may only read there by now', async () => {
    const [row] = await queued(1);
    if (!row) throw new Error('nothing was built');
    const bulk = await done(asBo, CLOSE, { conversations: [row] });
    await desk.dataSource.query(`UPDATE role_grant SET role = 'press' WHERE officer_id = $1`, [bo.id]);
    const undo = await followUp(asBo, bulk.id, 'undo');
    expect(undo).toMatchObject({ done: 0, refused: 1 });
    expect(await refused(asBo, undo.id)).toMatchObject([{ conversationId: row.id, code: 'forbidden' }]);
    expect(await conversation(row.id)).toMatchObject({ status: 'closed' });
  });

  it('takes 9,000 picked rows in one order', async () => {
    const conversations = Array.from({ length: 9_000 }, () => ({ id: randomUUID(), version: 100_000 }));
    const { bulkId, total } = await order(asLead, CLOSE, { conversations });
    expect(total).toBe(9_000);
    expect((await asLead.send('POST', `/api/bulk/${bulkId}/cancel`)).status).toBe(204);
    const tooLarge = { conversations, padding: 'x'.repeat(1024 * 1024) };
    expect((await asLead.send('POST', '/api/bulk', tooLarge)).status).toBe(413);
    const elsewhere = await asLead.send('POST', `/api/bulk/${bulkId}/undo`, { id: 'x'.repeat(256 * 1024) });
    expect(elsewhere.status).toBe(413);
  });

  it('tries the refused ones again as they are now', async () => {
    const [changed] = await queued(1);
    if (!changed) throw new Error('nothing was built');
    await asBo.send('POST', `/api/conversations/${changed.id}/claim`, { version: changed.version });
    const bulk = await done(asLead, CLOSE, { conversations: [changed] });
    expect(bulk).toMatchObject({ done: 0, refused: 1, may: { retry: true, undo: false } });
    expect(await followUp(asLead, bulk.id, 'retry')).toMatchObject({ total: 1, done: 1, refused: 0 });
    expect(await conversation(changed.id)).toMatchObject({ status: 'closed' });
  });

  it('tags, sets the priority and snoozes; each is taken back to what each row was', async () => {
    const picked = await queued(2);
    const [tagged, plain] = picked;
    if (!tagged || !plain) throw new Error('nothing was built');
    const tag = await buildTag();
    const tagOne = { version: tagged.version, add: [tag] };
    await asLead.send('POST', `/api/conversations/${tagged.id}/tags`, tagOne);
    const now = await Promise.all(picked.map(({ id }) => marks(id)));
    const seen = now.map(({ id, version }) => ({ id, version }));
    const until = new Date(desk.clock.now().getTime() + 3_600_000).toISOString();
    const acts: [BulkOrder, object][] = [
      [{ act: 'tag', add: [tag], remove: [] }, { tagIds: [tag] }],
      [{ act: 'priority', priority: 'urgent', reason: 'Before the frost.' }, { priority: 'urgent' }],
      [{ act: 'snooze', until, untilMessage: false }, { snoozedUntil: new Date(until) }],
    ];
    const carriedOut: BulkView[] = [];
    for (const [what, marked] of acts) {
      const bulk = await done(asLead, what, { conversations: seen });
      expect(await refused(asLead, bulk.id)).toEqual([]);
      expect(bulk).toMatchObject({ done: 2 });
      for (const { id } of picked) expect(await marks(id)).toMatchObject(marked);
      carriedOut.push(bulk);
    }
    for (const bulk of carriedOut.toReversed())
      expect(await followUp(asLead, bulk.id, 'undo')).toMatchObject({ refused: 0 });
    expect(await Promise.all(picked.map(({ id }) => marks(id)))).toMatchObject(now.map(({ version, ...rest }) => rest));
  });
});
