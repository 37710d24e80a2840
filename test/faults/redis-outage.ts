import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@jest/globals';
import { PAUSED_EVENT, READY_EVENT } from '#contracts/realtime.js';
import { buildChannel, buildDepartment, buildOfficer } from '../support/build.js';
import { call, listen, postAccepted, signIn } from '../support/clients.js';
import { startDesk } from '../support/desk.js';
import { type PrivateRedis, startPrivateRedis } from '../support/redis.js';
import { until } from '../support/until.js';
import { accountFor, IN_ORDER } from './accounts.js';
import { type LoadAnswer, middling, steadyLoad } from './steady-load.js';

const BEFORE_MS = 2_000;
const OUTAGE_MS = 10_000;
const PER_SECOND = 50;
/** Against the same desk just before: a busy machine slows both. Who waited for Redis once would be far slower. */
const SLOWER_AT_MOST = 25;

export interface Outage {
  begin(redis: PrivateRedis): void | Promise<void>;
  end(redis: PrivateRedis): void | Promise<void>;
}

/** One officer at a console, citizens who keep writing, and Redis away for ten seconds in between. */
export async function liveThrough(outage: Outage): Promise<void> {
  const redis = await startPrivateRedis();
  if (!redis) throw new Error('there is no Redis here');
  const desk = await startDesk({ redisUrl: redis.url });
  try {
    const department = await buildDepartment(desk.dataSource);
    const officer = await buildOfficer(desk.dataSource, { department, capacity: 10_000 });
    const { key } = await buildChannel(desk.dataSource);
    const { cookie } = await signIn(desk.api, officer.email);
    const console_ = await listen(desk.api, cookie);
    const heard: string[] = [];
    for (const event of [PAUSED_EVENT, READY_EVENT]) console_.socket.on(event, () => heard.push(event));
    const redisIs = async (state: string) => {
      const { body } = await call(`${desk.api}/health/ready`);
      return (body as { dependencies: Record<string, string> }).dependencies.redis === state;
    };

    const load = steadyLoad({ api: desk.api, key, department: department.slug, perSecond: PER_SECOND });
    await pause(BEFORE_MS);
    const beganAt = performance.now();
    await outage.begin(redis);
    await until(() => redisIs('down'), 'readiness says that Redis is down', OUTAGE_MS);
    await until(() => heard.includes(PAUSED_EVENT), 'the console is told that it is not live', OUTAGE_MS);
    await pause(OUTAGE_MS - (performance.now() - beganAt));
    expect(await redisIs('down')).toBe(true);
    const endedAt = performance.now();
    await outage.end(redis);
    await until(() => heard.includes(READY_EVENT), 'the console is told that it is live again');
    await until(() => redisIs('up'), 'readiness says that Redis is up');
    const ringsBefore = console_.rings.length;
    await pause(BEFORE_MS);
    const answers = await load.stop();

    expect(answers.filter(({ status }) => status !== 202)).toEqual([]);
    expect(answers.length).toBeGreaterThan(((OUTAGE_MS + BEFORE_MS) / 1_000) * PER_SECOND * 0.9);
    const during = answers.filter(({ sentAt }) => sentAt > beganAt && sentAt < endedAt);
    expect(during.filter(waitedUntil(endedAt))).toEqual([]);
    expect(middling(during)).toBeLessThan(SLOWER_AT_MOST * middling(answers.filter(({ sentAt }) => sentAt < beganAt)));
    expect(console_.rings.length).toBeGreaterThan(ringsBefore);

    const last = await postAccepted(desk.api, key, { department: department.slug, externalId: 'after the outage' });
    await console_.ring(
      (ring) => ring.event === 'conversation.assigned' && ring.conversationId === last.conversationId,
    );
    await desk.drain();
    const acknowledged = [...answers.map(({ externalId }) => externalId), 'after the outage'];
    expect(await accountFor(desk.dataSource, acknowledged)).toEqual(IN_ORDER);
    expect(heard).toEqual([PAUSED_EVENT, READY_EVENT]);
    console_.close();
  } finally {
    redis.resume();
    await desk.close();
    await redis.stop();
  }
}

/** Of what was sent in the first half of the outage: answered only after its end. */
function waitedUntil(endedAt: number): (answer: LoadAnswer) => boolean {
  return ({ sentAt, milliseconds }) => sentAt < endedAt - OUTAGE_MS / 2 && sentAt + milliseconds > endedAt;
}
