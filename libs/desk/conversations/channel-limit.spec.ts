import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ConversationView } from '#contracts/conversations.http.js';
import { buildChannel, buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { type OfficerClient, postAccepted, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { setReplyLimit } from '../directory/set-reply-limit.js';

let desk: TestDesk;
let asAna: OfficerClient;
let id: string;

beforeAll(async () => {
  desk = await startDesk();
  const department = await buildDepartment(desk.dataSource);
  const channel = await buildChannel(desk.dataSource);
  await setReplyLimit(desk.dataSource, { channel: channel.slug, limit: 140 });
  const ana = await buildOfficer(desk.dataSource, { department });
  asAna = await signIn(desk.api, ana.email);
  ({ conversationId: id } = await postAccepted(desk.api, channel.key, { department: department.slug }));
  await desk.drain();
});
afterAll(() => desk.close());

const read = async () => (await asAna.get(`/api/conversations/${id}`)).body as ConversationView;
const reply = async (body: string) =>
  asAna.send('POST', `/api/conversations/${id}/replies`, {
    version: (await read()).version,
    replyId: randomUUID(),
    body,
  });

it('refuses a reply that is longer than its channel takes, with both numbers, and sends nothing', async () => {
  expect(await reply('👍🏽'.repeat(141))).toMatchObject({
    status: 422,
    body: { code: 'invalid', errors: [{ field: 'body' }], current: { length: 141, limit: 140 } },
  });
  const { channel, thread } = await read();
  expect(channel.replyLimit).toBe(140);
  expect(thread.filter((entry) => entry.kind === 'reply')).toEqual([]);
});

it('takes one of exactly that length, as people count', async () => {
  expect((await reply('👍🏽'.repeat(140))).status).toBe(201);
});

it('holds for the correction too', async () => {
  const sent = (await read()).thread.find((entry) => entry.kind === 'reply');
  const correction = { version: 1, body: '好'.repeat(141), reason: 'A slip.' };
  const path = `/api/conversations/${id}/replies/${sent?.id}/corrections`;
  expect((await asAna.send('POST', path, correction)).status).toBe(422);
  expect((await asAna.send('POST', path, { ...correction, body: '好'.repeat(140) })).status).toBe(200);
});
