import { createHash, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { ConversationView, HistoryEntry } from '#contracts/conversations.http.js';
import type { HeldMessage } from '#contracts/moderation.http.js';
import type { Department } from '#database/entities/department.entity.js';
import { buildChannel, buildDepartment, buildOfficer } from './build.js';
import { type OfficerClient, type PostedMessage, postAccepted, signIn } from './clients.js';
import { startDesk, type TestDesk } from './desk.js';

/** What a moderator sends; the version is that of now unless the spec names an older one. */
export interface Decided {
  decision: string;
  reason: string;
  version?: number;
  [more: string]: unknown;
}

/** Decides on a message as it stands now. */
export async function decideOn(
  dataSource: DataSource,
  as: OfficerClient,
  { messageId, ...decided }: Decided & { messageId: string | undefined },
) {
  const [row]: { version: number }[] = await dataSource.query(
    'SELECT count(*)::int AS version FROM moderation_decision WHERE message_id = $1',
    [messageId],
  );
  return as.send('POST', '/api/moderation/decisions', { messageId, version: row?.version, ...decided });
}

/** A department with its moderators, officers and site, for specs about what the public reads. */
export class ModeratingDesk {
  private constructor(
    readonly desk: TestDesk,
    readonly department: Department,
    readonly channelKey: string,
    readonly people: Record<'moderator' | 'second' | 'officer' | 'colleague' | 'supervisor' | 'admin', OfficerClient>,
  ) {}

  static async start(env: Record<string, string> = {}): Promise<ModeratingDesk> {
    const desk = await startDesk({ site: true, env });
    const department = await buildDepartment(desk.dataSource);
    const { key } = await buildChannel(desk.dataSource);
    const signedIn = async (fields: Parameters<typeof buildOfficer>[1]) =>
      signIn(desk.api, (await buildOfficer(desk.dataSource, { department, ...fields })).email);
    return new ModeratingDesk(desk, department, key, {
      moderator: await signedIn({ roles: ['moderator'], name: 'Mo Derator' }),
      second: await signedIn({ roles: ['moderator'] }),
      officer: await signedIn({ capacity: 500 }),
      colleague: await signedIn({ isAvailable: false }),
      supervisor: await signedIn({ roles: ['supervisor'] }),
      admin: await signedIn({ roles: ['administrator'] }),
    });
  }

  close(): Promise<void> {
    return this.desk.close();
  }

  async post(message: Partial<PostedMessage>) {
    const accepted = await postAccepted(this.desk.api, this.channelKey, {
      department: this.department.slug,
      ...message,
    });
    await this.desk.drain();
    const [row]: { id: string }[] = await this.desk.dataSource.query(
      'SELECT id FROM message WHERE conversation_id = $1 ORDER BY received_at DESC, id DESC LIMIT 1',
      [accepted.conversationId],
    );
    return { ...accepted, messageId: row?.id ?? '' };
  }

  async decide(messageId: string, decided: Decided, as = this.people.moderator) {
    const answer = await decideOn(this.desk.dataSource, as, { messageId, ...decided });
    await this.desk.drain();
    return answer as { status: number; body: Record<string, never> };
  }

  /** Where words stand in a text. */
  span(field: 'title' | 'body' | 'name', text: string, words: string) {
    return { field, start: text.indexOf(words), end: text.indexOf(words) + words.length };
  }

  async read(id: string, as = this.people.officer): Promise<ConversationView> {
    return (await as.get(`/api/conversations/${id}`)).body as ConversationView;
  }

  async message(id: string, as = this.people.officer) {
    const { thread } = await this.read(id, as);
    const [first] = thread.flatMap((entry) => (entry.kind === 'message' ? [entry] : []));
    if (!first) throw new Error('there is no message');
    return first;
  }

  async history(id: string): Promise<HistoryEntry[]> {
    return ((await this.people.officer.get(`/api/conversations/${id}/events`)).body as { items: HistoryEntry[] }).items;
  }

  async queue(as = this.people.moderator): Promise<HeldMessage[]> {
    return ((await as.get('/api/moderation/queue?limit=100')).body as { items: HeldMessage[] }).items;
  }

  async act(id: string, verb: string, more: object = {}, as = this.people.officer) {
    const { version } = await this.read(id);
    const answer = await as.send('POST', `/api/conversations/${id}/${verb}`, { version, ...more });
    await this.desk.drain();
    return answer as { status: number; body: Record<string, never> };
  }

  answer(id: string, body: string) {
    return this.act(id, 'replies', { replyId: randomUUID(), body });
  }

  async site(path: string): Promise<{ status: number; text: string }> {
    const response = await fetch(`${this.desk.site}${path}`, { headers: { 'accept-language': 'en' } });
    return { status: response.status, text: await response.text() };
  }

  /** Opens the private page of its author. */
  async trackingToken(id: string): Promise<string> {
    const token = randomUUID();
    const hash = createHash('sha256').update(token).digest();
    await this.desk.dataSource.query('UPDATE conversation SET tracking_hash = $2 WHERE id = $1', [id, hash]);
    return token;
  }

  async trackingPage(id: string): Promise<(language?: string) => Promise<string>> {
    const token = await this.trackingToken(id);
    return async (language = 'en') => (await this.site(`/track/${token}?lang=${language}`)).text;
  }

  /** A form of the site, as a browser without JavaScript sends it. */
  async sendForm(path: string, fields: Record<string, string>) {
    const body = new URLSearchParams(fields);
    const sent = await fetch(`${this.desk.site}${path}`, { method: 'POST', body, redirect: 'manual' });
    await this.desk.drain();
    return { status: sent.status, location: sent.headers.get('location'), text: await sent.text() };
  }
}
