import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConversationView } from '#contracts/conversations.http.js';
import type { Figures } from '#contracts/oversight.http.js';
import type { Department } from '#database/entities/department.entity.js';
import type { Officer } from '#database/entities/officer.entity.js';
import type { OfficerClient } from '../../../test/support/clients.js';
import { type StaffedDesk, startStaffedDesk } from '../../../test/support/staffed-desk.js';
import { until } from '../../../test/support/until.js';

const author = { externalId: 'wang', name: 'Wang Fang' };

describe('two conversations that are merged', () => {
  let desk: StaffedDesk['desk'];
  let department: Department;
  let ana: Officer;
  let asAna: OfficerClient;
  let asLead: OfficerClient;
  let at: StaffedDesk['at'];
  let first: string;
  let second: string;

  beforeAll(async () => {
    ({ desk, department, ana, asAna, asLead, at } = await startStaffedDesk());
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    first = await at.received({ externalId: randomUUID() });
    second = await at.received({ externalId: randomUUID() });
  });

  it('is one thread in order, with where each entry came from, and one piece of work', async () => {
    const [one, other] = [await at.read(first), await at.read(second)];
    const merged = await at.merge(asAna, second, first, { reason: 'The same lamp.' });
    expect(merged).toMatchObject({ status: 200, body: { conversation: { status: 'merged' }, other: { id: first } } });
    const survivor = await at.read(first);
    expect(survivor).toMatchObject({ status: 'queued', mergedParts: 1, waitingSince: one.waitingSince });
    expect(survivor.thread.map((entry) => entry.id)).toEqual([...one.thread, ...other.thread].map(({ id }) => id));
    expect(survivor.thread.map((entry) => 'origin' in entry && entry.origin)).toEqual([
      null,
      { id: second, reference: other.reference },
    ]);
    expect(await at.read(second)).toMatchObject({
      status: 'merged',
      mergedInto: { id: first, reference: one.reference },
      waitingSince: null,
      may: { reply: false, claim: false, close: false, unmerge: true },
    });
    expect((await at.history(second)).at(-1)).toMatchObject({
      type: 'conversation.merged',
      actor: { name: ana.name },
      detail: { intoReference: one.reference, reason: 'The same lamp.' },
    });
    expect((await at.history(first)).at(-1)).toMatchObject({
      type: 'conversation.absorbed',
      detail: { fromReference: other.reference },
    });
  });

  it('is locked in the order of ids by a message of the citizen too, so that nothing else has to stand back', async () => {
    const externalId = randomUUID();
    const part = await at.received({ externalId });
    expect((await at.merge(asAna, part, first)).status).toBe(200);
    expect(first < part).toBe(true);
    const deriving = desk.dataSource.createQueryRunner();
    await deriving.startTransaction();
    await deriving.query('SELECT 1 FROM conversation WHERE id = $1 FOR NO KEY UPDATE', [first]);
    const written = at.followUp(externalId);
    const isWaiting = async () => {
      const rows: unknown[] = await desk.dataSource.query(
        `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
      );
      return rows.length > 0;
    };
    await until(isWaiting, 'the message waits for the conversation in which its own is carried on');
    const lockPart = deriving.query('SELECT 1 FROM conversation WHERE id = $1 FOR NO KEY UPDATE NOWAIT', [part]);
    const refusal = await lockPart.then(() => null).catch(String);
    await deriving.rollbackTransaction();
    await deriving.release();
    expect(refusal).toBeNull();
    await written;
    expect((await at.read(first)).thread).toHaveLength(3);
  });

  it('waits under the earlier promise, with the officer of the survivor, else of the other', async () => {
    const earlier = await at.read(first);
    await at.act(asAna, first, 'claim');
    expect((await at.merge(asAna, first, second)).status).toBe(200);
    expect(await at.read(second)).toMatchObject({
      status: 'assigned',
      waitingSince: earlier.waitingSince,
      answerDueAt: earlier.answerDueAt,
      assignment: { officer: { id: ana.id }, reason: { rule: 'by-hand' } },
    });
  });

  it('opens an answered survivor again for who still waits, and the answer is for both', async () => {
    await at.act(asAna, first, 'claim');
    await at.reply(asAna, first, 'The lamp is repaired.');
    await at.act(asAna, second, 'claim');
    await at.merge(asAna, second, first);
    expect(await at.read(first)).toMatchObject({ status: 'assigned', waitingSince: expect.any(String) });
    expect((await at.reply(asAna, first, 'This one too.')).status).toBe(201);
    expect(await at.read(first)).toMatchObject({ status: 'answered', waitingSince: null });
    const bodies = (await at.read(second)).thread.map((entry) => 'body' in entry && entry.body);
    expect(bodies).toContain('This one too.');
    expect(bodies).not.toContain('The lamp is repaired.');
  });

  it('stands in no list and no figure but by name', async () => {
    await at.merge(asAna, second, first);
    for (const query of ['view=queue', 'view=all', 'view=unassigned']) {
      const ids = await at.listed(query);
      expect([query, ids.includes(first), ids.includes(second)]).toEqual([query, true, false]);
    }
    expect(await at.listed('view=all&status=merged')).toContain(second);
  });

  it('is one answer in the response times, not two', async () => {
    const answered = async () => {
      await desk.passTime(0);
      const path = '/api/oversight/response-times?groupBy=department';
      return ((await asLead.get(path)).body as Figures).total.n;
    };
    for (const id of [first, second]) {
      await at.act(asAna, id, 'claim');
      await at.reply(asAna, id, 'It is repaired.');
    }
    const before = await answered();
    await at.merge(asAna, second, first);
    expect(await answered()).toBe(before - 1);
    await at.act(asAna, second, 'unmerge');
    expect(await answered()).toBe(before);
  });

  it('refuses every act and names the survivor', async () => {
    await at.merge(asAna, second, first);
    const verbs: [string, object][] = [
      ['claim', {}],
      ['assign', { officerId: ana.id }],
      ['release', {}],
      ['transfer', { department: department.slug }],
      ['close', { reason: 'Done.' }],
      ['reopen', {}],
      ['replies', { replyId: randomUUID(), body: 'Hello.' }],
      ['split', { messageIds: [randomUUID()] }],
    ];
    for (const [verb, body] of verbs) {
      const refused = await at.act(asLead, second, verb, body);
      expect([verb, refused]).toMatchObject([
        verb,
        { status: 409, body: { code: 'merged', current: { mergedIntoId: first } } },
      ]);
    }
    const third = await at.received();
    expect(await at.merge(asAna, third, second)).toMatchObject({
      status: 409,
      body: { code: 'merged', current: { mergedIntoId: first } },
    });
    const letter = await asAna.send('POST', '/api/letters', { conversationId: second });
    expect(letter).toMatchObject({ status: 409, body: { code: 'merged' } });
  });

  it('takes what was merged into it along, and gives it back', async () => {
    const third = await at.received();
    await at.merge(asAna, third, second);
    await at.merge(asAna, second, first);
    expect((await at.read(third)).mergedInto?.id).toBe(first);
    expect((await at.read(first)).thread).toHaveLength(3);
    expect(await at.act(asAna, third, 'unmerge')).toMatchObject({
      status: 409,
      body: { code: 'not-mergeable', current: { why: 'moved-along', conversationId: second } },
    });
    await at.act(asAna, second, 'unmerge');
    expect((await at.read(third)).mergedInto?.id).toBe(second);
    expect((await at.read(second)).thread).toHaveLength(2);
    await at.act(asAna, third, 'unmerge');
    expect(await at.read(third)).toMatchObject({ status: 'queued', mergedInto: null });
  });

  it('gives back what was merged one into the other, link by link', async () => {
    const chain = [first, second];
    for (let more = 0; more < 3; more++) chain.push(await at.received());
    const [a = '', b = '', c = '', d = '', e = ''] = chain;
    for (const [id, into] of [
      [a, b],
      [b, c],
      [c, d],
      [d, e],
    ] as const)
      expect((await at.merge(asAna, id, into)).status).toBe(200);
    const holds = async (id: string) => (await at.read(id)).thread.length;
    expect(await holds(e)).toBe(5);
    expect((await at.act(asAna, d, 'unmerge')).status).toBe(200);
    expect((await at.act(asAna, c, 'unmerge')).status).toBe(200);
    expect([await holds(e), await holds(d), await holds(c)]).toEqual([1, 1, 3]);
    expect(await at.act(asAna, a, 'unmerge')).toMatchObject({
      status: 409,
      body: { current: { conversationId: b } },
    });
    expect((await at.act(asAna, b, 'unmerge')).status).toBe(200);
    expect([await holds(c), await holds(b)]).toEqual([1, 2]);
    expect((await at.read(a)).mergedInto?.id).toBe(b);
    expect((await at.act(asAna, a, 'unmerge')).status).toBe(200);
    for (const id of chain) expect(await at.read(id)).toMatchObject({ status: 'queued', mergedInto: null });
  });

  it('has its replies corrected where it is carried on', async () => {
    await at.act(asAna, second, 'claim');
    await at.reply(asAna, second, 'It is repaired on Monday.');
    await at.merge(asAna, second, first);
    const entry = (await at.read(first, asAna)).thread.find(({ kind }) => kind === 'reply');
    expect(entry).toMatchObject({ origin: { id: second }, may: { correct: true } });
    const correction = {
      version: 1,
      body: 'It is repaired on Tuesday.',
      reason: 'Wrong day.',
      withholdEarlier: false,
    };
    const path = `/api/conversations/${first}/replies/${entry?.id}/corrections`;
    expect((await asAna.send('POST', path, correction)).status).toBe(200);
  });

  it('is decided once where two officers press at the same moment, also in both directions', async () => {
    const [one, other] = [await at.read(first), await at.read(second)];
    const order = (id: string, version: number, into: ConversationView) =>
      asLead.send('POST', `/api/conversations/${id}/merge`, { version, intoId: into.id, intoVersion: into.version });
    const answers = await Promise.all([
      order(first, one.version, other),
      order(second, other.version, one),
      order(second, other.version, one),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const views = [await at.read(first), await at.read(second)];
    expect(views.map(({ status }) => status).sort()).toEqual(['merged', 'queued']);
  });

  it('carries on there what its citizen writes further', async () => {
    const externalId = randomUUID();
    const [survivor, merged] = [await at.received({ author }), await at.received({ externalId })];
    await at.merge(asAna, merged, survivor);
    await at.act(asAna, survivor, 'claim');
    await at.reply(asAna, survivor, 'It is repaired.');
    const further = { externalId: randomUUID(), body: 'It is dark again, on the other side of the gate.' };
    const accepted = await at.followUp(externalId, further);
    expect(accepted).toMatchObject({ conversationId: merged, duplicate: false });
    expect(await at.followUp(externalId, further)).toEqual({ ...accepted, duplicate: true });
    const view = await at.read(survivor);
    expect(view).toMatchObject({ status: 'queued', waitingSince: expect.any(String) });
    expect(view.thread.at(-1)).toMatchObject({ body: further.body, origin: { id: merged } });
    expect((await at.read(merged)).status).toBe('merged');
    expect((await at.history(survivor)).map(({ type }) => type).slice(-2)).toEqual([
      'message.received',
      'message.cleared',
    ]);
  });

  it('tells an officer who was writing that there is more to answer now', async () => {
    await at.act(asAna, first, 'claim');
    const { lastEntryId } = await at.read(first);
    await at.merge(asLead, second, first);
    const reply = { replyId: randomUUID(), body: 'The lamp is repaired.', lastEntryId };
    const refused = await asAna.send('POST', `/api/conversations/${first}/replies`, reply);
    expect(refused).toMatchObject({ status: 409, body: { code: 'something-new' } });
    const { lastEntryId: read } = await at.read(first);
    const sent = await asAna.send('POST', `/api/conversations/${first}/replies`, { ...reply, lastEntryId: read });
    expect(sent.status).toBe(201);
  });
});
