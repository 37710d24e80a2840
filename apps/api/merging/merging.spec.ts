import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConversationView, HistoryEntry } from '#contracts/conversations.http.js';
import type { InboxPage } from '#contracts/inbox.http.js';
import type { ActedPair, RelatedView } from '#contracts/merging.http.js';
import type { ResponseTimes } from '#contracts/oversight.http.js';
import type { Department } from '#database/entities/department.entity.js';
import type { Officer } from '#database/entities/officer.entity.js';
import { buildChannel, buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { type OfficerClient, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { MergingDesk } from '../../../test/support/merging.js';

const HOUR_MS = 3_600_000;
const author = { externalId: 'wang', name: 'Wang Fang' };

describe('two conversations about one matter', () => {
  let desk: TestDesk;
  let department: Department;
  let ana: Officer;
  let asAna: OfficerClient;
  let asBo: OfficerClient;
  let asLead: OfficerClient;
  let at: MergingDesk;
  let first: string;
  let second: string;

  beforeAll(async () => {
    desk = await startDesk();
    department = await buildDepartment(desk.dataSource);
    const { key } = await buildChannel(desk.dataSource);
    ana = await buildOfficer(desk.dataSource, { department, isAvailable: false });
    const bo = await buildOfficer(desk.dataSource, { department, isAvailable: false });
    const lead = await buildOfficer(desk.dataSource, { department, roles: ['supervisor'] });
    asAna = await signIn(desk.api, ana.email);
    asBo = await signIn(desk.api, bo.email);
    asLead = await signIn(desk.api, lead.email);
    at = new MergingDesk(desk, { key, department, lead: asLead });
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    first = await at.received({ externalId: randomUUID() });
    second = await at.received({ externalId: randomUUID() });
  });

  const historyOf = async (id: string) =>
    ((await asLead.get(`/api/conversations/${id}/events`)).body as { items: HistoryEntry[] }).items;
  const inbox = async (query: string) => ((await asLead.get(`/api/inbox?${query}&limit=100`)).body as InboxPage).items;
  /** What must be the same again after a merge was taken back. */
  const stateOf = ({ status, waitingSince, answerDueAt, firstAnsweredAt, assignment, ...view }: ConversationView) => ({
    ...{ status, waitingSince, answerDueAt, firstAnsweredAt },
    holder: status === 'assigned' ? assignment?.officer.id : null,
    thread: view.thread.map((entry) => entry.id),
  });

  describe('merged', () => {
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
      expect((await historyOf(second)).at(-1)).toMatchObject({
        type: 'conversation.merged',
        actor: { name: ana.name },
        detail: { intoReference: one.reference, reason: 'The same lamp.' },
      });
      expect((await historyOf(first)).at(-1)).toMatchObject({
        type: 'conversation.absorbed',
        detail: { fromReference: other.reference },
      });
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
        const ids = (await inbox(query)).map(({ id }) => id);
        expect([query, ids.includes(first), ids.includes(second)]).toEqual([query, true, false]);
      }
      expect((await inbox('view=all&status=merged')).map(({ id }) => id)).toContain(second);
    });

    it('is one answer in the response times, not two', async () => {
      const answered = async () => {
        const path = '/api/oversight/response-times?groupBy=department&timeZone=UTC';
        return ((await asLead.get(path)).body as ResponseTimes).total.n;
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
      expect((await historyOf(survivor)).map(({ type }) => type).slice(-2)).toEqual([
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

  describe('not merged', () => {
    it('on an old screen of either', async () => {
      const [one, other] = [await at.read(first), await at.read(second)];
      await at.act(asAna, first, 'claim');
      const order = { version: other.version, intoId: first, intoVersion: one.version };
      expect(await asAna.send('POST', `/api/conversations/${second}/merge`, order)).toMatchObject({
        status: 409,
        body: { code: 'stale-version' },
      });
      expect((await at.read(second)).status).toBe('queued');
    });

    it('by who has neither, nor where a colleague works on one', async () => {
      await at.act(asBo, second, 'claim');
      expect((await at.merge(asAna, second, first)).status).toBe(403);
      expect((await at.merge(asAna, first, second)).status).toBe(403);
      expect((await at.merge(asBo, first, second)).status).toBe(200);
      const elsewhere = await buildDepartment(desk.dataSource);
      const stranger = await buildOfficer(desk.dataSource, { department: elsewhere });
      expect((await at.merge(await signIn(desk.api, stranger.email), second, first)).status).toBe(404);
    });

    it('under a reply that is about to leave', async () => {
      const waits = async (seconds: number) =>
        desk.dataSource.query('UPDATE department SET undo_seconds = $1 WHERE id = $2', [seconds, department.id]);
      await waits(60);
      await at.act(asAna, first, 'claim');
      await at.reply(asAna, first, 'It is repaired.');
      await waits(0);
      for (const [id, into] of [
        [first, second],
        [second, first],
      ] as const)
        expect(await at.merge(asAna, id, into)).toMatchObject({ status: 409, body: { code: 'reply-waiting' } });
      await desk.passTime(61_000);
      expect((await at.merge(asAna, second, first)).status).toBe(200);
    });

    it('with another department, with itself, before it was screened, or off the public page', async () => {
      const why = async (id: string, into: string) =>
        ((await at.merge(asLead, id, into)).body as { current?: object }).current;
      expect(await why(first, first)).toMatchObject({ why: 'itself' });
      const unseen = await at.received({ visibility: 'department' });
      expect(await why(first, unseen)).toMatchObject({ why: 'would-hide' });
      const held = await at.received({ body: 'Call me at 13812345678 about the lamp at the school gate.' });
      expect(await why(held, first)).toMatchObject({ why: 'not-screened' });
      const drafted = await at.received();
      await asAna.send('POST', '/api/letters', { conversationId: drafted });
      expect(await why(drafted, first)).toMatchObject({ why: 'letter-in-progress' });
      expect((await at.merge(asLead, first, drafted)).status).toBe(200);
    });
  });

  describe('unmerged', () => {
    it('gives both back exactly what they were', async () => {
      await at.act(asAna, second, 'claim');
      const before = [stateOf(await at.read(first)), stateOf(await at.read(second))];
      await at.merge(asAna, second, first);
      const undone = await at.act(asAna, second, 'unmerge', { reason: 'Another lamp.' });
      expect(undone).toMatchObject({
        status: 200,
        body: { conversation: { status: 'assigned' }, other: { status: 'queued' } },
      });
      expect([stateOf(await at.read(first)), stateOf(await at.read(second))]).toEqual(before);
      expect((await historyOf(second)).at(-1)).toMatchObject({
        type: 'conversation.unmerged',
        detail: { reason: 'Another lamp.' },
      });
      expect((await historyOf(first)).at(-1)?.type).toBe('conversation.parted');
    });

    it('leaves an answer that was given to both with both', async () => {
      await at.act(asAna, first, 'claim');
      await at.merge(asAna, second, first);
      await at.reply(asAna, first, 'Both lamps are repaired.');
      await at.act(asAna, second, 'unmerge');
      for (const id of [first, second]) {
        const view = await at.read(id);
        expect(view).toMatchObject({ status: 'answered', waitingSince: null, firstAnsweredAt: expect.any(String) });
        expect(view.thread.at(-1)).toMatchObject({ kind: 'reply', body: 'Both lamps are repaired.' });
      }
    });

    it('takes along what its citizen has written since, which waits anew', async () => {
      const externalId = randomUUID();
      const leaving = await at.received({ externalId });
      await at.act(asAna, first, 'claim');
      await at.merge(asAna, leaving, first);
      await at.reply(asAna, first, 'Repaired.');
      desk.clock.advance(HOUR_MS);
      await at.followUp(externalId, { body: 'It is out again tonight, and it rains.' });
      expect((await at.read(first)).status).toBe('queued');
      await at.act(asAna, leaving, 'unmerge');
      expect(await at.read(first)).toMatchObject({ status: 'answered', waitingSince: null });
      const view = await at.read(leaving);
      expect(view).toMatchObject({ status: 'queued', waitingSince: expect.any(String) });
      const due = Date.parse(view.answerDueAt ?? '') - Date.parse(view.waitingSince ?? '');
      expect(due).toBe((department.answerWithinHours ?? 0) * HOUR_MS);
      expect(view.thread.at(-1)).toMatchObject({ body: 'It is out again tonight, and it rains.' });
    });

    it('waits for what its citizen wrote while the answer to both waited to leave', async () => {
      const externalId = randomUUID();
      const leaving = await at.received({ externalId });
      await at.act(asAna, first, 'claim');
      await at.merge(asAna, leaving, first);
      const waits = async (seconds: number) =>
        desk.dataSource.query('UPDATE department SET undo_seconds = $1 WHERE id = $2', [seconds, department.id]);
      await waits(60);
      await at.reply(asAna, first, 'Repaired.');
      await waits(0);
      desk.clock.advance(20_000);
      await at.followUp(externalId, { body: 'It is out again tonight, and it rains.' });
      await desk.passTime(61_000);
      await at.act(asAna, leaving, 'unmerge');
      expect(await at.read(leaving)).toMatchObject({ status: 'queued', waitingSince: expect.any(String) });
      expect(await at.read(first)).toMatchObject({ status: 'answered', waitingSince: null });
    });

    it('goes to the queue where its officer has something heavy in hand now', async () => {
      const busy = await buildOfficer(desk.dataSource, { department, isAvailable: false, capacity: 2 });
      const asBusy = await signIn(desk.api, busy.email);
      await at.act(asBusy, second, 'claim');
      await at.act(asAna, first, 'claim');
      await at.merge(asLead, second, first);
      const heavy = await at.received();
      await at.act(asBusy, heavy, 'claim');
      expect((await at.act(asLead, heavy, 'priority', { priority: 'urgent', reason: 'No water.' })).status).toBe(200);
      await at.act(asLead, second, 'unmerge');
      expect((await at.read(second)).status).toBe('queued');
    });

    it('goes to the queue where its officer has left', async () => {
      const gone = await buildOfficer(desk.dataSource, { department, isAvailable: false });
      const asGone = await signIn(desk.api, gone.email);
      await at.act(asGone, second, 'claim');
      await at.act(asAna, first, 'claim');
      await at.merge(asLead, second, first);
      await desk.dataSource.query('UPDATE officer SET is_active = false WHERE id = $1', [gone.id]);
      await at.act(asLead, second, 'unmerge');
      expect((await at.read(second)).status).toBe('queued');
    });

    it('only from the screen that shows it as it is', async () => {
      expect((await at.act(asAna, second, 'unmerge')).body).toMatchObject({ code: 'wrong-state' });
      await at.merge(asAna, second, first);
      const stale = await asAna.send('POST', `/api/conversations/${second}/unmerge`, { version: 1 });
      expect(stale).toMatchObject({ status: 409, body: { code: 'stale-version' } });
    });
  });

  describe('split', () => {
    it('gives messages about something else a reference, a promise and an officer of their own', async () => {
      const externalId = randomUUID();
      const source = await at.received({ externalId, author });
      await at.act(asAna, source, 'claim');
      await at.reply(asAna, source, 'The lamp is repaired.');
      desk.clock.advance(HOUR_MS);
      await at.followUp(externalId, { author, body: 'Besides, our bins were not emptied this week.' });
      const { thread, version } = await at.read(source);
      const chosen = thread.at(-1)?.id ?? '';
      const order = { version, messageIds: [chosen], title: 'Bins', reason: 'Another matter.' };
      const { status, body } = await asAna.send('POST', `/api/conversations/${source}/split`, order);
      await desk.drain();
      expect(status).toBe(201);
      const { conversation, other } = body as ActedPair;
      expect(other).toMatchObject({ id: source, status: 'answered' });
      const made = await at.read(conversation.id);
      expect(made).toMatchObject({
        status: 'queued',
        title: 'Bins',
        firstAnsweredAt: null,
        citizen: { name: author.name },
      });
      expect(Date.parse(made.answerDueAt ?? '') - Date.parse(made.waitingSince ?? '')).toBe(168 * HOUR_MS);
      expect(made.thread.map(({ id }) => id)).toEqual([chosen]);
      expect(await at.read(source)).toMatchObject({ status: 'answered', waitingSince: null });
      expect((await historyOf(made.id)).map(({ type }) => type)).toEqual(['conversation.split-off']);
      const around = (await asAna.get(`/api/conversations/${source}/related`)).body as RelatedView;
      expect(around.splitOff.map(({ id }) => id)).toEqual([made.id]);
      const repeated = await at.followUp(externalId, { author, body: 'Besides …' });
      expect(repeated.conversationId).toBe(source);

      expect((await at.merge(asAna, made.id, source)).status).toBe(200);
      expect((await at.read(source)).thread.map(({ id }) => id)).toContain(chosen);
    });

    it('answers the same message with the same ids, wherever it has gone', async () => {
      const [externalId, furtherId] = [randomUUID(), randomUUID()];
      const source = await at.received({ externalId, author });
      const further = { author, externalId: furtherId, body: 'Besides, our bins were not emptied this week.' };
      const accepted = await at.followUp(externalId, further);
      const chosen = (await at.read(source)).thread.at(-1)?.id;
      await at.act(asLead, source, 'split', { messageIds: [chosen] });
      expect(await at.followUp(externalId, further)).toEqual({ ...accepted, duplicate: true });
    });

    it('refuses the opening, nothing, and what is not there', async () => {
      const { thread } = await at.read(first);
      const why = async (messageIds: unknown[]) => (await at.act(asLead, first, 'split', { messageIds })).body;
      expect(await why([thread[0]?.id])).toMatchObject({ code: 'not-splittable', current: { why: 'opening' } });
      expect(await why([randomUUID()])).toMatchObject({ code: 'not-splittable', current: { why: 'not-its-own' } });
      expect(await why([])).toMatchObject({ code: 'invalid' });
    });
  });

  describe('suggested', () => {
    it('are those that say the same, and the others of the same citizen, of departments that the officer reads', async () => {
      const body = 'The pedestrian light at the hospital crossing turns red after two seconds, nobody gets across.';
      const mine = { externalId: `citizen-${randomUUID()}`, name: 'Zhao Min' };
      const one = await at.received({ body, author: mine });
      const copy = await at.received({ body: `Good day! ${body} Thank you.` });
      const again = await at.received({ body: 'When does the library open on Sunday?', author: mine });
      const elsewhere = await buildDepartment(desk.dataSource);
      await at.received({ author: mine, department: elsewhere.slug });
      const { status, body: view } = await asAna.get(`/api/conversations/${one}/related`);
      expect(status).toBe(200);
      const { others, duplicates } = view as RelatedView;
      expect(others.map(({ id }) => id)).toEqual([again]);
      expect(duplicates.slice(0, 2).map(({ id, because }) => [id, because])).toEqual([
        [copy, 'alike'],
        [again, 'same-citizen'],
      ]);
      const reference = (await at.read(copy)).reference.toLowerCase();
      const named = await asAna.get(`/api/conversations/${one}/merge-candidate?reference=${reference}`);
      expect(named).toMatchObject({ status: 200, body: { id: copy } });
      expect((await asAna.get(`/api/conversations/${one}/merge-candidate?reference=BJ-0000-0000`)).status).toBe(404);
    });
  });
});
