import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConversationView } from '#contracts/conversations.http.js';
import type { Department } from '#database/entities/department.entity.js';
import { buildChannel, buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { type OfficerClient, postAccepted, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';

const SECRET = 'a secret of the desk and the classifier';
const BODY = 'The lift in block four has been broken since Monday.';

type Behaviour = (response: ServerResponse, asked: { body: string; isSigned: boolean }) => void;
const answering =
  (answer: unknown): Behaviour =>
  (response) =>
    response.end(JSON.stringify(answer));
const finding = { label: 'abuse', field: 'body', start: 4, end: 8, score: 0.8 };

/** Somebody else's machine, on loopback. */
describe('the external classifier', () => {
  let desk: TestDesk;
  let department: Department;
  let key: string;
  let officer: OfficerClient;
  let behave: Behaviour = answering({ findings: [] });
  const asked: { body: string; isSigned: boolean }[] = [];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const heard = { body, isSigned: isSigned(request, body) };
    asked.push(heard);
    behave(response, heard);
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    desk = await startDesk({
      env: {
        CLASSIFIER_URL: `http://127.0.0.1:${port}/classify`,
        CLASSIFIER_SECRET: SECRET,
        CLASSIFIER_TIMEOUT_MS: '150',
      },
    });
    department = await buildDepartment(desk.dataSource);
    ({ key } = await buildChannel(desk.dataSource));
    officer = await signIn(desk.api, (await buildOfficer(desk.dataSource, { department, capacity: 100 })).email);
  });
  afterEach(() => {
    asked.length = 0;
    // Whatever rested before is asked again.
    desk.clock.advance(60_000);
  });
  afterAll(async () => {
    await desk.close();
    server.closeAllConnections();
    server.close();
  });

  const screened = async (how: Behaviour) => {
    behave = how;
    const { conversationId } = await postAccepted(desk.api, key, { department: department.slug, body: BODY });
    await desk.drain();
    const { thread } = (await officer.get(`/api/conversations/${conversationId}`)).body as ConversationView;
    const [message] = thread;
    if (message?.kind !== 'message') throw new Error('no message');
    const outside = message.findings.filter(({ phase }) => phase === 'classifier');
    return { state: message.state, outside, notes: message.screening?.notes };
  };

  it('is sent title, text and language with a signature, and not who wrote; what it finds stands with the rest', async () => {
    const found = await screened(answering({ findings: [finding] }));
    expect(found).toEqual({
      state: 'visible',
      notes: [],
      outside: [{ phase: 'classifier', kind: 'classified-abuse', field: 'body', start: 4, end: 8, score: 0.8 }],
    });
    expect(asked.map(({ isSigned }) => isSigned)).toEqual([true]);
    const { messageId, ...sent } = JSON.parse(asked[0]?.body ?? '');
    expect(messageId).toMatch(/^[0-9a-f-]{36}$/);
    expect(sent).toEqual({ title: null, body: BODY, language: 'en' });
  });

  it.each<[string, 'classifier-silent' | 'classifier-unusable', Behaviour]>([
    ['does not answer in time', 'classifier-silent', () => undefined],
    ['hangs up', 'classifier-silent', (response) => response.destroy()],
    ['dribbles', 'classifier-silent', (response) => void response.write('{"findings":')],
    ['fails', 'classifier-unusable', (response) => response.writeHead(500).end('{"findings":[]}')],
    ['talks rubbish', 'classifier-unusable', (response) => response.end('<html>nginx</html>')],
    [
      'names what nobody agreed on',
      'classifier-unusable',
      answering({ findings: [{ ...finding, label: 'politics' }] }),
    ],
    ['scores beyond one', 'classifier-unusable', answering({ findings: [{ ...finding, score: 7 }] })],
    ['says far too much', 'classifier-unusable', answering({ findings: [], padding: 'x'.repeat(2_000_000) })],
    [
      'sends the desk elsewhere',
      'classifier-unusable',
      (response) => response.writeHead(307, { location: '/elsewhere' }).end(),
    ],
    [
      'does not believe the signature',
      'classifier-unusable',
      (response, { body }) => response.writeHead(isTrue('another secret', '0', body, '') ? 200 : 401).end(),
    ],
  ])('is passed over, and the moderator is told, when it %s', async (_, note, behaviour) => {
    expect(await screened(behaviour)).toEqual({ state: 'visible', notes: [note], outside: [] });
    expect(asked).toHaveLength(1);
  });

  it('keeps places within the text, whatever it says', async () => {
    const places = [
      { ...finding, start: 4, end: 90_000 },
      { ...finding, start: 900, end: 901 },
      { ...finding, field: 'title' },
    ];
    const { outside } = await screened(answering({ findings: places }));
    expect(outside).toMatchObject([{ start: 4, end: BODY.length }]);
  });

  it('is left alone for a while after it was silent five times, and asked again after', async () => {
    for (let times = 0; times < 5; times += 1) await screened((response) => response.destroy());
    asked.length = 0;
    expect((await screened(answering({ findings: [] }))).notes).toEqual(['classifier-silent']);
    expect(asked).toEqual([]);
    desk.clock.advance(31_000);
    expect((await screened(answering({ findings: [] }))).notes).toEqual([]);
    expect(asked).toHaveLength(1);
  });
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** As its documentation says, not with our code. */
function isSigned({ headers }: IncomingMessage, body: string): boolean {
  const given = String(headers['x-answerable-signature']);
  return isTrue(SECRET, String(headers['x-answerable-timestamp']), body, given);
}

function isTrue(secret: string, timestamp: string, body: string, given: string): boolean {
  const wanted = `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
  return given.length === wanted.length && timingSafeEqual(Buffer.from(given), Buffer.from(wanted));
}
