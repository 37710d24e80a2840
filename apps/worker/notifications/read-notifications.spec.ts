import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NotificationPage, NotificationSettings, NotificationView } from '#contracts/notifications.http.js';
import { type Notified, type NotifiedDesk, startNotifiedDesk } from '../../../test/support/notified-desk.js';

describe('the list of notifications', () => {
  let desk: NotifiedDesk['desk'];
  let elsewhere: NotifiedDesk['elsewhere'];
  let newStaff: NotifiedDesk['newStaff'];
  let here: Notified;

  beforeAll(async () => {
    ({ desk, elsewhere, newStaff } = await startNotifiedDesk());
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    here = await newStaff();
  });

  it('marks one, those of a conversation, and all that was there to be seen; each can be taken back', async () => {
    const { bo, asAna, asBo, asLead } = here.staff;
    await here.mention(asAna, bo);
    await here.act(asLead, 'assign', { officerId: bo.id });
    const first = here.id;
    await here.opened();
    await here.mention(asAna, bo);
    const [newest, ...older] = await here.list(asBo);
    expect(older).toHaveLength(2);
    expect(await here.marked(asBo, { ids: [newest?.id] })).toMatchObject({ count: 1 });
    expect(await here.marked(asBo, { ids: [newest?.id] })).toMatchObject({ count: 0 });
    expect(await here.marked(asAna, { ids: older.map((line) => line.id) })).toMatchObject({ count: 0 });
    const { readAt } = await here.marked(asBo, { conversationId: first });
    expect((await here.count(asBo)).unread).toBe(0);
    expect((await asBo.send('POST', '/api/notifications/unread', { readAt })).body).toEqual({ count: 2 });
    await here.mention(asAna, bo);
    const { at = '' } = older[0] ?? {};
    const all = await here.marked(asBo, { upTo: at });
    expect(all.count).toBe(2);
    expect((await here.count(asBo)).unread).toBe(1);
    await asBo.send('POST', '/api/notifications/unread', { readAt: all.readAt });
    expect((await here.count(asBo)).unread).toBe(3);
  });

  it('takes back without making two lines of one conversation', async () => {
    const { bo, asBo, asLead } = here.staff;
    await here.act(asLead, 'assign', { officerId: bo.id });
    const { readAt } = await here.marked(asBo, { conversationId: here.id });
    await here.citizenWrites();
    expect((await asBo.send('POST', '/api/notifications/unread', { readAt })).body).toEqual({ count: 0 });
    const lines = await here.list(asBo);
    await here.marked(asBo, { conversationId: here.id });
    const ids = lines.map((line) => line.id);
    expect((await asBo.send('POST', '/api/notifications/unread', { ids })).body).toEqual({ count: 1 });
    expect((await here.list(asBo, '?unread=true')).map(({ kind }) => kind)).toEqual(['citizen-wrote']);
  });

  it('hides and does not count what has moved to where the officer may not read', async () => {
    const { bo, asAna, asBo, asLead } = here.staff;
    await here.mention(asAna, bo);
    await here.act(asLead, 'assign', { officerId: bo.id });
    await here.act(asLead, 'transfer', { department: elsewhere.slug });
    expect(await here.list(asBo)).toEqual([]);
    expect(await here.count(asBo)).toEqual({ unread: 0, mentions: 0, conversationIds: [] });
  });

  it('pages newest first, and through the unread alone', async () => {
    const { bo, asAna, asBo } = here.staff;
    for (let n = 0; n < 5; n += 1) await here.mention(asAna, bo);
    const [third] = (await here.list(asBo)).slice(2);
    await here.marked(asBo, { ids: [third?.id] });
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
    const { bo, asAna, asBo, asLead } = here.staff;
    const settings = (await asBo.get('/api/notifications/settings')).body as NotificationSettings;
    expect(settings).toMatchObject({ digest: { isOn: true, afterMinutes: 30 }, isMailSet: false });
    const { isMailSet: _, ...given } = settings;
    const kinds = { ...given.kinds, assigned: { inApp: false, browser: false, mail: false } };
    expect((await asBo.send('PUT', '/api/notifications/settings', { ...given, kinds })).body).toMatchObject({
      kinds: { assigned: { inApp: false }, mentioned: { inApp: true } },
    });
    await here.act(asLead, 'assign', { officerId: bo.id });
    await here.mention(asAna, bo);
    expect((await here.list(asBo)).map(({ kind }) => kind)).toEqual(['mentioned']);
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
    const { bo, asAna, asBo } = here.staff;
    await here.mention(asAna, bo);
    await here.mention(asAna, bo);
    const [read] = await here.list(asBo);
    await here.marked(asBo, { ids: [read?.id] });
    await desk.dataSource.query(
      `UPDATE notification SET read_at = read_at - interval '91 days' WHERE read_at IS NOT NULL`,
    );
    await desk.passTime(0);
    expect((await here.list(asBo)).map((line) => line.id)).not.toContain(read?.id);
    expect(await here.list(asBo)).toHaveLength(1);
  });
});
