import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mentionOf } from '#domain/notes/mentions.js';
import { listen } from '../../../test/support/clients.js';
import { type Notified, type NotifiedDesk, startNotifiedDesk } from '../../../test/support/notified-desk.js';
import { until } from '../../../test/support/until.js';

describe('notifications', () => {
  let desk: NotifiedDesk['desk'];
  let newStaff: NotifiedDesk['newStaff'];
  let here: Notified;

  beforeAll(async () => {
    ({ desk, newStaff } = await startNotifiedDesk());
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    here = await newStaff();
  });

  it('tells who was mentioned, and not who wrote', async () => {
    const { ana, bo, asAna, asBo } = here.staff;
    await here.mention(asAna, bo);
    await here.mention(asAna, ana);
    expect(await here.list(asBo)).toMatchObject([
      { kind: 'mentioned', count: 1, readAt: null, actorName: ana.name, conversation: { id: here.id } },
    ]);
    expect(await here.list(asAna)).toEqual([]);
    expect(await here.count(asBo)).toEqual({ unread: 1, mentions: 1, conversationIds: [here.id] });
  });

  it('tells only the newcomers of an edited note', async () => {
    const { ana, bo, asAna, asBo } = here.staff;
    const noteId = await here.mention(asAna, bo);
    await asAna.send('PUT', `/api/conversations/${here.id}/notes/${noteId}`, {
      version: 1,
      body: `${mentionOf(bo.id)} ${mentionOf(ana.id)} and all`,
    });
    await desk.drain();
    expect(await here.list(asBo)).toHaveLength(1);
  });

  it('never lets a later event cover a mention; the rest of a conversation shares a line', async () => {
    const { ana, bo, asAna, asBo, asLead } = here.staff;
    await here.act(asLead, 'assign', { officerId: bo.id });
    await here.mention(asAna, bo);
    await here.citizenWrites();
    await here.mention(asLead, bo);
    await here.citizenWrites();
    await here.act(asLead, 'assign', { officerId: ana.id });
    const lines = await here.list(asBo);
    expect(lines.map(({ kind, count: n }) => [kind, n])).toEqual([
      ['taken', 4],
      ['mentioned', 1],
      ['mentioned', 1],
    ]);
    expect(lines[0]?.kinds).toEqual(['assigned', 'citizen-wrote', 'taken']);
    expect(await here.count(asBo)).toMatchObject({ unread: 3, mentions: 2 });
    expect(await here.list(asAna)).toMatchObject([{ kind: 'assigned', count: 1 }]);
  });

  it('begins a new line once the earlier one was read', async () => {
    const { bo, asBo, asLead } = here.staff;
    await here.act(asLead, 'assign', { officerId: bo.id });
    await here.marked(asBo, { conversationId: here.id });
    await here.citizenWrites();
    expect((await here.list(asBo)).map(({ kind, count: n, readAt }) => [kind, n, readAt === null])).toEqual([
      ['citizen-wrote', 1, true],
      ['assigned', 1, false],
    ]);
  });

  it('tells who gets a conversation back, and who loses it, when a bulk act is taken back', async () => {
    const { ana, bo, asAna, asBo, asLead } = here.staff;
    await here.act(asLead, 'assign', { officerId: ana.id });
    await here.marked(asAna, { conversationId: here.id });
    const bulkId = randomUUID();
    const selection = { conversations: [{ id: here.id, version: await here.version() }] };
    await asLead.send('POST', '/api/bulk', { id: bulkId, order: { act: 'assign', officerId: bo.id }, selection });
    await desk.drain();
    await here.marked(asBo, { conversationId: here.id });
    await here.marked(asAna, { conversationId: here.id });
    await asLead.send('POST', `/api/bulk/${bulkId}/undo`, { id: randomUUID() });
    await desk.drain();
    expect(await here.list(asAna, '?unread=true')).toMatchObject([{ kind: 'assigned', count: 1 }]);
    expect(await here.list(asBo, '?unread=true')).toMatchObject([{ kind: 'taken', count: 1 }]);
  });

  it('tells who gets a conversation back when it is unmerged', async () => {
    const { bo, asBo, asLead } = here.staff;
    await here.act(asLead, 'assign', { officerId: bo.id });
    const merged = here.id;
    await here.opened();
    const intoId = here.id;
    const intoVersion = await here.version();
    here.id = merged;
    await here.act(asLead, 'merge', { intoId, intoVersion });
    for (const conversationId of [merged, intoId]) await here.marked(asBo, { conversationId });
    await here.act(asLead, 'unmerge');
    const told = (await here.list(asBo, '?unread=true')).map(({ kind, conversation }) => [kind, conversation?.id]);
    expect(new Set(told)).toEqual(
      new Set([
        ['assigned', merged],
        ['taken', intoId],
      ]),
    );
  });

  it('says nothing of what an officer does alone', async () => {
    const { asAna } = here.staff;
    await here.act(asAna, 'claim');
    await here.act(asAna, 'release');
    await here.citizenWrites();
    expect(await here.list(asAna)).toEqual([]);
  });

  it('tells what a lost job did not, once', async () => {
    const { bo, asAna, asBo } = here.staff;
    await here.mention(asAna, bo);
    await desk.passTime(61_000);
    const forgotten = async () => {
      await desk.dataSource.query('DELETE FROM notification WHERE officer_id = $1', [bo.id]);
      return desk.dataSource.query('DELETE FROM notification_source WHERE officer_id = $1 RETURNING event_id', [bo.id]);
    };
    expect(await desk.dataSource.query('SELECT * FROM untold_event')).toEqual([]);
    const [[event]] = await forgotten();
    // As the relay left it, and as if its job was in a Redis that is no more.
    await desk.dataSource.query('INSERT INTO untold_event VALUES ($1)', [event.event_id]);
    expect(await here.list(asBo)).toEqual([]);
    await desk.passTime(0);
    await desk.passTime(0);
    expect(await here.list(asBo)).toMatchObject([{ kind: 'mentioned', count: 1 }]);
    expect(await desk.dataSource.query('SELECT * FROM untold_event')).toEqual([]);
  });

  it('leaves to a newer worker what it does not know, and delivers the rest', async () => {
    const { bo, asAna, asBo } = here.staff;
    const [unknown]: { id: string }[] = await desk.dataSource.query(
      `WITH recorded AS (
         INSERT INTO conversation_event (id, type, actor_kind, payload, at)
         VALUES ('00000000-0000-7000-8000-000000000001', 'kiosk.opened', 'system', '{}', now()) RETURNING id
       ) INSERT INTO undelivered_event SELECT id FROM recorded RETURNING event_id AS id`,
    );
    const left = () => desk.dataSource.query('SELECT event_id AS id FROM undelivered_event');
    const note = { noteId: randomUUID(), body: `${mentionOf(bo.id)} please look` };
    expect((await asAna.send('POST', `/api/conversations/${here.id}/notes`, note)).status).toBe(201);
    await until(async () => (await here.list(asBo)).length === 1, 'the mention is told');
    expect(await left()).toEqual([unknown]);
    await desk.dataSource.query('DELETE FROM undelivered_event WHERE event_id = $1', [unknown?.id]);
  });

  it('tells once, however often the job runs', async () => {
    const { bo, asAna, asBo, asLead } = here.staff;
    await here.mention(asAna, bo);
    await here.act(asLead, 'assign', { officerId: bo.id });
    const events: { id: string }[] = await desk.dataSource.query(
      'INSERT INTO undelivered_event (event_id) SELECT id FROM conversation_event WHERE conversation_id = $1 RETURNING event_id AS id',
      [here.id],
    );
    expect(events.length).toBeGreaterThan(3);
    await desk.drain();
    expect((await here.list(asBo)).map(({ count: n }) => n)).toEqual([1, 1]);
  });

  it('rings the officer’s own consoles and nobody else’s', async () => {
    const { bo, asAna, asBo, asLead } = here.staff;
    const [bos, leads] = [await listen(desk.api, asBo.cookie), await listen(desk.api, asLead.cookie)];
    await here.mention(asAna, bo);
    expect(await bos.ring((ring) => ring.event === 'notification.changed')).toEqual({ event: 'notification.changed' });
    expect(leads.rings.filter((ring) => ring.event === 'notification.changed')).toEqual([]);
    const before = bos.rings.length;
    await here.marked(asBo, { conversationId: here.id });
    await bos.ring((ring) => bos.rings.indexOf(ring) >= before && ring.event === 'notification.changed');
    bos.close();
    leads.close();
  });
});
