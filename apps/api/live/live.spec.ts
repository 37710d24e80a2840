import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { io } from 'socket.io-client';
import { LIVE_PATH } from '#contracts/realtime.js';
import type { Department } from '#database/entities/department.entity.js';
import type { Officer } from '#database/entities/officer.entity.js';
import { buildChannel, buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { type LiveClient, listen, postAccepted, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { testRedisUrl } from '../../../test/support/redis.js';

const BACKENDS = testRedisUrl() ? (['redis', 'postgres'] as const) : (['postgres'] as const);

describe.each(BACKENDS)('live with jobs on %s', (jobs) => {
  let desk: TestDesk;
  let department: Department;
  let officer: Officer;
  let key: string;
  const clients: LiveClient[] = [];

  beforeAll(async () => {
    desk = await startDesk({ jobs });
    department = await buildDepartment(desk.dataSource);
    officer = await buildOfficer(desk.dataSource, { department, capacity: 1_000 });
    ({ key } = await buildChannel(desk.dataSource));
  });
  afterEach(() => {
    for (const client of clients.splice(0)) client.close();
  });
  afterAll(() => desk.close());

  const connect = async (email: string) => {
    const client = await listen(desk.api, (await signIn(desk.api, email)).cookie);
    clients.push(client);
    return client;
  };

  it('rings the officer and the department, with ids and nothing else', async () => {
    const own = await connect(officer.email);
    const colleague = await connect((await buildOfficer(desk.dataSource, { department, roles: ['supervisor'] })).email);
    const { conversationId } = await postAccepted(desk.api, key, {
      department: department.slug,
      body: 'A secret word: xylophone.',
    });
    const rung = await own.ring(
      (ring) => ring.event === 'conversation.assigned' && ring.conversationId === conversationId,
    );
    await colleague.ring((ring) => ring.event === 'conversation.assigned' && ring.conversationId === conversationId);
    expect(Object.keys(rung).sort()).toEqual(['conversationId', 'departmentId', 'event', 'version']);
    expect(JSON.stringify(own.rings)).not.toContain('xylophone');
  });

  it('rings nobody outside of the department', async () => {
    const elsewhere = await buildDepartment(desk.dataSource);
    const stranger = await connect((await buildOfficer(desk.dataSource, { department: elsewhere })).email);
    const own = await connect(officer.email);
    const { conversationId } = await postAccepted(desk.api, key, { department: department.slug });
    await own.ring((ring) => ring.event === 'conversation.assigned' && ring.conversationId === conversationId);
    await desk.drain();
    expect(stranger.rings.filter((ring) => ring.conversationId === conversationId)).toEqual([]);
  });

  it('refuses a socket without a session, and one from another site', async () => {
    const refused = (extraHeaders: Record<string, string>) =>
      new Promise<string>((resolve) => {
        const socket = io(desk.api, { path: LIVE_PATH, transports: ['websocket'], extraHeaders, reconnection: false });
        socket.on('connect_error', (error) => resolve(error.message));
        socket.on('connect', () => resolve('connected'));
      });
    expect(await refused({})).toBe('unauthenticated');
    const { cookie } = await signIn(desk.api, officer.email);
    expect(await refused({ cookie, origin: 'https://elsewhere.example' })).not.toBe('connected');
  });

  it('hangs up when the officer signs out', async () => {
    const client = await signIn(desk.api, officer.email);
    const live = await listen(desk.api, client.cookie);
    clients.push(live);
    const gone = new Promise((resolve) => live.socket.once('disconnect', resolve));
    expect((await client.send('DELETE', '/api/session')).status).toBe(204);
    await gone;
    expect((await client.get('/api/me')).status).toBe(401);
  });

  it('counts an officer as present from the moment a console connects', async () => {
    const late = await buildOfficer(desk.dataSource, { department, seenAt: null });
    const seenAt = async () => {
      const [row] = await desk.dataSource.query('SELECT seen_at AS "seenAt" FROM officer WHERE id = $1', [late.id]);
      return row.seenAt;
    };
    expect(await seenAt()).toBeNull();
    await connect(late.email);
    expect(await seenAt()).not.toBeNull();
  });
});
