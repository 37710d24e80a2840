import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConversationView, HistoryEntry } from '#contracts/conversations.http.js';
import type { HeldMessage } from '#contracts/moderation.http.js';
import type { ScreeningPolicyInput, ScreeningPolicyView, TriedScreening } from '#contracts/screening.http.js';
import type { Channel } from '#database/entities/channel.entity.js';
import type { Department } from '#database/entities/department.entity.js';
import { buildChannel, buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { type OfficerClient, postAccepted, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';

const LAMP = 'The street lamp in front of the kindergarten has been out for a week.';
const CAMPAIGN =
  '尊敬的领导，我们小区门口的公交站被取消已经三个月了，老人和孩子每天要走二十分钟才能坐上车，冬天路面结冰非常危险，请尽快恢复原来的站点，谢谢。';

describe('the pipeline', () => {
  let desk: TestDesk;
  let channel: Channel & { key: string };
  let admin: OfficerClient;

  /** There before anybody reads a list: which departments there are is asked every few seconds only. */
  let departments: Department[];

  beforeAll(async () => {
    desk = await startDesk({ site: true });
    departments = await Promise.all(Array.from({ length: 16 }, () => buildDepartment(desk.dataSource)));
    channel = await buildChannel(desk.dataSource);
    await buildChannel(desk.dataSource, { slug: 'web', kind: 'web' });
    admin = await signIn(desk.api, (await buildOfficer(desk.dataSource, { roles: ['administrator'] })).email);
  });
  afterAll(() => desk.close());

  /** A department with somebody of each role. */
  const staffed = async () => {
    const department = departments.pop();
    if (!department) throw new Error('more departments are needed');
    const as = async (role: 'officer' | 'moderator' | 'supervisor') =>
      signIn(desk.api, (await buildOfficer(desk.dataSource, { department, roles: [role], capacity: 100 })).email);
    return {
      department,
      officer: await as('officer'),
      moderator: await as('moderator'),
      supervisor: await as('supervisor'),
    };
  };
  const post = async ({ slug }: Department, body: string, more: Record<string, unknown> = {}) => {
    const accepted = await postAccepted(desk.api, channel.key, { department: slug, body, ...more });
    await desk.drain();
    return accepted.conversationId;
  };
  const read = async (as: OfficerClient, id: string) =>
    (await as.get(`/api/conversations/${id}`)).body as ConversationView;
  const message = async (as: OfficerClient, id: string) => {
    const entry = (await read(as, id)).thread[0];
    if (entry?.kind !== 'message') throw new Error('no message');
    return entry;
  };
  const pathOf = ({ slug }: Department) => `/api/departments/${slug}/screening-policy`;
  const policyOf = async (as: OfficerClient, department: Department) =>
    (await as.get(pathOf(department))).body as ScreeningPolicyView;
  /** Changes what is given of a department's policy. */
  const change = async (as: OfficerClient, department: Department, part: Partial<ScreeningPolicyInput>) => {
    const { version, policy } = await policyOf(as, department);
    return as.send('PUT', pathOf(department), { version, policy: { ...policy, ...part }, why: 'spec' });
  };
  const ruled = (policy: ScreeningPolicyInput, rule: ScreeningPolicyInput['rules'][number]) =>
    policy.rules.map((one) => (one.kind === rule.kind ? rule : one));

  it('keeps what it found also of what it published, with the versions that judged it', async () => {
    const { department, officer } = await staffed();
    const id = await post(department, `${LAMP} See https://t.cn/A6xyz please.`);
    expect(await message(officer, id)).toMatchObject({
      state: 'visible',
      findings: [{ phase: 'links', kind: 'link', score: 0.7 }],
      screening: { notes: [], policy: { desk: 0, department: null }, campaign: null, helpline: null },
    });
  });

  describe('a department with a table of its own', () => {
    it('holds and rejects by it from the next message on, and other departments do not', async () => {
      const [own, other] = [await staffed(), await staffed()];
      const { policy } = await policyOf(own.supervisor, own.department);
      const rules = ruled(policy, { kind: 'link', holdFrom: 0.5, rejectFrom: 0.9 });
      expect((await change(own.supervisor, own.department, { rules })).status).toBe(200);
      const held = await post(own.department, `${LAMP} https://t.cn/A6xyz`);
      const rejected = await post(own.department, `${LAMP} http://bank@192.0.2.1/x`);
      const passed = await post(other.department, `${LAMP} https://t.cn/A6xyz`);
      expect(await read(own.officer, held)).toMatchObject({ status: 'held', thread: [{ state: 'held' }] });
      expect(await read(own.officer, rejected)).toMatchObject({ status: 'closed', thread: [{ state: 'rejected' }] });
      expect(await message(other.officer, passed)).toMatchObject({ state: 'visible' });
      expect(await message(own.officer, held)).toMatchObject({ screening: { policy: { desk: 0, department: 1 } } });
    });

    it('has words of its own beside those of the desk', async () => {
      const { department, supervisor, officer } = await staffed();
      await change(supervisor, department, { blockedWords: { zh: ['拆迁办'], en: [] } });
      const own = await post(department, '拆·迁·办的人又来了，我们不同意。');
      const desks = await post(department, '有人在小区门口代开发票，请查处。');
      expect((await message(officer, own)).findings).toMatchObject([{ kind: 'blocked-word' }]);
      expect((await message(officer, desks)).findings).toMatchObject([{ kind: 'blocked-word' }]);
    });

    it('looks first at a channel, but not at whom it knows', async () => {
      const { department, supervisor, officer, moderator } = await staffed();
      await change(supervisor, department, { channels: [{ channel: channel.slug, look: 'unless-known' }] });
      const author = { externalId: `neighbour-${department.slug}`, name: 'Li Lei' };
      const first = await post(department, LAMP, { author });
      expect(await message(officer, first)).toMatchObject({
        state: 'held',
        findings: [],
        screening: { notes: ['channel-first'] },
      });
      const queue = (await moderator.get('/api/moderation/queue')).body as { items: HeldMessage[] };
      expect(queue.items).toMatchObject([{ conversationId: first, screening: { notes: ['channel-first'] } }]);
      await desk.dataSource.query(`UPDATE message SET state = 'visible' WHERE conversation_id = $1`, [first]);
      const second = await post(department, 'The second lamp has gone out, too.', { author });
      expect(await message(officer, second)).toMatchObject({ state: 'visible' });
    });

    it('is changed by its supervisors and administrators alone, one after the other', async () => {
      const [own, other] = [await staffed(), await staffed()];
      const { version, policy } = await policyOf(own.moderator, own.department);
      const body = { version, policy, why: 'spec' };
      const put = (as: OfficerClient) => as.send('PUT', pathOf(own.department), body);
      expect([(await put(own.moderator)).status, (await put(other.supervisor)).status]).toEqual([403, 404]);
      expect((await own.officer.get(pathOf(own.department))).status).toBe(404);
      expect((await put(own.supervisor)).status).toBe(200);
      expect(await put(admin)).toMatchObject({ status: 409, body: { code: 'stale-version', current: { version: 1 } } });
      const versions = (await admin.get(`${pathOf(own.department)}/versions`)).body as { items: unknown[] };
      expect(versions.items).toMatchObject([{ version: 1, why: 'spec' }]);
      const wrong = { ...policy, rules: ruled(policy, { kind: 'link', holdFrom: 0.9, rejectFrom: 0.5 }) };
      const refused = await own.supervisor.send('PUT', pathOf(own.department), { version: 1, policy: wrong, why: 'x' });
      expect(refused.status).toBe(422);
      await expect(desk.dataSource.query(`UPDATE screening_policy_version SET why = ''`)).rejects.toThrow();
    });

    it('tries a text under a table that is not applied yet, and keeps nothing of it', async () => {
      const { department, moderator } = await staffed();
      const { policy } = await policyOf(moderator, department);
      const attempt = async (more: object) =>
        (await moderator.send('POST', `${pathOf(department)}/try`, { body: '路灯坏了请拨13800138000', ...more }))
          .body as TriedScreening;
      expect(await attempt({})).toMatchObject({
        verdict: 'hold',
        because: ['mobile-number'],
        findings: [{ start: 6, end: 17 }],
      });
      const rules = ruled(policy, { kind: 'mobile-number', holdFrom: null, rejectFrom: null });
      expect(await attempt({ policy: { ...policy, rules } })).toMatchObject({ verdict: 'publish', because: [] });
    });
  });

  describe('a text that many people sign', () => {
    it('is counted for the officer, keeps nobody back, and is counted in each department apart', async () => {
      const [here, there] = [await staffed(), await staffed()];
      const ids: string[] = [];
      for (const name of ['张伟', '王芳', '李娜']) ids.push(await post(here.department, `${CAMPAIGN}${name}`));
      const alone = await post(there.department, `${CAMPAIGN}赵敏`);
      const different = await post(here.department, LAMP);
      const views = await Promise.all(ids.map((id) => message(here.officer, id)));
      expect(views.map(({ state, screening }) => [state, screening?.campaign])).toEqual(Array(3).fill(['visible', 3]));
      expect(views.map(({ findings }) => findings.length)).toEqual([0, 1, 1]);
      expect((await message(there.officer, alone)).screening).toMatchObject({ campaign: null });
      expect((await message(here.officer, different)).screening).toMatchObject({ campaign: null });
    });

    it('counts a person once, however often it is sent, and all who are screened at the same moment', async () => {
      const { department, officer } = await staffed();
      const author = { externalId: `again-${department.slug}`, name: 'Wang' };
      const texts = ['再次反映：', '又来反映：', ''].map((start) => ({ body: `${start}${CAMPAIGN}`, author }));
      const others = ['甲', '乙', '丙', '丁'].map((name) => ({ body: `${CAMPAIGN}${name}` }));
      const posted = [...texts, ...others].map((one) =>
        postAccepted(desk.api, channel.key, { department: department.slug, ...one }),
      );
      const [first] = await Promise.all(posted);
      await desk.drain();
      expect((await message(officer, first?.conversationId ?? '')).screening).toMatchObject({ campaign: 5 });
    });
  });

  describe('somebody who may be in danger', () => {
    const CRY = '三年了没有人管我们的房子，我不想活了。';

    it('goes before all others, is shown whom to call, and is not rejected by any rule', async () => {
      const { department, supervisor, officer, moderator } = await staffed();
      const { policy } = await policyOf(supervisor, department);
      const helpline = { en: 'Call 116 123.', zh: '请拨打116123。' };
      const rules = ruled(policy, { kind: 'mobile-number', holdFrom: 0, rejectFrom: 0 });
      await change(supervisor, department, { helpline, rules });
      const id = await post(department, CRY);
      expect(await read(officer, id)).toMatchObject({
        status: 'assigned',
        priority: 'urgent',
        thread: [{ state: 'visible', screening: { helpline } }],
      });
      const { items } = (await officer.get(`/api/conversations/${id}/events`)).body as { items: HistoryEntry[] };
      expect(items.map(({ type }) => type)).toContain('conversation.prioritised');
      const earlier = await post(department, 'Write to me at wang.fang@example.com about the drain.');
      const withNumber = await post(department, `${CRY}电话13800138000`);
      const queue = (await moderator.get('/api/moderation/queue?limit=1')).body as {
        items: HeldMessage[];
        nextCursor: string;
      };
      expect(queue.items.map(({ conversationId }) => conversationId)).toEqual([withNumber]);
      const rest = await moderator.get(`/api/moderation/queue?limit=1&cursor=${queue.nextCursor}`);
      expect(rest.body as unknown).toMatchObject({ items: [{ conversationId: earlier }] });
    });

    it('sees the helpline on the private page, and nobody sees it elsewhere', async () => {
      const { department } = await staffed();
      const form = new URLSearchParams({
        ...{ department: department.slug, name: 'Chen', title: '', body: CRY, visibility: 'public', website: '' },
        submissionId: crypto.randomUUID(),
      });
      const sent = await fetch(`${desk.site}/submit?lang=zh`, { method: 'POST', body: form, redirect: 'manual' });
      expect(sent.status).toBe(303);
      await desk.drain();
      const page = await (await fetch(new URL(sent.headers.get('location') ?? '', desk.site))).text();
      expect(page).toContain('12356');
      const [row] = await desk.dataSource.query('SELECT reference FROM conversation WHERE department_id = $1', [
        department.id,
      ]);
      const open = await (await fetch(`${desk.site}/conversations/${row.reference}?lang=zh`)).text();
      expect(open).not.toContain('12356');
    });
  });

  it('does nothing when it is asked again', async () => {
    const { department, officer } = await staffed();
    const id = await post(department, LAMP);
    const { version } = await read(officer, id);
    await desk.passTime(120_000);
    expect((await read(officer, id)).version).toBe(version);
  });
});
