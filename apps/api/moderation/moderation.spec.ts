import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConversationView, HistoryEntry } from '#contracts/conversations.http.js';
import type { HeldMessage } from '#contracts/moderation.http.js';
import type { Department } from '#database/entities/department.entity.js';
import { buildChannel, buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { type OfficerClient, postAccepted, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { until } from '../../../test/support/until.js';

describe('the first gate', () => {
  let desk: TestDesk;
  let department: Department;
  let key: string;
  let officer: OfficerClient;
  let moderator: OfficerClient;

  beforeAll(async () => {
    desk = await startDesk();
    department = await buildDepartment(desk.dataSource);
    ({ key } = await buildChannel(desk.dataSource));
    officer = await signIn(desk.api, (await buildOfficer(desk.dataSource, { department, capacity: 100 })).email);
    moderator = await signIn(
      desk.api,
      (await buildOfficer(desk.dataSource, { department, roles: ['moderator'] })).email,
    );
  });
  afterAll(() => desk.close());

  const held = async () => (await moderator.get('/api/moderation/queue')).body as { items: HeldMessage[] };
  const read = async (id: string) => (await officer.get(`/api/conversations/${id}`)).body as ConversationView;
  const post = async (body: string, more: Record<string, unknown> = {}) => {
    const accepted = await postAccepted(desk.api, key, { department: department.slug, body, ...more });
    await desk.drain();
    return accepted;
  };

  it('clears an ordinary message and queues it for an officer', async () => {
    const { conversationId } = await post('The street lamp in front of the kindergarten has been out for a week.');
    const view = await read(conversationId);
    expect(view.status).toBe('assigned');
    expect(view.thread[0]).toMatchObject({ state: 'visible', findings: [] });
  });

  it('holds personal data, shows the moderator where it is, and publishes it with a reason', async () => {
    const { conversationId } = await post('Please call me back on 13800138000 about the heating.');
    expect((await read(conversationId)).status).toBe('held');
    const item = (await held()).items.find((entry) => entry.conversationId === conversationId);
    expect(item?.findings).toEqual([
      expect.objectContaining({ phase: 'personal-data', kind: 'mobile-number', field: 'body' }),
    ]);
    const [finding] = item?.findings ?? [];
    expect(item?.body.slice(finding?.start, finding?.end)).toBe('13800138000');
    const decision = { messageId: item?.messageId, version: 1, decision: 'publish', reason: 'consent-given' };
    expect((await moderator.send('POST', '/api/moderation/decisions', decision)).status).toBe(201);
    await desk.drain();
    expect(await read(conversationId)).toMatchObject({ status: 'assigned', thread: [{ state: 'visible' }] });
    const again = await moderator.send('POST', '/api/moderation/decisions', decision);
    expect(again).toMatchObject({ status: 409, body: { code: 'stale-version', current: { state: 'visible' } } });
  });

  it('hides with a reason; the conversation still goes to an officer', async () => {
    const { conversationId } = await post('My id is 11010519491231002X and nobody answers.');
    const item = (await held()).items.find((entry) => entry.conversationId === conversationId);
    const decision = {
      messageId: item?.messageId,
      version: 1,
      decision: 'hide',
      reason: 'personal-data',
      note: 'The whole number is in it.',
    };
    expect((await moderator.send('POST', '/api/moderation/decisions', decision)).status).toBe(201);
    await desk.drain();
    expect(await read(conversationId)).toMatchObject({
      status: 'assigned',
      publicUrl: null,
      thread: [{ state: 'hidden' }],
    });
    const { items } = (await officer.get(`/api/conversations/${conversationId}/events`)).body as {
      items: HistoryEntry[];
    };
    expect(items.map((entry) => entry.type)).toEqual([
      'message.received',
      'message.held',
      'message.hidden',
      'conversation.assigned',
    ]);
    expect(items[2]?.detail).toMatchObject({ reason: 'personal-data', note: 'The whole number is in it.' });
  });

  it('asks for a reason of the catalogue', async () => {
    const { conversationId } = await post('Write to me at wang.fang@example.com please, about the drain.');
    const item = (await held()).items.find((entry) => entry.conversationId === conversationId);
    const decide = (more: object) =>
      moderator.send('POST', '/api/moderation/decisions', { messageId: item?.messageId, version: 1, ...more });
    expect((await decide({ decision: 'hide' })).status).toBe(422);
    expect((await decide({ decision: 'hide', reason: 'nothing-wrong' })).status).toBe(422);
  });

  it('screens the name that would be shown, too, but not that of a pseudonym', async () => {
    const author = { externalId: 'named', name: 'Call 13800138000' };
    const body = 'The lift in block four has been broken since Monday.';
    const shown = await post(body, { author });
    const pseudonym = await post(`${body} Again.`, { author, visibility: 'pseudonym' });
    const item = (await held()).items.find((entry) => entry.conversationId === shown.conversationId);
    expect(item?.findings).toEqual([expect.objectContaining({ kind: 'mobile-number', field: 'name' })]);
    expect((await read(pseudonym.conversationId)).status).toBe('assigned');
  });

  it('is for moderators of the department only', async () => {
    const { conversationId } = await post('Transfer it to card 4539 1488 0343 6467, they said.');
    const item = (await held()).items.find((entry) => entry.conversationId === conversationId);
    const decision = { messageId: item?.messageId, version: 1, decision: 'publish', reason: 'nothing-wrong' };
    expect((await officer.send('POST', '/api/moderation/decisions', decision)).status).toBe(403);
    const elsewhere = await buildDepartment(desk.dataSource);
    const stranger = await signIn(
      desk.api,
      (await buildOfficer(desk.dataSource, { department: elsewhere, roles: ['moderator'] })).email,
    );
    expect((await stranger.send('POST', '/api/moderation/decisions', decision)).status).toBe(404);
    expect(((await stranger.get('/api/moderation/queue')).body as { items: unknown[] }).items).toEqual([]);
  });

  it('holds the same text of the same citizen, but not of many citizens', async () => {
    const author = { externalId: 'campaigner', name: 'Zhang Wei' };
    const body = 'Bring back the night bus on line 7, we all need it.';
    const first = await post(body, { author });
    const second = await post(`  ${body.toUpperCase()} `, { author });
    const other = await post(body);
    expect((await read(first.conversationId)).status).toBe('assigned');
    expect((await read(second.conversationId)).status).toBe('held');
    expect((await read(other.conversationId)).status).toBe('assigned');
  });

  it('opens the conversation again, with a new promise, when the citizen writes after the answer', async () => {
    const externalId = crypto.randomUUID();
    const { conversationId } = await post('When does the swimming pool open again after the repairs?', { externalId });
    const { version, answerDueAt } = await read(conversationId);
    const answer = { version, replyId: crypto.randomUUID(), body: 'On the first of next month.' };
    expect((await officer.send('POST', `/api/conversations/${conversationId}/replies`, answer)).status).toBe(201);
    expect(await read(conversationId)).toMatchObject({ status: 'answered', waitingSince: null });
    desk.clock.advance(5_000);
    await post('That is what was said last month, too.', { inReplyTo: externalId });
    const reopened = await read(conversationId);
    expect(reopened.status).toBe('assigned');
    expect(Date.parse(reopened.answerDueAt ?? '')).toBeGreaterThan(Date.parse(answerDueAt ?? ''));
    expect(reopened.thread.map((entry) => entry.kind)).toEqual(['message', 'reply', 'message']);
  });

  it('does not let an old screen publish what a colleague has hidden', async () => {
    const { conversationId } = await post('Ask for me on 13900139000, about the school place.');
    const item = (await held()).items.find((entry) => entry.conversationId === conversationId);
    const { messageId } = item ?? {};
    await moderator.send('POST', '/api/moderation/decisions', {
      ...{ messageId, version: 1, decision: 'hide', reason: 'personal-data' },
    });
    const stale = { messageId, version: 1, decision: 'publish', reason: 'nothing-wrong' };
    expect((await moderator.send('POST', '/api/moderation/decisions', stale)).status).toBe(409);
    expect(await read(conversationId)).toMatchObject({ thread: [{ state: 'hidden' }] });
  });

  it('says where a message has gone that was split off at the same moment', async () => {
    const externalId = crypto.randomUUID();
    const { conversationId } = await post('The tap in the park has been dry for two weeks.', { externalId });
    await post('Besides, the gate is locked on Sundays.', { inReplyTo: externalId });
    const other = await post('When is the town hall open on the holiday?');
    const messageId = (await read(conversationId)).thread.at(-1)?.id;
    const splitting = desk.dataSource.createQueryRunner();
    await splitting.startTransaction();
    await splitting.query('SELECT 1 FROM conversation WHERE id = $1 FOR UPDATE', [conversationId]);
    const hide = { messageId, version: 0, decision: 'hide', reason: 'personal-data' };
    const decided = moderator.send('POST', '/api/moderation/decisions', hide);
    const isWaiting = async () => {
      const rows: unknown[] = await desk.dataSource.query(
        `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
      );
      return rows.length > 0;
    };
    await until(isWaiting, 'the decision waits for the conversation');
    await splitting.query('UPDATE message SET conversation_id = $2 WHERE id = $1', [messageId, other.conversationId]);
    await splitting.commitTransaction();
    await splitting.release();
    const { conversationId: current } = other;
    expect(await decided).toMatchObject({
      status: 409,
      body: { code: 'stale-version', current: { conversationId: current } },
    });
    expect((await read(current)).thread).toContainEqual(expect.objectContaining({ id: messageId, state: 'visible' }));
  });

  it('asks an officer again even when the follow-up carries the time of the opening', async () => {
    const externalId = crypto.randomUUID();
    const postedAt = new Date(Date.now() - 3_600_000).toISOString();
    const { conversationId } = await post('Is the library open on the holiday?', { externalId, postedAt });
    const { version } = await read(conversationId);
    const answer = { version, replyId: crypto.randomUUID(), body: 'Yes, until noon.' };
    await officer.send('POST', `/api/conversations/${conversationId}/replies`, answer);
    await post('And the one in the old town, too?', { inReplyTo: externalId, postedAt });
    expect((await read(conversationId)).status).toBe('assigned');
  });
});
