import { createHash, randomUUID } from 'node:crypto';
import type { ConversationView } from '#contracts/conversations.http.js';
import type { LetterView } from '#contracts/letters.http.js';
import type { Department } from '#database/entities/department.entity.js';
import type { Officer } from '#database/entities/officer.entity.js';
import { type OfficerClient, type PostedMessage, postAccepted } from '../support/clients.js';
import type { TestDesk } from '../support/desk.js';
import { type Audience, Markers } from './markers.js';

/** Who reads a conversation: any role in its department, and administrators. */
export const STAFF = ['officer', 'moderator', 'reviewer', 'supervisor', 'press', 'administrator'] as const;
export type Staff = (typeof STAFF)[number] | 'elsewhere';

export interface Opened {
  id: string;
  reference: string;
  token: string;
  externalId: string;
}

/** What citizens and officers do on a desk on which every text is in words of its own. */
export class ActingDesk {
  readonly markers = new Markers();
  readonly conversations: Opened[] = [];
  readonly tokens: Record<'author' | 'other-citizen', string[]> = { author: [], 'other-citizen': [] };
  readonly letters: { id: string; reference: string }[] = [];
  private noted = 1;

  protected constructor(
    readonly desk: TestDesk,
    readonly here: Department,
    readonly there: Department,
    readonly officers: Record<Staff, Officer>,
    readonly clients: Record<Staff, OfficerClient>,
    private readonly key: string,
    readonly calendars: readonly string[],
  ) {}

  words(what: string, seenBy: readonly Audience[]): string {
    return this.markers.words(what, seenBy);
  }

  async opened(
    { name, ...message }: { name?: string; title?: string; body: string; visibility?: string },
    by: 'author' | 'other-citizen' = 'author',
  ): Promise<Opened> {
    const externalId = randomUUID();
    const author = { externalId: `citizen-${externalId}`, name: name ?? 'A citizen' };
    const posted = { department: this.here.slug, externalId, author, ...message };
    const { conversationId: id, reference } = await postAccepted(this.desk.api, this.key, posted);
    await this.desk.drain();
    const token = randomUUID();
    const hash = createHash('sha256').update(token).digest();
    await this.desk.dataSource.query('UPDATE conversation SET tracking_hash = $2 WHERE id = $1', [id, hash]);
    const opened = { id, reference, token, externalId };
    this.conversations.push(opened);
    this.tokens[by].push(token);
    return opened;
  }

  protected async further(
    { externalId: inReplyTo }: Opened,
    more: Partial<PostedMessage>,
    body: string,
  ): Promise<void> {
    const author = { externalId: `citizen-${inReplyTo}`, name: 'A citizen' };
    await postAccepted(this.desk.api, this.key, { department: this.here.slug, author, inReplyTo, body, ...more });
    await this.desk.drain();
  }

  protected async lastMessage(of: Opened) {
    const { thread } = await this.read(of);
    const message = thread.findLast((entry) => entry.kind === 'message');
    if (!message) throw new Error('there is no message');
    return message;
  }

  protected async decide(of: Opened, reason: string, more: object = { decision: 'hide' }): Promise<void> {
    const { id: messageId, version } = await this.lastMessage(of);
    const note = this.words(`what a moderator noted (${this.noted++})`, STAFF);
    await this.send('moderator', 'POST', '/api/moderation/decisions', { messageId, version, reason, note, ...more });
  }

  /** Nobody outside sees the last message of a conversation any more; hiding all of one takes two. */
  hold(of: Opened): Promise<void> {
    return this.decide(of, 'personal-data', { decision: 'hold' });
  }

  /** Everything that was written is covered. */
  protected async redact(of: Opened): Promise<void> {
    const { title, body, citizenName } = await this.lastMessage(of);
    const covered = { title: title ?? '', body, name: citizenName };
    const spans = Object.entries(covered).map(([field, text]) => ({ field, start: 0, end: text.length }));
    await this.decide(of, 'personal-data', { decision: 'redact', spans: spans.filter(({ end }) => end > 0) });
  }

  protected async setState(of: Opened, state: string): Promise<void> {
    const { id } = await this.lastMessage(of);
    await this.desk.dataSource.query('UPDATE message SET state = $2 WHERE id = $1', [id, state]);
  }

  /** Of a conversation that nobody has yet; the id of the reply. */
  async reply(to: Opened, body: string): Promise<string> {
    await this.act('officer', to, 'claim');
    return this.answer(to, body);
  }

  protected async answer(to: Opened, body: string): Promise<string> {
    const { lastEntryId, status } = await this.read(to);
    if (status !== 'assigned') await this.act('officer', to, 'claim');
    const replyId = randomUUID();
    await this.send('officer', 'POST', `/api/conversations/${to.id}/replies`, { replyId, body, lastEntryId });
    return replyId;
  }

  protected async letterFor(to: Opened, text: { title: string; body: string }): Promise<LetterView> {
    const { body } = await this.send('officer', 'POST', '/api/letters', { conversationId: to.id });
    const drafted = body as LetterView;
    this.letters.push({ id: drafted.id, reference: drafted.reference });
    const saved = { ...drafted.text, ...text, version: drafted.version };
    await this.send('officer', 'PUT', `/api/letters/${drafted.id}/draft`, saved);
    return drafted;
  }

  protected async letterActs({ id }: LetterView, acts: readonly ('submit' | 'approve' | 'publish' | 'return')[]) {
    for (const act of acts) {
      const { version, submission } = (await this.clients.officer.get(`/api/letters/${id}`)).body as LetterView;
      const note = act === 'return' && { note: this.words('why a letter was returned', STAFF) };
      const role = act === 'approve' || act === 'return' ? 'reviewer' : 'officer';
      await this.send(role, 'POST', `/api/letters/${id}/${act}`, {
        version,
        contentHash: submission?.contentHash,
        ...note,
      });
    }
  }

  protected async act(role: Staff, { id }: Opened, verb: string, more: object = {}) {
    const { version } = (await this.clients.supervisor.get(`/api/conversations/${id}`)).body as ConversationView;
    return this.send(role, 'POST', `/api/conversations/${id}/${verb}`, { version, ...more });
  }

  async read({ id }: Opened): Promise<ConversationView> {
    return (await this.clients.supervisor.get(`/api/conversations/${id}`)).body;
  }

  async send(role: Staff, method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object) {
    const answer = await this.clients[role].send(method, path, body);
    if (answer.status >= 300) throw new Error(`${path} was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    await this.desk.drain();
    return answer;
  }
}
