import { createHash } from 'node:crypto';
import type { ConversationView, HistoryEntry, ThreadEntry } from '#contracts/conversations.http.js';
import type { SentReply } from '#contracts/replies.http.js';
import type { Department } from '#database/entities/department.entity.js';
import type { Officer } from '#database/entities/officer.entity.js';
import { buildChannel, buildDepartment, buildOfficer } from './build.js';
import { inLetters, type OfficerClient, type PostedMessage, postAccepted, signIn } from './clients.js';
import { startDesk, type TestDesk } from './desk.js';

export const ASKED = 'At which house number is the lamp?';
export const ANSWER = 'The lamp is repaired on Thursday morning.';
export const REASON = 'the spare part comes from another city';

const DAY_MS = 86_400_000;

type ReplyEntry = Extract<ThreadEntry, { kind: 'reply' }>;
type Clients = Record<'asAna' | 'asBo' | 'asLead' | 'asThere', OfficerClient>;

/** A desk with a site on which weeks may pass; nobody takes anything by themselves. */
export async function startReplyDesk(fields: Partial<Department> = {}): Promise<Replying> {
  const desk = await startDesk({ site: true, env: { SESSION_HOURS: '720' } });
  const { dataSource } = desk;
  const department = await buildDepartment(dataSource, fields);
  const other = await buildDepartment(dataSource);
  const { key } = await buildChannel(dataSource);
  const away = { department, isAvailable: false };
  const ana = await buildOfficer(dataSource, away);
  const bo = await buildOfficer(dataSource, away);
  const lead = await buildOfficer(dataSource, { department, roles: ['supervisor'] });
  const there = await buildOfficer(dataSource, { department: other, isAvailable: false });
  const staff = { ana, bo, lead, there };
  return new Replying({ desk, department, other, key, staff, clients: await signedIn(desk, staff) });
}

type Staff = Record<'ana' | 'bo' | 'lead' | 'there', Officer>;

async function signedIn({ api }: TestDesk, { ana, bo, lead, there }: Staff): Promise<Clients> {
  return {
    asAna: await signIn(api, ana.email),
    asBo: await signIn(api, bo.email),
    asLead: await signIn(api, lead.email),
    asThere: await signIn(api, there.email),
  };
}

interface Place {
  desk: TestDesk;
  department: Department;
  other: Department;
  key: string;
  staff: Staff;
  clients: Clients;
}

/** One conversation at hand: what its citizen and its officers write, and what everybody sees of it. */
export class Replying {
  /** Of the conversation at hand. */
  id = '';
  externalId = '';

  constructor(private readonly place: Place) {}

  get desk() {
    return this.place.desk;
  }
  get department() {
    return this.place.department;
  }
  get other() {
    return this.place.other;
  }
  get staff() {
    return this.place.staff;
  }
  get asAna() {
    return this.place.clients.asAna;
  }
  get asBo() {
    return this.place.clients.asBo;
  }
  get asLead() {
    return this.place.clients.asLead;
  }
  get asThere() {
    return this.place.clients.asThere;
  }

  /** After more days than a session lasts. */
  async signAllIn(): Promise<void> {
    this.place.clients = await signedIn(this.desk, this.staff);
  }

  /** Another message of a citizen is at hand from here on, and in Ana's. */
  async opened(message: Partial<PostedMessage> = {}): Promise<void> {
    await this.queued(message);
    await this.act('claim');
  }

  /** The same, in nobody's hands. */
  async queued(message: Partial<PostedMessage> = {}): Promise<void> {
    ({ id: this.id, externalId: this.externalId } = await this.received(message));
  }

  async received(message: Partial<PostedMessage> = {}) {
    const { desk, department, key } = this.place;
    const posted = { department: department.slug, externalId: crypto.randomUUID(), ...message };
    const { conversationId, reference } = await postAccepted(desk.api, key, posted);
    await desk.drain();
    return { id: conversationId, reference, externalId: posted.externalId };
  }

  /** The same citizen, in answer to what was answered. */
  writeAgain(words: string, more: Partial<PostedMessage> = {}) {
    const author = { externalId: `author-${this.externalId}`, name: 'Wang Fang' };
    const body = `${words} ${inLetters(crypto.randomUUID())}`;
    return this.received({ inReplyTo: this.externalId, author, body, ...more });
  }

  async read(of = this.id, as = this.asLead): Promise<ConversationView> {
    return (await as.get(`/api/conversations/${of}`)).body as ConversationView;
  }

  async act(verb: string, more: object = {}, as = this.asAna, of = this.id) {
    const { version } = await this.read(of, as);
    const answer = await as.send('POST', `/api/conversations/${of}/${verb}`, { version, ...more });
    await this.desk.drain();
    return answer;
  }

  async send(more: object = {}, as = this.asAna, of = this.id) {
    const { lastEntryId } = await this.read(of, as);
    const order = { replyId: crypto.randomUUID(), body: ANSWER, lastEntryId, ...more };
    const answer = await as.send('POST', `/api/conversations/${of}/replies`, order);
    await this.desk.drain();
    return answer;
  }

  /** As above; what refuses it is an error. */
  async sent(more: object = {}): Promise<SentReply> {
    const { status, body } = await this.send(more);
    if (status !== 201) throw new Error(`sending was answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  ask(as?: OfficerClient) {
    return this.send({ kind: 'question', body: ASKED }, as);
  }

  hold(days = 9, more: object = {}) {
    return this.send({ kind: 'holding', body: '', until: this.inDays(days), reason: REASON, ...more });
  }

  takeBack(replyId: string, as = this.asAna) {
    return as.send('DELETE', `/api/conversations/${this.id}/replies/${replyId}`);
  }

  inDays(days: number): string {
    return new Date(this.desk.clock.now().getTime() + days * DAY_MS).toISOString();
  }

  /** A week for every answer, which a holding reply puts off by so many days at most. */
  promise({ id: departmentId }: Department, holdingDays: number) {
    const rule = { classCode: null, priority: null, amount: 168, unit: 'hours', clock: 'calendar', atLatestDays: null };
    const rules = ['answer', 'next-answer'].map((kind) => ({ kind, ...rule }));
    const classes = [{ code: 'life', name: { en: 'Life and property', zh: '生命财产' } }];
    const policy = { classes, rules, holdingDays, warnAt: [0.5, 0.8, 1] };
    return this.desk.dataSource.query(
      `INSERT INTO deadline_policy_version (department_id, version, policy, why, created_at)
       SELECT $1, coalesce(max(version), 0) + 1, $2, 'spec', $3 FROM deadline_policy_version WHERE department_id = $1`,
      [departmentId, JSON.stringify(policy), this.desk.clock.now()],
    );
  }

  undoSeconds(seconds: number) {
    return this.asLead.send('PUT', `/api/departments/${this.department.slug}/undo`, { undoSeconds: seconds });
  }

  async replies(): Promise<ReplyEntry[]> {
    return (await this.read()).thread.filter((entry): entry is ReplyEntry => entry.kind === 'reply');
  }

  async history(): Promise<HistoryEntry[]> {
    const { body } = await this.asLead.get(`/api/conversations/${this.id}/events`);
    return (body as { items: HistoryEntry[] }).items;
  }

  async inView(view: string): Promise<boolean> {
    const { body } = await this.asLead.get(`/api/inbox?view=${view}&department=${this.department.slug}&limit=100`);
    return (body as { items: { id: string }[] }).items.some((row) => row.id === this.id);
  }

  async publicHtml(language = 'en'): Promise<string> {
    return this.html(`/conversations/${(await this.read()).reference}?lang=${language}`);
  }

  async publicPage(language = 'en'): Promise<string> {
    return wordsOf(await this.publicHtml(language));
  }

  /** Reads the citizen's own page, as often as it is called. */
  async trackingPage(): Promise<() => Promise<string>> {
    const token = crypto.randomUUID();
    const hash = createHash('sha256').update(token).digest();
    const { dataSource } = this.desk;
    await dataSource.query('UPDATE conversation SET tracking_hash = $2 WHERE id = $1', [this.id, hash]);
    return async () => wordsOf(await this.html(`/track/${token}?lang=en`));
  }

  private async html(path: string): Promise<string> {
    return (await fetch(`${this.desk.site}${path}`)).text();
  }

  /** Closed in bulk by the supervisor, which is taken back again. */
  async closedAndReopened(): Promise<void> {
    const { version } = await this.read();
    const bulkId = crypto.randomUUID();
    const selection = { conversations: [{ id: this.id, version }] };
    const order = { id: bulkId, order: { act: 'close', reason: 'Spam.' }, selection };
    const { status } = await this.asLead.send('POST', '/api/bulk', order);
    if (status !== 202) throw new Error(`closing was answered ${status}`);
    await this.desk.drain();
    const closed = await this.read();
    if (closed.status !== 'closed' || closed.askedAt !== null) throw new Error('it is not closed');
    await this.asLead.send('POST', `/api/bulk/${bulkId}/undo`, { id: crypto.randomUUID() });
    await this.desk.drain();
  }
}

function wordsOf(html: string): string {
  return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}
