import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConversationView, HistoryEntry } from '#contracts/conversations.http.js';
import type { LetterView } from '#contracts/letters.http.js';
import type { Department } from '#database/entities/department.entity.js';
import { WordsOfActs1795000000020 } from '#database/migrations/0020-words-of-acts.migration.js';
import {
  buildChannel,
  buildDepartment,
  buildGrants,
  buildOfficer,
  buildOfficial,
  buildPolicy,
} from '../../../test/support/build.js';
import { type OfficerClient, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { MergingDesk } from '../../../test/support/merging.js';
import { within } from '../../../test/support/warned-desk.js';

/** In everything that anybody writes here. */
const MARK = 'zebrafinch';
const said = (of: string) => `${MARK} ${of}`;

describe('the record of events', () => {
  let desk: TestDesk;
  let there: Department;
  let asAll: OfficerClient;
  let asReviewer: OfficerClient;
  let at: MergingDesk;
  let officialId: string;

  beforeAll(async () => {
    desk = await startDesk();
    const department = await buildDepartment(desk.dataSource, { answerWithinHours: null });
    await buildPolicy(desk.dataSource, department, within(24));
    officialId = (await buildOfficial(desk.dataSource, department)).id;
    there = await buildDepartment(desk.dataSource, { answerWithinHours: 24 });
    const { key } = await buildChannel(desk.dataSource);
    const roles = ['officer', 'supervisor', 'moderator'] as const;
    const all = await buildOfficer(desk.dataSource, { department, roles: [...roles], isAvailable: false });
    await buildGrants(desk.dataSource, all.id, { id: there.id, roles });
    asAll = await signIn(desk.api, all.email);
    const reviewer = await buildOfficer(desk.dataSource, { department, roles: ['reviewer'] });
    asReviewer = await signIn(desk.api, reviewer.email);
    at = new MergingDesk(desk, { key, department, lead: asAll });
  });
  afterAll(() => desk.close());

  const done = async (answer: Promise<{ status: number; body: unknown }>) => {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(`was answered ${status}: ${JSON.stringify(body)}`);
    await desk.drain();
  };
  const act = (id: string, verb: string, more: object) => done(at.act(asAll, id, verb, more));
  const received = (more: object = {}) => at.received({ body: `The lamp is dark: ${said(randomUUID())}.`, ...more });
  const history = async (id: string, type: HistoryEntry['type']) => {
    const { items } = (await asAll.get(`/api/conversations/${id}/events`)).body as { items: HistoryEntry[] };
    return items.findLast((entry) => entry.type === type)?.detail;
  };

  const ACTS: Record<string, () => Promise<unknown[]>> = {
    'closing and reopening': async () => {
      const id = await received();
      await act(id, 'close', { reason: said('close') });
      expect(await history(id, 'conversation.closed')).toMatchObject({ reason: said('close') });
      await act(id, 'reopen', {});
      return [id];
    },
    'priority and snoozing': async () => {
      const id = await received();
      await act(id, 'priority', { priority: 'urgent', reason: said('priority') });
      const until = new Date(desk.clock.now().getTime() + 86_400_000).toISOString();
      await act(id, 'snooze', { until, untilMessage: true, reason: said('snooze') });
      expect(await history(id, 'conversation.prioritised')).toMatchObject({ to: 'urgent', reason: said('priority') });
      expect(await history(id, 'conversation.snoozed')).toMatchObject({ reason: said('snooze') });
      return [id];
    },
    'a transfer': async () => {
      const id = await received();
      const clock = { clock: 'restart', clockReason: said('clock') };
      await act(id, 'transfer', { department: there.slug, note: said('handover'), ...clock });
      const words = { note: said('handover'), clockReason: said('clock') };
      expect(await history(id, 'conversation.transferred')).toMatchObject(words);
      expect((await at.read(id)).handover).toMatchObject(words);
      const { items } = (await asAll.get(`/api/conversations/${id}/deadlines`)).body as { items: object[] };
      expect(JSON.stringify(items)).toContain(said('clock'));
      return [id];
    },
    'merging, parting and splitting': async () => {
      const externalId = randomUUID();
      const [id, into] = [await received({ externalId }), await received()];
      await done(at.merge(asAll, id, into, { reason: said('merge') }));
      expect(await history(id, 'conversation.merged')).toMatchObject({ reason: said('merge') });
      expect(await history(into, 'conversation.absorbed')).toMatchObject({ reason: said('merge') });
      await act(id, 'unmerge', { reason: said('unmerge') });
      expect(await history(id, 'conversation.unmerged')).toMatchObject({ reason: said('unmerge') });
      expect(await history(into, 'conversation.parted')).toMatchObject({ reason: said('unmerge') });
      await at.followUp(externalId, { body: `And the bench: ${said('further')}.` });
      const further = (await at.read(id)).thread.at(-1);
      await act(id, 'split', { messageIds: [further?.id], title: said('title'), reason: said('split') });
      expect(await history(id, 'conversation.split')).toMatchObject({ reason: said('split') });
      return [id, into];
    },
    'answers, corrections, drafts and notes': async () => {
      const id = await received();
      await act(id, 'claim', {});
      await act(id, 'notes', { noteId: randomUUID(), body: said('note') });
      const { version } = await at.read(id);
      const draft = { version: 0, body: said('draft'), replyId: randomUUID() };
      await asAll.send('PUT', `/api/conversations/${id}/draft`, draft);
      const until = new Date(desk.clock.now().getTime() + 3 * 86_400_000).toISOString();
      await done(
        asAll.send('POST', `/api/conversations/${id}/replies`, {
          ...{ version, replyId: randomUUID(), kind: 'holding', body: '', until, reason: said('holding') },
        }),
      );
      const replyId = randomUUID();
      await act(id, 'replies', { replyId, body: said('answer') });
      await desk.passTime(120_000);
      const correction = { version: 1, body: said('better'), reason: said('correction') };
      await done(asAll.send('POST', `/api/conversations/${id}/replies/${replyId}/corrections`, correction));
      expect(await history(id, 'reply.corrected')).toMatchObject({ reason: said('correction') });
      return [id];
    },
    moderation: async () => {
      const id = await received();
      const { thread } = (await at.read(id)) as ConversationView;
      const hide = { messageId: thread[0]?.id, version: 0, decision: 'hide', reason: 'abuse', note: said('moderator') };
      await done(asAll.send('POST', '/api/moderation/decisions', hide));
      expect(await history(id, 'message.hidden')).toMatchObject({ reason: 'abuse', note: said('moderator') });
      return [id];
    },
    'a letter': async () => {
      const id = await received();
      const { body: drafted } = await asAll.send('POST', '/api/letters', { conversationId: id });
      const { id: letterId, text, version } = drafted as LetterView;
      const written = { ...text, officialId, title: said('letter'), body: said('letter') };
      await done(asAll.send('PUT', `/api/letters/${letterId}/draft`, { version, ...written }));
      const read = async () => (await asAll.get(`/api/letters/${letterId}`)).body as LetterView;
      await done(asAll.send('POST', `/api/letters/${letterId}/submit`, { version: (await read()).version }));
      const order = { version: (await read()).version, note: said('returned') };
      await done(asReviewer.send('POST', `/api/letters/${letterId}/return`, order));
      expect(await history(id, 'letter.returned')).toMatchObject({ note: said('returned') });
      return [id];
    },
  };

  it.each(Object.keys(ACTS))('holds no word of %s, and the history shows them', async (act) => {
    await ACTS[act]?.();
  });

  it('holds none of all those words', async () => {
    const found: unknown[] = await desk.dataSource.query(
      `SELECT type, payload FROM conversation_event WHERE payload::text ILIKE '%' || $1 || '%'`,
      [MARK],
    );
    expect(found).toEqual([]);
    const types: { type: string }[] = await desk.dataSource.query('SELECT DISTINCT type FROM conversation_event');
    expect(types.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['reply.corrected', 'letter.returned', 'message.hidden', 'conversation.split-off']),
    );
  });

  it('had them before: the migration moves what there is, and back', async () => {
    const marked = () =>
      desk.dataSource.query(`SELECT id, payload FROM conversation_event WHERE payload::text LIKE '%' || $1 || '%'`, [
        MARK,
      ]);
    const kept = () => desk.dataSource.query('SELECT * FROM words_of_act ORDER BY conversation_id, version');
    const before: unknown[] = await kept();
    const runner = desk.dataSource.createQueryRunner();
    const migration = new WordsOfActs1795000000020();
    try {
      await runner.query('ALTER TABLE conversation_event DISABLE TRIGGER USER');
      await migration.down(runner);
      const types: { type: string }[] = await runner.query(
        `SELECT DISTINCT type FROM conversation_event WHERE payload::text LIKE '%' || $1 || '%' ORDER BY type`,
        [MARK],
      );
      expect(types.map(({ type }) => type)).toEqual([
        ...['conversation.absorbed', 'conversation.closed', 'conversation.merged', 'conversation.parted'],
        ...['conversation.prioritised', 'conversation.snoozed', 'conversation.split', 'conversation.split-off'],
        ...[
          'conversation.transferred',
          'conversation.unmerged',
          'letter.returned',
          'message.hidden',
          'reply.corrected',
        ],
      ]);
    } finally {
      await migration.up(runner);
      await runner.query('ALTER TABLE conversation_event ENABLE ALWAYS TRIGGER conversation_event_stays');
      await runner.release();
    }
    expect(await marked()).toEqual([]);
    expect(await kept()).toEqual(before);
    expect(before.length).toBeGreaterThan(7);
  });
});
