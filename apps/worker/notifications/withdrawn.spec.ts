import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConversationView } from '#contracts/conversations.http.js';
import type { Department } from '#database/entities/department.entity.js';
import type { Officer } from '#database/entities/officer.entity.js';
import { mentionOf } from '#domain/notes/mentions.js';
import { buildChannel, buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { type OfficerClient, postAccepted, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { type MailServer, startMailServer } from '../../../test/support/mail-server.js';

const MINUTE = 60_000;
const AWAY = { isAvailable: false, seenAt: null };

describe('a mail that waits for its server', () => {
  let desk: TestDesk;
  let mail: MailServer;
  let department: Department;
  let asAna: OfficerClient;
  let asModerator: OfficerClient;
  let bo: Officer;
  let asBo: OfficerClient;
  let key: string;

  beforeAll(async () => {
    mail = await startMailServer();
    desk = await startDesk({ env: { ...mail.env, SESSION_HOURS: '720' } });
    department = await buildDepartment(desk.dataSource, { leaveGraceMinutes: 10_080, escalateAfterMinutes: null });
    ({ key } = await buildChannel(desk.dataSource));
    const staff = async (roles: ('officer' | 'moderator')[]) =>
      signIn(desk.api, (await buildOfficer(desk.dataSource, { department, roles, ...AWAY })).email);
    asAna = await staff(['officer']);
    asModerator = await staff(['moderator']);
  });
  afterAll(async () => {
    await desk.close();
    await mail.close();
  });
  beforeEach(async () => {
    bo = await buildOfficer(desk.dataSource, { department, ...AWAY });
    asBo = await signIn(desk.api, bo.email);
    mail.become('refuses');
  });
  afterEach(() => {
    mail.mails.length = 0;
  });

  const received = async (more: object = {}) => {
    const posted = { department: department.slug, externalId: randomUUID(), ...more };
    const { conversationId } = await postAccepted(desk.api, key, posted);
    await desk.drain();
    return { id: conversationId, externalId: posted.externalId };
  };
  const read = async (id: string) => (await asModerator.get(`/api/conversations/${id}`)).body as ConversationView;
  const done = async (client: OfficerClient, method: 'POST' | 'DELETE', path: string, body?: object) => {
    const answer = await client.send(method, path, body);
    if (answer.status >= 300) throw new Error(`${path} was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    await desk.drain();
  };
  const mention = async (id: string): Promise<string> => {
    const note = { noteId: randomUUID(), body: `${mentionOf(bo.id)} please look` };
    await done(asAna, 'POST', `/api/conversations/${id}/notes`, note);
    return note.noteId;
  };
  const heldByBo = async () => {
    const opened = await received();
    const { version } = await read(opened.id);
    await done(asBo, 'POST', `/api/conversations/${opened.id}/claim`, { version });
    return opened;
  };
  const hideLast = async (id: string) => {
    const message = (await read(id)).thread.findLast((entry) => entry.kind === 'message');
    const seen = { messageId: message?.id, version: message?.version };
    await done(asModerator, 'POST', '/api/moderation/decisions', { ...seen, decision: 'hide', reason: 'abuse' });
  };
  /** The mail is set down and offered once, in vain. */
  const queued = async () => {
    await desk.passTime(31 * MINUTE);
    expect(mail.offered()).toBeGreaterThan(0);
    mail.become('takes');
  };
  const mailed = async () => {
    await desk.passTime(60 * MINUTE);
    return mail.mails.map(({ subject }) => subject);
  };

  it('is not sent for a note that was deleted meanwhile', async () => {
    const { id } = await received();
    const noteId = await mention(id);
    await queued();
    await done(asAna, 'DELETE', `/api/conversations/${id}/notes/${noteId}?version=1`);
    expect(await mailed()).toEqual([]);
  });

  it('tells of what is left where only a part of it was withdrawn', async () => {
    const [one, other] = [await received(), await received()];
    const noteId = await mention(one.id);
    await mention(other.id);
    await queued();
    await done(asAna, 'DELETE', `/api/conversations/${one.id}/notes/${noteId}?version=1`);
    expect(await mailed()).toEqual(['Something waits for you at the desk']);
  });

  it('is not sent for a message that a moderator hid meanwhile', async () => {
    const opened = await heldByBo();
    await received({ inReplyTo: opened.externalId });
    await queued();
    await hideLast(opened.id);
    expect(await mailed()).toEqual([]);
  });

  it('is sent where another message of the same line still stands', async () => {
    const opened = await heldByBo();
    await received({ inReplyTo: opened.externalId });
    await received({ inReplyTo: opened.externalId });
    await queued();
    await hideLast(opened.id);
    expect(await mailed()).toEqual(['Something waits for you at the desk']);
  });
});
