import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BatchResult } from '#contracts/intake.http.js';
import type { Department } from '#database/entities/department.entity.js';
import { buildChannel, buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { call, postAccepted, postMessage } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';

describe('intake', () => {
  let desk: TestDesk;
  let department: Department;
  let key: string;

  beforeAll(async () => {
    desk = await startDesk();
    department = await buildDepartment(desk.dataSource);
    ({ key } = await buildChannel(desk.dataSource));
  });
  afterAll(() => desk.close());

  const count = async (table: string, externalId: string) => {
    const [row] = await desk.dataSource.query(
      table === 'message'
        ? 'SELECT count(*)::int AS n FROM message WHERE external_id = $1'
        : 'SELECT count(DISTINCT c.id)::int AS n FROM conversation c JOIN citizen z ON z.id = c.citizen_id WHERE z.external_id = $1',
      [table === 'message' ? externalId : `author-${externalId}`],
    );
    return row.n;
  };

  it('answers 202 with a reference that cannot be guessed and stores conversation, message and event', async () => {
    const accepted = await postAccepted(desk.api, key, { department: department.slug });
    expect(accepted.reference).toMatch(/^BJ-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(accepted.duplicate).toBe(false);
    const events = await desk.dataSource.query(
      'SELECT type FROM conversation_event WHERE conversation_id = $1 ORDER BY version',
      [accepted.conversationId],
    );
    expect(events[0]).toEqual({ type: 'message.received' });
  });

  it('stores the same (channel, external id) once, however many send it at the same moment', async () => {
    const externalId = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => postAccepted(desk.api, key, { department: department.slug, externalId })),
    );
    expect(new Set(answers.map((answer) => answer.conversationId)).size).toBe(1);
    expect(new Set(answers.map((answer) => answer.reference)).size).toBe(1);
    expect(answers.filter((answer) => !answer.duplicate)).toHaveLength(1);
    expect(await count('message', externalId)).toBe(1);
    expect(await count('conversation', externalId)).toBe(1);
  });

  it('carries the request of each message through all that follows, however many share a commit', async () => {
    await buildOfficer(desk.dataSource, { department, capacity: 100, seenAt: desk.clock.now() });
    const posted = await Promise.all(
      Array.from({ length: 40 }, () => postAccepted(desk.api, key, { department: department.slug })),
    );
    await desk.drain();
    const rows: { types: string[]; requests: string[] }[] = await desk.dataSource.query(
      `SELECT array_agg(type ORDER BY version) AS types, array_agg(DISTINCT request_id) AS requests
       FROM conversation_event WHERE conversation_id = ANY($1::uuid[]) GROUP BY conversation_id`,
      [posted.map(({ conversationId }) => conversationId)],
    );
    expect(new Set(rows.map(({ types }) => types.join(' ')))).toEqual(
      new Set(['message.received message.cleared conversation.assigned']),
    );
    expect(rows.filter(({ requests }) => requests.length !== 1)).toEqual([]);
    expect(new Set(rows.flatMap(({ requests }) => requests)).size).toBe(40);
  });

  it('keeps the same external id of two channels apart', async () => {
    const other = await buildChannel(desk.dataSource);
    const externalId = randomUUID();
    const one = await postAccepted(desk.api, key, { department: department.slug, externalId });
    const two = await postAccepted(desk.api, other.key, { department: department.slug, externalId });
    expect(two.conversationId).not.toBe(one.conversationId);
    expect(two.duplicate).toBe(false);
  });

  it('joins the conversation of the message that it replies to', async () => {
    const first = randomUUID();
    const opened = await postAccepted(desk.api, key, { department: department.slug, externalId: first });
    const joined = await postAccepted(desk.api, key, { department: department.slug, inReplyTo: first });
    expect(joined.conversationId).toBe(opened.conversationId);
    expect(joined.reference).toBe(opened.reference);
  });

  const tooLong = '字'.repeat(10_001);
  it.each([
    ['body', { body: '   ' }],
    ['body', { body: tooLong }],
    ['body', { body: 'a NUL \0 in it' }],
    ['title', { title: 'x'.repeat(201) }],
    ['department', { department: 'nowhere' }],
    ['author', { author: 'somebody' }],
    ['author.name', { author: { externalId: 'a', name: '' } }],
    ['postedAt', { postedAt: 'yesterday' }],
    ['postedAt', { postedAt: '2999-01-01T00:00:00Z' }],
    ['postedAt', { postedAt: '0202-01-01T00:00:00Z' }],
    ['inReplyTo', { inReplyTo: 'no such message' }],
    ['visibility', { visibility: 'secret' }],
  ])('refuses a wrong %s by name and stores nothing', async (field, wrong) => {
    const externalId = randomUUID();
    const { status, body } = await postMessage(desk.api, key, { department: department.slug, ...wrong, externalId });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'invalid', errors: [{ field }] });
    expect(await count('message', externalId)).toBe(0);
  });

  it('takes exactly 10,000 characters, counted as people count them', async () => {
    const { status } = await postMessage(desk.api, key, { department: department.slug, body: '𠮷'.repeat(10_000) });
    expect(status).toBe(202);
  });

  it('refuses a body of more than 256 KiB and broken JSON as problems', async () => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
    const large = await call(`${desk.api}/api/messages`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ x: 'y'.repeat(270_000) }),
    });
    expect(large).toMatchObject({ status: 413, body: { code: 'too-large' } });
    const broken = await call(`${desk.api}/api/messages`, { method: 'POST', headers, body: '{"body": ' });
    expect(broken).toMatchObject({ status: 400, body: { code: 'invalid' } });
  });

  it.each([undefined, 'Bearer wrong', 'Bearer '])('refuses the key %p', async (authorization) => {
    const answer = await call(`${desk.api}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
      body: '{}',
    });
    expect(answer).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  });

  it('never lets a clock that runs ahead put an answer before its question', async () => {
    const postedAt = new Date(Date.now() + 120_000).toISOString();
    const { conversationId } = await postAccepted(desk.api, key, { department: department.slug, postedAt });
    const [row] = await desk.dataSource.query('SELECT opened_at <= now() AS "isPast" FROM conversation WHERE id = $1', [
      conversationId,
    ]);
    expect(row.isPast).toBe(true);
  });

  it.each(['/api/%zz', '/api/inbox?q=anything', '/api/inbox?channel=%00', '/api/nowhere'])(
    'answers %s with a problem',
    async (path) => {
      const { status, body } = await call(`${desk.api}${path}`);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(body).toMatchObject({ code: expect.any(String) });
    },
  );

  it('keeps channel keys as hashes only', async () => {
    const rows = await desk.dataSource.query('SELECT * FROM channel_key');
    expect(JSON.stringify(rows)).not.toContain(key);
  });

  const batch = async (lines: readonly unknown[]): Promise<BatchResult[]> => {
    const response = await fetch(`${desk.api}/api/messages/batch`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson', authorization: `Bearer ${key}` },
      body: lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
    });
    expect(response.status).toBe(200);
    return (await response.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  };
  const line = (fields: Record<string, unknown> = {}) => ({
    externalId: randomUUID(),
    department: department.slug,
    author: { externalId: randomUUID(), name: 'Li Na' },
    body: `The street light at number ${randomUUID()} is out.`,
    ...fields,
  });

  it('answers a batch line by line, in order; a bad line fails alone', async () => {
    const opening = line();
    const results = await batch([
      opening,
      '{"broken"',
      line({ body: '' }),
      line({ inReplyTo: opening.externalId }),
      opening,
      line(),
    ]);
    expect(results.map((result) => [result.line, result.status])).toEqual([
      [1, 202],
      [2, 422],
      [3, 422],
      [4, 202],
      [5, 202],
      [6, 202],
    ]);
    expect(results[3]).toMatchObject({
      conversationId: results[0] && 'conversationId' in results[0] && results[0].conversationId,
    });
    expect(results[4]).toMatchObject({ duplicate: true });
  });

  it('takes 10,000 lines and refuses those beyond, one by one', async () => {
    const results = await batch(Array.from({ length: 10_003 }, () => line()));
    expect(results).toHaveLength(10_003);
    expect(results.slice(0, 10_000).every((result) => result.status === 202)).toBe(true);
    expect(results.slice(10_000).map((result) => result.status)).toEqual([413, 413, 413]);
  });
});
