import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Acted } from '#contracts/conversations.http.js';
import type { OversightLive } from '#contracts/oversight.http.js';
import type { Department } from '#database/entities/department.entity.js';
import type { Officer } from '#database/entities/officer.entity.js';
import { buildChannel, buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { type OfficerClient, postAccepted, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { MergingDesk } from '../../../test/support/merging.js';

const HOUR = 3_600_000;

describe('triage', () => {
  let desk: TestDesk;
  let department: Department;
  let other: Department;
  let ana: Officer;
  let lead: Officer;
  let stranger: Officer;
  let asAna: OfficerClient;
  let asLead: OfficerClient;
  let asStranger: OfficerClient;
  let key: string;
  let at: MergingDesk;
  let externalId: string;
  let id: string;

  beforeAll(async () => {
    desk = await startDesk();
    department = await buildDepartment(desk.dataSource);
    other = await buildDepartment(desk.dataSource);
    ({ key } = await buildChannel(desk.dataSource));
    // Nobody is available, so that every conversation waits for a hand.
    ana = await buildOfficer(desk.dataSource, { department, isAvailable: false });
    lead = await buildOfficer(desk.dataSource, { department, roles: ['supervisor'] });
    stranger = await buildOfficer(desk.dataSource, { department: other, isAvailable: false });
    await signInAll();
  });
  afterAll(() => desk.close());
  const signInAll = async () => {
    asAna = await signIn(desk.api, ana.email);
    asLead = await signIn(desk.api, lead.email);
    asStranger = await signIn(desk.api, stranger.email);
    at = new MergingDesk(desk, { key, department, lead: asLead });
  };
  beforeEach(async () => {
    externalId = randomUUID();
    ({ conversationId: id } = await postAccepted(desk.api, key, { department: department.slug, externalId }));
    await desk.drain();
  });

  const read = () => at.read(id, asAna);
  const act = (verb: string, more: object = {}, client = asAna) => at.act(client, id, verb, more);
  const listed = (query: string, client = asAna) => at.listed(query, client);
  const history = () => at.history(id, asAna);

  describe('priority', () => {
    it('brings what is urgent before every deadline, with the reason kept', async () => {
      await postAccepted(desk.api, key, { department: department.slug });
      await desk.drain();
      const before = await listed('view=queue');
      expect(before.indexOf(id)).toBeGreaterThan(-1);
      expect(await act('priority', { priority: 'urgent' })).toMatchObject({ status: 422 });
      await act('priority', { priority: 'urgent', reason: 'A pipe has burst.' });
      expect((await listed('view=queue'))[0]).toBe(id);
      expect((await listed('view=unassigned'))[0]).toBe(id);
      expect(await listed('view=queue&priority=urgent,high')).toEqual([id]);
      expect(await listed('view=all&priority=urgent,high')).toEqual([id]);
      expect((await history()).at(-1)).toMatchObject({
        type: 'conversation.prioritised',
        detail: { from: 'normal', to: 'urgent', reason: 'A pipe has burst.' },
      });
      // The inverse act takes it back.
      expect((await act('priority', { priority: 'normal' })).status).toBe(200);
      expect(await listed('view=queue')).toEqual(before);
    });

    it('is for officers and who leads, on what they saw', async () => {
      const moderator = await buildOfficer(desk.dataSource, { department, roles: ['moderator'] });
      const asModerator = await signIn(desk.api, moderator.email);
      expect((await act('priority', { priority: 'low' }, asModerator)).status).toBe(403);
      expect((await act('priority', { priority: 'low' }, asStranger)).status).toBe(404);
      const stale = { version: 1, priority: 'low' };
      expect(await asAna.send('POST', `/api/conversations/${id}/priority`, stale)).toMatchObject({
        status: 409,
        body: { code: 'stale-version', current: { status: 'queued' } },
      });
    });
  });

  describe('snooze', () => {
    const until = (hours: number) => new Date(desk.clock.now().getTime() + hours * HOUR).toISOString();

    it('takes it out of the lists of open work until its time, and wakes it once', async () => {
      await act('claim');
      expect((await act('snooze', { until: until(3), reason: 'The plumber comes then.' })).status).toBe(200);
      expect(await read()).toMatchObject({ status: 'assigned', assignment: { officer: { id: ana.id } } });
      for (const view of ['mine', 'queue']) expect(await listed(`view=${view}`)).not.toContain(id);
      expect(await listed('view=snoozed')).toContain(id);
      expect(await listed('view=queue&snoozed=true')).toContain(id);
      await desk.passTime(2 * HOUR);
      expect(await read()).toMatchObject({ status: 'assigned', snoozedUntil: expect.any(String) });
      await desk.passTime(HOUR + 1);
      await desk.passTime(HOUR);
      expect(await listed('view=queue')).toContain(id);
      const told = (await history()).filter(({ type }) => /snoozed|woken/.test(type));
      expect(told).toMatchObject([
        { type: 'conversation.snoozed', detail: { reason: 'The plumber comes then.' } },
        { type: 'conversation.woken', detail: { because: 'time' } },
      ]);
    });

    it('ends with a message of the citizen, whichever kind it was', async () => {
      await act('claim');
      await act('snooze', { untilMessage: true });
      expect(await read()).toMatchObject({ snoozedUntilMessage: true });
      await postAccepted(desk.api, key, { department: department.slug, inReplyTo: externalId });
      await desk.drain();
      expect(await read()).toMatchObject({ snoozedUntil: null, snoozedUntilMessage: false, status: 'assigned' });
      expect((await history()).map(({ type }) => type).slice(-2)).toEqual(['message.cleared', 'conversation.woken']);
    });

    it('ends when a moderator clears a message that was held', async () => {
      const moderator = await buildOfficer(desk.dataSource, { department, roles: ['moderator'] });
      const asModerator = await signIn(desk.api, moderator.email);
      await act('snooze', { until: until(3) });
      const held = {
        department: department.slug,
        inReplyTo: externalId,
        body: 'Please call me on 13800138000 about it.',
      };
      await postAccepted(desk.api, key, held);
      await desk.drain();
      expect(await read()).toMatchObject({ snoozedUntil: expect.any(String) });
      const messageId = (await read()).thread.at(-1)?.id;
      const decision = { messageId, version: 1, decision: 'publish', reason: 'consent-given' };
      const decided = await asModerator.send('POST', '/api/moderation/decisions', decision);
      expect(await read()).toMatchObject({
        snoozedUntil: null,
        version: (decided.body as { version: number }).version,
      });
    });

    it('that waits for the citizen comes back after a month all the same', async () => {
      await act('snooze', { untilMessage: true });
      await desk.passTime(31 * 24 * HOUR);
      await signInAll();
      expect(await read()).toMatchObject({ snoozedUntil: null });
    });

    it('is undone by waking, and is over when somebody takes, closes or transfers it', async () => {
      const { body } = await act('snooze', { until: until(3) });
      const { version } = body as Acted;
      expect((await asAna.send('POST', `/api/conversations/${id}/wake`, { version })).status).toBe(200);
      expect(await listed('view=unassigned')).toContain(id);
      await act('snooze', { until: until(3) });
      await act('claim');
      expect(await listed('view=mine')).toContain(id);
      await act('snooze', { until: until(3) });
      await act('close', { reason: 'Done.' });
      await act('reopen', {}, asLead);
      expect(await listed('view=unassigned')).toContain(id);
    });

    it('leaves the supervisor a figure that opens exactly what it counts', async () => {
      const figures = async () => {
        const { body } = await asLead.get('/api/oversight/live?timeZone=UTC');
        return (body as OversightLive).total;
      };
      const rows = async (view: string) => (await listed(`view=${view}&supervised=true`, asLead)).length;
      await act('snooze', { until: until(3) });
      const { unassigned, overdue } = await figures();
      expect({ unassigned, overdue }).toEqual({ unassigned: await rows('unassigned'), overdue: await rows('overdue') });
      expect(await listed('view=unassigned', asLead)).not.toContain(id);
    });

    it('is not given to an officer meanwhile', async () => {
      await act('snooze', { until: until(3) });
      const hand = await buildOfficer(desk.dataSource, { department, seenAt: desk.clock.now(), capacity: 100 });
      await desk.passTime(1_000);
      expect(await listed('view=unassigned')).toEqual([]);
      expect(await read()).toMatchObject({ status: 'queued', assignment: null });
      const { version } = await read();
      await asLead.send('POST', `/api/conversations/${id}/wake`, { version });
      await desk.drain();
      expect(await read()).toMatchObject({ status: 'assigned', assignment: { officer: { id: hand.id } } });
      await desk.dataSource.query('UPDATE officer SET is_available = false WHERE id = $1', [hand.id]);
    });

    it('refuses a time that is past or too far, a state that is not open, and who may not', async () => {
      expect((await act('snooze', { until: until(-1) })).status).toBe(422);
      expect((await act('snooze', { until: until(24 * 366) })).status).toBe(422);
      expect((await act('snooze')).status).toBe(422);
      await act('claim');
      const bo = await buildOfficer(desk.dataSource, { department, isAvailable: false });
      expect((await act('snooze', { until: until(1) }, await signIn(desk.api, bo.email))).status).toBe(403);
      await act('close', { reason: 'Done.' });
      expect(await act('snooze', { until: until(1) })).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
    });
  });
});
