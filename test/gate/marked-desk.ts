import { randomUUID } from 'node:crypto';
import type { Officer } from '#database/entities/officer.entity.js';
import { mentionOf } from '#domain/notes/mentions.js';
import { buildChannel, buildDepartment, buildOfficer, buildOfficial } from '../support/build.js';
import { createCalendar } from '../support/calendars.js';
import { type OfficerClient, type PostedMessage, signIn } from '../support/clients.js';
import type { TestDesk } from '../support/desk.js';
import { ActingDesk, type Opened, STAFF, type Staff } from './acting-desk.js';
import type { Audience } from './markers.js';

const EVERYBODY = ['public', ...STAFF] as const;
const OWN = ['author', ...STAFF] as const;
/** What is covered is read by who moderates or has the conversation. */
const KEEPERS = ['moderator', 'administrator'] as const;
const SEALED = ['author', ...KEEPERS] as const;
/** A draft is read by who may answer or leads. */
const DRAFTERS = ['officer', 'supervisor', 'administrator'] as const;

/** A telephone number: what holds one is held. */
const HOLDS = 'Ring me on 13800138000.';

/** A desk on which everything that not everybody may see is written in words of its own. */
export class MarkedDesk extends ActingDesk {
  readonly noteIds: string[] = [];
  readonly replyIds: string[] = [];
  messageIds: string[] = [];
  readonly canned: string[] = [];
  readonly tags: string[] = [];
  readonly views: string[] = [];
  readonly bulks: string[] = [];
  readonly reports: string[] = [];
  /** Public messages to which something secret is added, by what. */
  private readonly open: Record<string, Opened> = {};
  private first: Opened = { id: '', reference: '', token: '', externalId: '' };

  static async open(desk: TestDesk): Promise<MarkedDesk> {
    const { dataSource } = desk;
    const here = await buildDepartment(dataSource, { leaveGraceMinutes: 10_080 });
    const there = await buildDepartment(dataSource);
    const { key } = await buildChannel(dataSource);
    const away = { isAvailable: false, seenAt: null };
    const officers = {} as Record<Staff, Officer>;
    for (const role of STAFF)
      officers[role] = await buildOfficer(dataSource, { department: here, roles: [role], ...away });
    const roles = ['officer', 'moderator', 'reviewer', 'supervisor', 'press'] as const;
    officers.elsewhere = await buildOfficer(dataSource, { department: there, roles: [...roles], ...away });
    const clients = {} as Record<Staff, OfficerClient>;
    for (const role of [...STAFF, 'elsewhere'] as const) clients[role] = await signIn(desk.api, officers[role].email);
    const { slug } = await createCalendar(clients.administrator);
    return new MarkedDesk(desk, here, there, officers, clients, key, [slug]);
  }

  /** What anybody may read: laid out first, so that what comes after can be seen to change nothing of it. */
  async layOutPublic(): Promise<void> {
    const pseudonymous = await this.opened({
      title: this.words('the title of a pseudonymous message', EVERYBODY),
      body: this.words('a pseudonymous message', EVERYBODY),
      name: this.words('the name of a pseudonymous author', STAFF),
      visibility: 'pseudonym',
    });
    await this.reply(pseudonymous, this.words('the answer to a pseudonymous message', EVERYBODY));
    const other = await this.opened({ body: this.words('a message of another citizen', EVERYBODY) }, 'other-citizen');
    await this.reply(other, 'We look into it.');
    await buildOfficial(this.desk.dataSource, this.here);
    const published = await this.letterFor(pseudonymous, {
      title: this.words('the title of a published letter', EVERYBODY),
      body: this.words('a published letter', EVERYBODY),
    });
    await this.letterActs(published, ['submit', 'approve', 'publish']);
    await this.settled();
    for (const place of ['draft', 'in review', 'approved', 'returned', 'waiting', 'taken back', 'survivor'] as const) {
      this.open[place] = await this.opened({ body: this.words(`a public message (${place})`, EVERYBODY) });
      await this.act('officer', this.open[place], 'acknowledge');
      if (place === 'waiting' || place === 'taken back') await this.act('officer', this.open[place], 'claim');
    }
    this.first = await this.answered();
    // The public is told that something was there.
    await this.follow('a hidden follow-up');
    await this.decide(this.first, 'abuse');
    await this.follow('a redacted follow-up', {}, '', SEALED);
    await this.redact(this.first);
    const redacted = await this.opened({
      title: this.words('the title of a redacted opening', SEALED),
      body: this.words('a redacted opening', SEALED),
      name: this.words('the name of a redacted opening', KEEPERS),
    });
    await this.redact(redacted);
    this.first = await this.answered();
    await this.readMessageIds();
  }

  /** Another message of the author, to what was answered. */
  private async follow(
    what: string,
    more: Partial<PostedMessage> = {},
    text = '',
    seenBy: readonly Audience[] = OWN,
  ): Promise<void> {
    const title = this.words(`the title of ${what}`, seenBy);
    await this.further(this.first, { title, ...more }, `${this.words(what, seenBy)} ${text}`);
  }

  /** What the department made of two public messages, and why. */
  private async settled(): Promise<void> {
    const closed = await this.opened({ body: this.words('a public message that nobody answers', EVERYBODY) });
    const why = this.words('why it is pressing', STAFF);
    await this.act('supervisor', closed, 'priority', { priority: 'high', reason: why });
    await this.act('supervisor', closed, 'close', { reason: this.words('why it was closed', STAFF) });
    const wrong = await this.opened({ body: this.words('a public message that was answered wrongly', EVERYBODY) });
    const replyId = await this.reply(wrong, this.words('the earlier text of a corrected reply, withheld', STAFF));
    await this.send('officer', 'POST', `/api/conversations/${wrong.id}/replies/${replyId}/corrections`, {
      version: 1,
      body: this.words('the text of a corrected reply', EVERYBODY),
      reason: 'It held a name.',
      withholdEarlier: true,
    });
  }

  /** A question and its answer, which the public reads in full. */
  private async answered(): Promise<Opened> {
    const opened = await this.opened({
      title: this.words('a public title', EVERYBODY),
      body: this.words('a public message', EVERYBODY),
      name: this.words('a public name', EVERYBODY),
    });
    this.replyIds.push(await this.reply(opened, this.words('a public answer', EVERYBODY)));
    return opened;
  }

  /** What only some may see, beside the public things and in conversations of its own. */
  async layOutSecrets(): Promise<void> {
    await this.messages();
    await this.unpublishedLetters();
    await this.remarks();
    await this.unsentReplies();
    await this.merged();
    await this.settings();
    await this.readMessageIds();
  }

  private async readMessageIds(): Promise<void> {
    const rows: { id: string }[] = await this.desk.dataSource.query('SELECT id FROM message ORDER BY id');
    this.messageIds = rows.map(({ id }) => id);
  }

  private async messages(): Promise<void> {
    const { first } = this;
    await this.follow('a held follow-up', {}, HOLDS);
    await this.follow('a follow-up for the department', { visibility: 'department' });
    await this.answer(first, this.words('the answer to a follow-up for the department', OWN));
    const alone = (what: string) => ({
      title: this.words(`the title of ${what}`, OWN),
      body: this.words(what, OWN),
      name: this.words(`the name of ${what}`, STAFF),
    });
    const held = alone('a held opening');
    await this.opened({ ...held, body: `${held.body} ${HOLDS}` });
    await this.opened({ ...alone('an opening for the department'), visibility: 'department' });
    const hidden = await this.opened(alone('a hidden opening'));
    await this.decide(hidden, 'personal-data');
    await this.reply(hidden, this.words('the answer to a hidden opening', OWN));
    const rejected = alone('a rejected opening');
    await this.decide(await this.opened({ ...rejected, body: `${rejected.body} ${HOLDS}` }), 'abuse', {
      decision: 'reject',
    });
    const unscreened = await this.opened(alone('an opening that is being screened'));
    await this.setState(unscreened, 'screening');
  }

  private async unpublishedLetters(): Promise<void> {
    const steps = {
      draft: [],
      'in review': ['submit'],
      approved: ['submit', 'approve'],
      returned: ['submit', 'return'],
    } as const;
    for (const [status, acts] of Object.entries(steps)) {
      const letter = await this.letterFor(this.place(status), {
        title: this.words(`the title of a letter that is ${status}`, STAFF),
        body: this.words(`a letter that is ${status}`, STAFF),
      });
      await this.letterActs(letter, acts);
    }
  }

  private async remarks(): Promise<void> {
    const { first } = this;
    const path = `/api/conversations/${first.id}/notes`;
    const write = async (body: string) => {
      const noteId = randomUUID();
      await this.send('officer', 'POST', path, { noteId, body: `${mentionOf(this.officers.press.id)} ${body}` });
      this.noteIds.push(noteId);
      return noteId;
    };
    await write(this.words('a note', STAFF));
    const edited = await write(this.words('the earlier text of a note', STAFF));
    await this.send('officer', 'PUT', `${path}/${edited}`, { version: 1, body: this.words('an edited note', STAFF) });
    const deleted = await write(this.words('a deleted note', []));
    await this.send('officer', 'DELETE', `${path}/${deleted}?version=1`);
  }

  private async unsentReplies(): Promise<void> {
    await this.send('officer', 'PUT', `/api/conversations/${this.first.id}/draft`, {
      version: 0,
      body: this.words('a draft of a reply', DRAFTERS),
    });
    const undo = `/api/departments/${this.here.slug}/undo`;
    await this.send('supervisor', 'PUT', undo, { undoSeconds: 60 });
    await this.answer(this.place('waiting'), this.words('a reply that has not left', STAFF));
    const back = this.place('taken back');
    const replyId = await this.answer(back, this.words('a reply that was taken back', DRAFTERS));
    await this.send('officer', 'DELETE', `/api/conversations/${back.id}/replies/${replyId}`);
    await this.send('supervisor', 'PUT', undo, { undoSeconds: 0 });
  }

  /** What another citizen wrote for the department, merged into what the author reads on a tracking page. */
  private async merged(): Promise<void> {
    const seenBy = ['other-citizen', ...STAFF] as const;
    const own = this.place('survivor');
    const other = await this.opened(
      { body: this.words('what another citizen wrote for the department', seenBy), visibility: 'department' },
      'other-citizen',
    );
    const intoVersion = (await this.read(own)).version;
    const reason = this.words('why it was merged', STAFF);
    await this.act('supervisor', other, 'merge', { intoId: own.id, intoVersion, reason });
  }

  private async settings(): Promise<void> {
    const canned = async (role: Staff, department: string | null, what: string, seenBy: readonly Audience[]) => {
      const id = randomUUID();
      const body = {
        id,
        department,
        title: `Title ${id}`,
        shortcut: null,
        language: 'en',
        body: this.words(what, seenBy),
      };
      await this.send(role, 'POST', '/api/canned-replies', body);
      this.canned.push(id);
    };
    await canned('officer', null, 'a canned reply of one’s own', ['officer']);
    await canned('supervisor', this.here.slug, 'a canned reply of the department', STAFF);
    const name = this.words('a tag', STAFF);
    const tag = { id: randomUUID(), department: this.here.slug, name: { en: name, zh: name }, colour: 'red' };
    await this.send('supervisor', 'POST', '/api/tags', tag);
    this.tags.push(tag.id);
    const view = async (role: Staff, more: object, what: string, seenBy: readonly Audience[]) => {
      const id = randomUUID();
      await this.send(role, 'POST', '/api/views', {
        id,
        name: this.words(what, seenBy),
        filter: { view: 'all' },
        ...more,
      });
      this.views.push(id);
    };
    await view('officer', { audience: 'mine' }, 'a view of one’s own', ['officer']);
    await view('supervisor', { audience: 'team', department: this.here.slug }, 'a view of the team', STAFF);
    const bulkId = randomUUID();
    const conversations = await Promise.all(
      [this.first].map(async (one) => ({ id: one.id, version: (await this.read(one)).version })),
    );
    const order = { act: 'close', reason: this.words('why many were closed', STAFF) };
    await this.send('supervisor', 'POST', '/api/bulk', { id: bulkId, order, selection: { conversations } });
    this.bulks.push(bulkId);
    const report = { departments: [], measures: ['first-answer'], clock: 'calendar', rhythm: 'daily', hour: 8 };
    const { body } = await this.send('supervisor', 'POST', '/api/oversight/reports', {
      ...report,
      timeZone: 'UTC',
      language: 'en',
    });
    this.reports.push((body as { id: string }).id);
  }

  private place(name: string): Opened {
    const place = this.open[name];
    if (!place) throw new Error(`nothing was laid out for ${name}`);
    return place;
  }
}
