import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConversationView, HistoryEntry } from '#contracts/conversations.http.js';
import type { ColleagueDraft, DraftView } from '#contracts/replies.http.js';
import type { Department } from '#database/entities/department.entity.js';
import type { Officer } from '#database/entities/officer.entity.js';
import { buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { listen, type OfficerClient, postAccepted, signIn } from '../../../test/support/clients.js';
import type { TestDesk } from '../../../test/support/desk.js';
import { startStaffedDesk } from '../../../test/support/staffed-desk.js';

const WORDS = 'Your street is cleaned on Tuesday, and the crew takes the leaves along.';

describe('drafts on the desk', () => {
  let desk: TestDesk;
  let department: Department;
  let ana: Officer;
  let bo: Officer;
  let asAna: OfficerClient;
  let asBo: OfficerClient;
  let asLead: OfficerClient;
  let key: string;
  let id: string;

  beforeAll(async () => {
    ({ desk, department, key, ana, bo, asAna, asBo, asLead } = await startStaffedDesk());
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    ({ conversationId: id } = await postAccepted(desk.api, key, { department: department.slug }));
    await desk.drain();
  });

  const draft = async (client = asAna) => (await client.get(`/api/conversations/${id}/draft`)).body as DraftView;
  const save = (version: number, body: string, client = asAna) =>
    client.send('PUT', `/api/conversations/${id}/draft`, { version, body });
  const saved = async (version: number, body: string, client = asAna) =>
    (await save(version, body, client)).body as DraftView;
  const earlier = async (client = asAna) =>
    ((await client.get(`/api/conversations/${id}/draft/earlier`)).body as { items: { body: string }[] }).items;
  const ofColleagues = async (client: OfficerClient) =>
    ((await client.get(`/api/conversations/${id}/drafts`)).body as { items: ColleagueDraft[] }).items;
  const takeOver = (client: OfficerClient, version = 0, fromOfficerId = ana.id) =>
    client.send('POST', `/api/conversations/${id}/draft/take-over`, { version, fromOfficerId });

  it('is empty at first, kept under a version, and the same on every device', async () => {
    expect(await draft()).toEqual({
      version: 0,
      body: '',
      kind: 'answer',
      holdingDate: null,
      holdingReason: '',
      updatedAt: null,
    });
    expect(await saved(0, 'Your street')).toMatchObject({ version: 1, body: 'Your street' });
    const onThePhone = await signIn(desk.api, ana.email);
    expect(await draft(onThePhone)).toMatchObject({ version: 1, body: 'Your street' });
    expect(await draft(asBo)).toMatchObject({ version: 0, body: '' });
  });

  it('refuses an older text with the newer one, and takes the same text twice', async () => {
    await save(0, 'Your street');
    await save(1, WORDS);
    expect(await save(1, 'Your road')).toMatchObject({
      status: 409,
      body: { code: 'stale-version', current: { version: 2, body: WORDS } },
    });
    expect(await save(1, WORDS)).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await draft()).toMatchObject({ version: 2, body: WORDS });
  });

  it('lets one of two devices save that save at the same moment', async () => {
    const answers = await Promise.all([save(0, 'From the desk.'), save(0, 'From the phone.')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('gives back what was written over', async () => {
    await save(0, WORDS);
    await save(1, '');
    await save(2, 'Something else.');
    expect(await earlier()).toMatchObject([{ body: WORDS }]);
    expect(await earlier(asBo)).toEqual([]);
  });

  it('rings the officer’s other consoles, and nobody else', async () => {
    const [own, other] = [await listen(desk.api, asAna.cookie), await listen(desk.api, asBo.cookie)];
    await save(0, WORDS);
    await own.ring((ring) => ring.event === 'draft.changed' && ring.conversationId === id);
    await save(0, 'His own words.', asBo);
    await other.ring((ring) => ring.event === 'draft.changed');
    expect(other.rings.filter((ring) => ring.event === 'draft.changed')).toHaveLength(1);
    expect(JSON.stringify(own.rings)).not.toContain('Tuesday');
    own.close();
    other.close();
  });

  it('is empty once it was sent; words from elsewhere that are not in the reply stay', async () => {
    const { version } = (await asAna.get(`/api/conversations/${id}`)).body as ConversationView;
    await asAna.send('POST', `/api/conversations/${id}/claim`, { version });
    await save(0, WORDS);
    const send = async (body: string) => {
      const { lastEntryId } = (await asAna.get(`/api/conversations/${id}`)).body as ConversationView;
      return asAna.send('POST', `/api/conversations/${id}/replies`, {
        replyId: crypto.randomUUID(),
        lastEntryId,
        body,
      });
    };
    expect(await send(`${WORDS} Goodbye.`)).toMatchObject({ status: 201, body: { draft: { version: 2, body: '' } } });
    await save(2, WORDS);
    expect(await send('Thank you!')).toMatchObject({ status: 201, body: { draft: { version: 3, body: WORDS } } });
  });

  describe('of a colleague', () => {
    it('is named to those who could go on with it and to supervisors, and read by them', async () => {
      await save(0, WORDS);
      expect(await ofColleagues(asBo)).toMatchObject([{ officer: { name: ana.name }, isStillHere: true }]);
      expect(await ofColleagues(asAna)).toEqual([]);
      for (const client of [asBo, asLead]) {
        expect((await client.get(`/api/conversations/${id}/drafts/${ana.id}`)).body).toMatchObject({ body: WORDS });
      }
      const reviewer = await buildOfficer(desk.dataSource, { department, roles: ['reviewer'] });
      const stranger = await buildOfficer(desk.dataSource, { department: await buildDepartment(desk.dataSource) });
      for (const [who, status] of [
        [reviewer, 403],
        [stranger, 404],
      ] as const) {
        const client = await signIn(desk.api, who.email);
        expect((await client.get(`/api/conversations/${id}/drafts`)).status).toBe(status);
        expect((await client.get(`/api/conversations/${id}/drafts/${ana.id}`)).status).toBe(status);
        expect((await save(0, 'x', client)).status).toBe(status);
        expect((await takeOver(client)).status).toBe(status);
      }
    });

    it('is taken over beside one’s own words; the colleague still finds theirs, and the history says so', async () => {
      await save(0, WORDS);
      await save(0, 'Good morning.', asBo);
      expect(await takeOver(asBo)).toMatchObject({ status: 409, body: { code: 'stale-version' } });
      const both = `Good morning.\n\n${WORDS}`;
      expect(await takeOver(asBo, 1)).toMatchObject({ status: 200, body: { version: 2, body: both } });
      expect(await takeOver(asBo, 1)).toMatchObject({ status: 200, body: { version: 2, body: both } });
      expect(await draft()).toMatchObject({ body: WORDS });
      const { items } = (await asLead.get(`/api/conversations/${id}/events`)).body as { items: HistoryEntry[] };
      const taken = items.filter((entry) => entry.type === 'draft.taken-over');
      expect(taken).toMatchObject([{ actor: { name: bo.name }, detail: { fromOfficerName: ana.name } }]);
      expect(JSON.stringify(taken)).not.toContain('Tuesday');
    });

    it('who was removed while writing is kept for the department, and the words for who wrote them', async () => {
      const eve = await buildOfficer(desk.dataSource, { department, isAvailable: false });
      const asEve = await signIn(desk.api, eve.email);
      await save(0, WORDS, asEve);
      await desk.dataSource.query('DELETE FROM role_grant WHERE officer_id = $1', [eve.id]);
      expect((await save(1, `${WORDS} More.`, asEve)).status).toBe(404);
      expect(await draft(asEve)).toMatchObject({ body: WORDS });
      expect(await ofColleagues(asBo)).toMatchObject([{ officer: { id: eve.id }, isStillHere: false }]);
      expect(await takeOver(asBo, 0, eve.id)).toMatchObject({ status: 200, body: { body: WORDS } });
    });
  });

  it('takes more than can be sent, but not everything', async () => {
    expect((await save(0, '物'.repeat(20_000))).status).toBe(200);
    expect((await save(1, '物'.repeat(20_001))).status).toBe(422);
    expect((await save(1, 'a \0 NUL')).status).toBe(422);
    expect((await save(-1, 'x')).status).toBe(422);
  });
});
