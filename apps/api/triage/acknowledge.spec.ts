import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConversationView, HistoryEntry } from '#contracts/conversations.http.js';
import type { Department } from '#database/entities/department.entity.js';
import { buildChannel, buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { type OfficerClient, postAccepted, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';

const CLASSES = [
  { code: 'life', name: { en: 'Life and property', zh: '生命财产' } },
  { code: 'general', name: { en: 'General', zh: '一般' } },
];

describe('what triage says of a conversation before anybody takes it', () => {
  let desk: TestDesk;
  let department: Department;
  let asAna: OfficerClient;
  let asBo: OfficerClient;
  let asLead: OfficerClient;
  let asModerator: OfficerClient;
  let asStranger: OfficerClient;
  let key: string;
  let id: string;
  let externalId: string;

  beforeAll(async () => {
    desk = await startDesk({ site: true });
    department = await buildDepartment(desk.dataSource);
    const elsewhere = await buildDepartment(desk.dataSource);
    ({ key } = await buildChannel(desk.dataSource));
    await desk.dataSource.query(
      `INSERT INTO deadline_policy_version (department_id, version, policy, why, created_at) VALUES ($1, 9, $2, 'spec', $3)`,
      [department.id, { classes: CLASSES, rules: [], holdingDays: 0, warnAt: [1] }, desk.clock.now()],
    );
    const own = { department, isAvailable: false };
    const clientOf = async (fields: object) => signIn(desk.api, (await buildOfficer(desk.dataSource, fields)).email);
    asAna = await clientOf(own);
    asBo = await clientOf(own);
    asLead = await clientOf({ department, roles: ['supervisor'] });
    asModerator = await clientOf({ department, roles: ['moderator'] });
    asStranger = await clientOf({ department: elsewhere });
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    externalId = crypto.randomUUID();
    ({ conversationId: id } = await postAccepted(desk.api, key, { department: department.slug, externalId }));
    await desk.drain();
  });

  const read = async (client = asLead) => (await client.get(`/api/conversations/${id}`)).body as ConversationView;
  const act = async (verb: string, client: OfficerClient, more: object = {}) => {
    const { version } = await read();
    const answer = await client.send('POST', `/api/conversations/${id}/${verb}`, { version, ...more });
    await desk.drain();
    return answer;
  };
  const facts = async (type: string) => {
    const { body } = await asLead.get(`/api/conversations/${id}/events`);
    return (body as { items: HistoryEntry[] }).items.filter((entry) => entry.type === type);
  };

  describe('acknowledged', () => {
    it('is seen by a person, taken by nobody, and the citizen is told when', async () => {
      expect(await read(asAna)).toMatchObject({ acknowledgedAt: null, may: { acknowledge: true } });
      expect(await act('acknowledge', asAna)).toMatchObject({ status: 200, body: { status: 'queued' } });
      const now = await read(asAna);
      expect(now).toMatchObject({ acknowledgedAt: expect.any(String), assignment: null, may: { acknowledge: false } });
      expect(now.waitingSince).not.toBeNull();
      expect(await facts('conversation.acknowledged')).toMatchObject([{ actor: { kind: 'officer' } }]);
      const page = await (await fetch(`${desk.site}/conversations/${now.reference}?lang=en`)).text();
      expect(page).toContain('First looked at by an officer');
    });

    it('is said once, by two officers at the same moment too', async () => {
      const { version } = await read();
      const path = `/api/conversations/${id}/acknowledge`;
      const both = await Promise.all([asAna, asBo].map((client) => client.send('POST', path, { version })));
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(await act('acknowledge', asLead)).toMatchObject({ status: 200 });
      await desk.drain();
      expect(await facts('conversation.acknowledged')).toHaveLength(1);
    });

    it.each([
      ['claiming it', 'claim', {}],
      ['closing it', 'close', { reason: 'Answered on the telephone.' }],
    ])('is also whoever shows it by %s', async (_, verb, more) => {
      await act(verb, asAna, more);
      expect(await read(asAna)).toMatchObject({ acknowledgedAt: expect.any(String), may: { acknowledge: false } });
    });

    it('is nobody any more where what showed it was undone', async () => {
      const { version } = await read();
      const bulkId = crypto.randomUUID();
      const order = { act: 'close', reason: 'Spam.' };
      await asLead.send('POST', '/api/bulk', { id: bulkId, order, selection: { conversations: [{ id, version }] } });
      await desk.drain();
      expect(await read(asAna)).toMatchObject({ status: 'closed', acknowledgedAt: expect.any(String) });
      await asLead.send('POST', `/api/bulk/${bulkId}/undo`, { id: crypto.randomUUID() });
      await desk.drain();
      expect(await read(asAna)).toMatchObject({ status: 'queued', acknowledgedAt: null, may: { acknowledge: true } });
      expect(await act('acknowledge', asAna)).toMatchObject({ status: 200 });
      expect(await facts('conversation.acknowledged')).toHaveLength(1);
    });

    it('is nobody where the desk itself assigned it', async () => {
      const carol = await buildOfficer(desk.dataSource, { department, languages: [], seenAt: desk.clock.now() });
      const asCarol = await signIn(desk.api, carol.email);
      const { conversationId } = await postAccepted(desk.api, key, { department: department.slug });
      await desk.drain();
      id = conversationId;
      expect(await read(asCarol)).toMatchObject({
        status: 'assigned',
        acknowledgedAt: null,
        may: { acknowledge: true },
      });
      await desk.dataSource.query('UPDATE officer SET is_available = false WHERE id = $1', [carol.id]);
    });

    it('is for those who answer here, and for what waits', async () => {
      expect(await act('acknowledge', asModerator)).toMatchObject({ status: 403 });
      expect(await act('acknowledge', asStranger)).toMatchObject({ status: 404 });
      await act('close', asLead, { reason: 'Spam.' });
      expect(await act('acknowledge', asAna)).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
    });
  });

  describe('classified', () => {
    it('is of a class of the department, and again of none', async () => {
      expect(await act('class', asAna, { classCode: 'life' })).toMatchObject({ status: 200 });
      expect(await read()).toMatchObject({ classCode: 'life' });
      const { version } = await read();
      expect(await act('class', asBo, { classCode: 'life' })).toMatchObject({ status: 200, body: { version } });
      expect(await act('class', asLead, { classCode: null })).toMatchObject({ status: 200 });
      expect(await read()).toMatchObject({ classCode: null });
      expect(await facts('conversation.classified')).toMatchObject([
        { detail: { from: null, to: 'life', toClass: CLASSES[0]?.name } },
        { detail: { from: 'life', to: null } },
      ]);
    });

    it('is refused for a class that the department does not have, to strangers, and on an old screen', async () => {
      const unknown = await act('class', asAna, { classCode: 'utilities' });
      expect(unknown).toMatchObject({ status: 422, body: { errors: [{ field: 'classCode' }] } });
      expect(await act('class', asModerator, { classCode: 'life' })).toMatchObject({ status: 403 });
      expect(await act('class', asStranger, { classCode: 'life' })).toMatchObject({ status: 404 });
      expect(await act('class', asAna, { classCode: 'life', version: 1 })).toMatchObject({ status: 409 });
      expect(await act('class', asAna, {})).toMatchObject({ status: 422 });
      expect(await read()).toMatchObject({ classCode: null });
    });
  });
});
