import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  MarkedRead,
  NotificationCount,
  NotificationPage,
  NotificationSettings,
  NotificationView,
} from '#contracts/notifications.http.js';
import type { Department } from '#database/entities/department.entity.js';
import type { Officer } from '#database/entities/officer.entity.js';
import { mentionOf } from '#domain/notes/mentions.js';
import { buildChannel, buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { listen, type OfficerClient, postAccepted, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { until } from '../../../test/support/until.js';

describe('notifications', () => {
  let desk: TestDesk;
  let department: Department;
  let elsewhere: Department;
  let ana: Officer;
  let bo: Officer;
  let asAna: OfficerClient;
  let asBo: OfficerClient;
  let asLead: OfficerClient;
  let key: string;
  let externalId: string;
  let id: string;

  beforeAll(async () => {
    desk = await startDesk();
    department = await buildDepartment(desk.dataSource);
    elsewhere = await buildDepartment(desk.dataSource);
    ({ key } = await buildChannel(desk.dataSource));
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    ana = await buildOfficer(desk.dataSource, { department, isAvailable: false });
    bo = await buildOfficer(desk.dataSource, { department, isAvailable: false });
    const lead = await buildOfficer(desk.dataSource, { department, roles: ['supervisor'] });
    [asAna, asBo, asLead] = [
      await signIn(desk.api, ana.email),
      await signIn(desk.api, bo.email),
      await signIn(desk.api, lead.email),
    ];
    await opened();
  });

  const opened = async () => {
    externalId = randomUUID();
    ({ conversationId: id } = await postAccepted(desk.api, key, { department: department.slug, externalId }));
    await desk.drain();
  };
  const version = async () => ((await asLead.get(`/api/conversations/${id}`)).body as { version: number }).version;
  const act = async (client: OfficerClient, verb: string, more: object = {}) => {
    const answer = await client.send('POST', `/api/conversations/${id}/${verb}`, { version: await version(), ...more });
    if (answer.status >= 300) throw new Error(`${verb} was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    await desk.drain();
  };
  const mention = async (client: OfficerClient, officer: Officer) => {
    const note = { noteId: randomUUID(), body: `${mentionOf(officer.id)} please look` };
    expect((await client.send('POST', `/api/conversations/${id}/notes`, note)).status).toBe(201);
    await desk.drain();
    return note.noteId;
  };
  const citizenWrites = async () => {
    await postAccepted(desk.api, key, { department: department.slug, inReplyTo: externalId });
    await desk.drain();
  };
  const list = async (client: OfficerClient, query = '') =>
    ((await client.get(`/api/notifications${query}`)).body as NotificationPage).items;
  const count = async (client: OfficerClient) =>
    (await client.get('/api/notifications/count')).body as NotificationCount;
  const marked = async (client: OfficerClient, what: object) =>
    (await client.send('POST', '/api/notifications/read', what)).body as MarkedRead;

  it('tells who was mentioned, and not who wrote', async () => {
    await mention(asAna, bo);
    await mention(asAna, ana);
    expect(await list(asBo)).toMatchObject([
      { kind: 'mentioned', count: 1, readAt: null, actorName: ana.name, conversation: { id } },
    ]);
    expect(await list(asAna)).toEqual([]);
    expect(await count(asBo)).toEqual({ unread: 1, mentions: 1, conversationIds: [id] });
  });

  it('tells only the newcomers of an edited note', async () => {
    const noteId = await mention(asAna, bo);
    await asAna.send('PUT', `/api/conversations/${id}/notes/${noteId}`, {
      version: 1,
      body: `${mentionOf(bo.id)} ${mentionOf(ana.id)} and all`,
    });
    await desk.drain();
    expect(await list(asBo)).toHaveLength(1);
  });

  it('never lets a later event cover a mention; the rest of a conversation shares a line', async () => {
    await act(asLead, 'assign', { officerId: bo.id });
    await mention(asAna, bo);
    await citizenWrites();
    await mention(asLead, bo);
    await citizenWrites();
    await act(asLead, 'assign', { officerId: ana.id });
    const lines = await list(asBo);
    expect(lines.map(({ kind, count: n }) => [kind, n])).toEqual([
      ['taken', 4],
      ['mentioned', 1],
      ['mentioned', 1],
    ]);
    expect(lines[0]?.kinds).toEqual(['assigned', 'citizen-wrote', 'taken']);
    expect(await count(asBo)).toMatchObject({ unread: 3, mentions: 2 });
    expect(await list(asAna)).toMatchObject([{ kind: 'assigned', count: 1 }]);
  });

  it('begins a new line once the earlier one was read', async () => {
    await act(asLead, 'assign', { officerId: bo.id });
    await marked(asBo, { conversationId: id });
    await citizenWrites();
    expect((await list(asBo)).map(({ kind, count: n, readAt }) => [kind, n, readAt === null])).toEqual([
      ['citizen-wrote', 1, true],
      ['assigned', 1, false],
    ]);
  });

  it('tells who gets a conversation back, and who loses it, when a bulk act is taken back', async () => {
    await act(asLead, 'assign', { officerId: ana.id });
    await marked(asAna, { conversationId: id });
    const bulkId = randomUUID();
    const selection = { conversations: [{ id, version: await version() }] };
    await asLead.send('POST', '/api/bulk', { id: bulkId, order: { act: 'assign', officerId: bo.id }, selection });
    await desk.drain();
    await marked(asBo, { conversationId: id });
    await marked(asAna, { conversationId: id });
    await asLead.send('POST', `/api/bulk/${bulkId}/undo`, { id: randomUUID() });
    await desk.drain();
    expect(await list(asAna, '?unread=true')).toMatchObject([{ kind: 'assigned', count: 1 }]);
    expect(await list(asBo, '?unread=true')).toMatchObject([{ kind: 'taken', count: 1 }]);
  });

  it('tells who gets a conversation back when it is unmerged', async () => {
    await act(asLead, 'assign', { officerId: bo.id });
    const merged = id;
    await opened();
    const intoId = id;
    const intoVersion = await version();
    id = merged;
    await act(asLead, 'merge', { intoId, intoVersion });
    for (const conversationId of [merged, intoId]) await marked(asBo, { conversationId });
    await act(asLead, 'unmerge');
    const told = (await list(asBo, '?unread=true')).map(({ kind, conversation }) => [kind, conversation?.id]);
    expect(new Set(told)).toEqual(
      new Set([
        ['assigned', merged],
        ['taken', intoId],
      ]),
    );
  });

  it('says nothing of what an officer does alone', async () => {
    await act(asAna, 'claim');
    await act(asAna, 'release');
    await citizenWrites();
    expect(await list(asAna)).toEqual([]);
  });

  it('tells what a lost job did not, once', async () => {
    await mention(asAna, bo);
    await desk.passTime(61_000);
    const forgotten = async () => {
      await desk.dataSource.query('DELETE FROM notification WHERE officer_id = $1', [bo.id]);
      return desk.dataSource.query('DELETE FROM notification_source WHERE officer_id = $1 RETURNING event_id', [bo.id]);
    };
    expect(await desk.dataSource.query('SELECT * FROM untold_event')).toEqual([]);
    const [[event]] = await forgotten();
    // As the relay left it, and as if its job was in a Redis that is no more.
    await desk.dataSource.query('INSERT INTO untold_event VALUES ($1)', [event.event_id]);
    expect(await list(asBo)).toEqual([]);
    await desk.passTime(0);
    await desk.passTime(0);
    expect(await list(asBo)).toMatchObject([{ kind: 'mentioned', count: 1 }]);
    expect(await desk.dataSource.query('SELECT * FROM untold_event')).toEqual([]);
  });

  it('leaves to a newer worker what it does not know, and delivers the rest', async () => {
    const [unknown]: { id: string }[] = await desk.dataSource.query(
      `WITH recorded AS (
         INSERT INTO conversation_event (id, type, actor_kind, payload, at)
         VALUES ('00000000-0000-7000-8000-000000000001', 'kiosk.opened', 'system', '{}', now()) RETURNING id
       ) INSERT INTO undelivered_event SELECT id FROM recorded RETURNING event_id AS id`,
    );
    const left = () => desk.dataSource.query('SELECT event_id AS id FROM undelivered_event');
    const note = { noteId: randomUUID(), body: `${mentionOf(bo.id)} please look` };
    expect((await asAna.send('POST', `/api/conversations/${id}/notes`, note)).status).toBe(201);
    await until(async () => (await list(asBo)).length === 1, 'the mention is told');
    expect(await left()).toEqual([unknown]);
    await desk.dataSource.query('DELETE FROM undelivered_event WHERE event_id = $1', [unknown?.id]);
  });

  it('tells once, however often the job runs', async () => {
    await mention(asAna, bo);
    await act(asLead, 'assign', { officerId: bo.id });
    const events: { id: string }[] = await desk.dataSource.query(
      'INSERT INTO undelivered_event (event_id) SELECT id FROM conversation_event WHERE conversation_id = $1 RETURNING event_id AS id',
      [id],
    );
    expect(events.length).toBeGreaterThan(3);
    await desk.drain();
    expect((await list(asBo)).map(({ count: n }) => n)).toEqual([1, 1]);
  });

  it('rings the officer’s own consoles and nobody else’s', async () => {
    const [bos, leads] = [await listen(desk.api, asBo.cookie), await listen(desk.api, asLead.cookie)];
    await mention(asAna, bo);
    expect(await bos.ring((ring) => ring.event === 'notification.changed')).toEqual({ event: 'notification.changed' });
    expect(leads.rings.filter((ring) => ring.event === 'notification.changed')).toEqual([]);
    const before = bos.rings.length;
    await marked(asBo, { conversationId: id });
    await bos.ring((ring) => bos.rings.indexOf(ring) >= before && ring.event === 'notification.changed');
    bos.close();
    leads.close();
  });

  it('marks one, those of a conversation, and all that was there to be seen; each can be taken back', async () => {
    await mention(asAna, bo);
    await act(asLead, 'assign', { officerId: bo.id });
    const first = id;
    await opened();
    await mention(asAna, bo);
    const [newest, ...older] = await list(asBo);
    expect(older).toHaveLength(2);
    expect(await marked(asBo, { ids: [newest?.id] })).toMatchObject({ count: 1 });
    expect(await marked(asBo, { ids: [newest?.id] })).toMatchObject({ count: 0 });
    expect(await marked(asAna, { ids: older.map((line) => line.id) })).toMatchObject({ count: 0 });
    const { readAt } = await marked(asBo, { conversationId: first });
    expect((await count(asBo)).unread).toBe(0);
    expect((await asBo.send('POST', '/api/notifications/unread', { readAt })).body).toEqual({ count: 2 });
    await mention(asAna, bo);
    const { at = '' } = older[0] ?? {};
    const all = await marked(asBo, { upTo: at });
    expect(all.count).toBe(2);
    expect((await count(asBo)).unread).toBe(1);
    await asBo.send('POST', '/api/notifications/unread', { readAt: all.readAt });
    expect((await count(asBo)).unread).toBe(3);
  });

  it('takes back without making two lines of one conversation', async () => {
    await act(asLead, 'assign', { officerId: bo.id });
    const { readAt } = await marked(asBo, { conversationId: id });
    await citizenWrites();
    expect((await asBo.send('POST', '/api/notifications/unread', { readAt })).body).toEqual({ count: 0 });
    const lines = await list(asBo);
    await marked(asBo, { conversationId: id });
    const ids = lines.map((line) => line.id);
    expect((await asBo.send('POST', '/api/notifications/unread', { ids })).body).toEqual({ count: 1 });
    expect((await list(asBo, '?unread=true')).map(({ kind }) => kind)).toEqual(['citizen-wrote']);
  });

  it('hides and does not count what has moved to where the officer may not read', async () => {
    await mention(asAna, bo);
    await act(asLead, 'assign', { officerId: bo.id });
    await act(asLead, 'transfer', { department: elsewhere.slug });
    expect(await list(asBo)).toEqual([]);
    expect(await count(asBo)).toEqual({ unread: 0, mentions: 0, conversationIds: [] });
  });

  it('pages newest first, and through the unread alone', async () => {
    for (let n = 0; n < 5; n += 1) await mention(asAna, bo);
    const [third] = (await list(asBo)).slice(2);
    await marked(asBo, { ids: [third?.id] });
    const pages: NotificationView[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const more: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
      const page = (await asBo.get(`/api/notifications?unread=true&limit=2${more}`)).body as NotificationPage;
      pages.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(pages).toHaveLength(4);
    expect(pages.map(({ at }) => at)).toEqual(
      pages
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
    for (const query of ['cursor=x', 'limit=0', 'unread=maybe', 'officer=1']) {
      expect([query, (await asBo.get(`/api/notifications?${query}`)).status]).toEqual([query, 422]);
    }
  });

  it('follows the officer’s settings', async () => {
    const settings = (await asBo.get('/api/notifications/settings')).body as NotificationSettings;
    expect(settings).toMatchObject({ digest: { isOn: true, afterMinutes: 30 }, isMailSet: false });
    const { isMailSet: _, ...given } = settings;
    const kinds = { ...given.kinds, assigned: { inApp: false, browser: false, mail: false } };
    expect((await asBo.send('PUT', '/api/notifications/settings', { ...given, kinds })).body).toMatchObject({
      kinds: { assigned: { inApp: false }, mentioned: { inApp: true } },
    });
    await act(asLead, 'assign', { officerId: bo.id });
    await mention(asAna, bo);
    expect((await list(asBo)).map(({ kind }) => kind)).toEqual(['mentioned']);
    const { mentioned: __, ...incomplete } = kinds;
    for (const bad of [
      { ...given, kinds: incomplete },
      { ...given, kinds: { ...kinds, other: kinds.assigned } },
      { ...given, digest: { isOn: true, afterMinutes: 4 } },
    ]) {
      expect((await asBo.send('PUT', '/api/notifications/settings', bad)).status).toBe(422);
    }
  });

  it('forgets what was read three months ago', async () => {
    await mention(asAna, bo);
    await mention(asAna, bo);
    const [read] = await list(asBo);
    await marked(asBo, { ids: [read?.id] });
    await desk.dataSource.query(
      `UPDATE notification SET read_at = read_at - interval '91 days' WHERE read_at IS NOT NULL`,
    );
    await desk.passTime(0);
    expect((await list(asBo)).map((line) => line.id)).not.toContain(read?.id);
    expect(await list(asBo)).toHaveLength(1);
  });
});
