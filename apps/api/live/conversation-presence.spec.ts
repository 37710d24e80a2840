import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PRESENCE_EVENT } from '#contracts/realtime.js';
import type { PresenceView } from '#contracts/replies.http.js';
import type { Department } from '#database/entities/department.entity.js';
import type { Officer } from '#database/entities/officer.entity.js';
import { buildChannel, buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { type LiveClient, listen, type OfficerClient, postAccepted, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { testRedisUrl } from '../../../test/support/redis.js';
import { until } from '../../../test/support/until.js';

const BACKENDS = testRedisUrl() ? (['redis', 'postgres'] as const) : (['postgres'] as const);

describe.each(BACKENDS)('who is on a conversation, with jobs on %s', (jobs) => {
  let desk: TestDesk;
  let department: Department;
  let ana: Officer;
  let asAna: OfficerClient;
  let asBo: OfficerClient;
  let key: string;
  let id: string;
  const consoles: LiveClient[] = [];

  beforeAll(async () => {
    desk = await startDesk({ jobs });
    department = await buildDepartment(desk.dataSource);
    ({ key } = await buildChannel(desk.dataSource));
    ana = await buildOfficer(desk.dataSource, { department, isAvailable: false });
    const bo = await buildOfficer(desk.dataSource, { department, isAvailable: false });
    [asAna, asBo] = [await signIn(desk.api, ana.email), await signIn(desk.api, bo.email)];
  });
  beforeEach(async () => {
    ({ conversationId: id } = await postAccepted(desk.api, key, { department: department.slug }));
    await desk.drain();
  });
  afterEach(() => {
    for (const one of consoles.splice(0)) one.close();
  });
  afterAll(() => desk.close());

  const open = async (client: OfficerClient) => {
    const one = await listen(desk.api, client.cookie);
    consoles.push(one);
    return one;
  };
  const say = (one: LiveClient, said: unknown): Promise<boolean> => one.socket.emitWithAck(PRESENCE_EVENT, said);
  const here = async (client = asBo) =>
    ((await client.get(`/api/conversations/${id}/presence`)).body as PresenceView).items;
  const isNews = (ring: { event: string; conversationId?: string | undefined }) =>
    ring.event === 'presence.changed' && ring.conversationId === id;

  it('shows a colleague looking, then writing, and rings those who have it open', async () => {
    const [one, other] = [await open(asAna), await open(asBo)];
    expect(await say(other, { conversationId: id, doing: 'viewing' })).toBe(true);
    expect(await here()).toEqual([]);
    other.rings.length = 0;
    expect(await say(one, { conversationId: id, doing: 'viewing' })).toBe(true);
    await other.ring(isNews);
    expect(await here()).toMatchObject([{ officer: { id: ana.id, name: ana.name }, doing: 'viewing' }]);
    other.rings.length = 0;
    await say(one, { conversationId: id, doing: 'drafting' });
    await other.ring(isNews);
    expect(await here()).toMatchObject([{ doing: 'drafting' }]);
  });

  it('says nothing twice: a heartbeat is no news', async () => {
    const [one, other] = [await open(asAna), await open(asBo)];
    await say(other, { conversationId: id, doing: 'viewing' });
    await say(one, { conversationId: id, doing: 'viewing' });
    await other.ring(isNews);
    const before = other.rings.length;
    await say(one, { conversationId: id, doing: 'viewing' });
    await say(one, { conversationId: id, doing: 'viewing' });
    await say(one, { conversationId: id, doing: 'drafting' });
    await until(async () => other.rings.length > before, 'the change is rung');
    expect(other.rings.slice(before).filter(isNews)).toHaveLength(1);
  });

  it('counts one officer once, by what they do most in any window', async () => {
    const [first, second] = [await open(asAna), await open(asAna)];
    await say(first, { conversationId: id, doing: 'drafting' });
    await say(second, { conversationId: id, doing: 'idle' });
    expect(await here()).toMatchObject([{ doing: 'drafting' }]);
  });

  it('is over at once when the window closes or shows something else', async () => {
    const [one, other] = [await open(asAna), await open(asBo)];
    await say(other, { conversationId: id, doing: 'viewing' });
    await say(one, { conversationId: id, doing: 'drafting' });
    await say(one, { conversationId: null, doing: 'idle' });
    expect(await here()).toEqual([]);
    await say(one, { conversationId: id, doing: 'viewing' });
    expect(await here()).toHaveLength(1);
    other.rings.length = 0;
    one.close();
    await other.ring(isNews);
    expect(await here()).toEqual([]);
  });

  it('is over after twenty seconds of silence, and whoever has it open is rung', async () => {
    const [one, other] = [await open(asAna), await open(asBo)];
    await say(one, { conversationId: id, doing: 'drafting' });
    await desk.passTime(15_000);
    await say(other, { conversationId: id, doing: 'viewing' });
    expect(await here()).toHaveLength(1);
    other.rings.length = 0;
    await desk.passTime(6_000);
    await other.ring(isNews);
    expect(await here()).toEqual([]);
  });

  it('tells a stranger nothing and notes nothing of one', async () => {
    const elsewhere = await buildDepartment(desk.dataSource);
    const asStranger = await signIn(desk.api, (await buildOfficer(desk.dataSource, { department: elsewhere })).email);
    const [one, stranger] = [await open(asAna), await open(asStranger)];
    expect(await say(stranger, { conversationId: id, doing: 'drafting' })).toBe(false);
    await say(one, { conversationId: id, doing: 'viewing' });
    expect(await here(asAna)).toEqual([]);
    expect((await asStranger.get(`/api/conversations/${id}/presence`)).status).toBe(404);
    await desk.drain();
    expect(stranger.rings.filter(isNews)).toEqual([]);
  });

  it('understands nothing else, and not more than a person can do', async () => {
    const one = await open(asAna);
    for (const said of [
      null,
      'x',
      {},
      { conversationId: 'x', doing: 'viewing' },
      { conversationId: id, doing: 'asleep' },
    ]) {
      expect(await say(one, said)).toBe(false);
    }
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => say(one, { conversationId: id, doing: 'viewing' })),
    );
    expect(answers.filter(Boolean).length).toBeLessThanOrEqual(30);
    expect(answers.at(-1)).toBe(false);
  });
});
