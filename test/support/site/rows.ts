import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { canonicalLetter, type LetterText } from '#domain/letters/letter-text.js';
import type { ModerationState, Visibility } from '#domain/moderation/visibility.js';

interface MessageRow {
  conversationId: string;
  body: string;
  title?: string;
  authorName?: string;
  visibility?: Visibility;
  state?: ModerationState;
  hiddenFor?: string;
  minute?: number;
}

interface ConversationRow {
  reference: string;
  departmentId: string;
  status?: string;
  isAnswered?: boolean;
  trackingToken?: string;
  dueAt?: string;
  minute?: number;
}

interface LetterRow {
  reference: string;
  conversationId: string;
  departmentId: string;
  text: LetterText;
  status: 'draft' | 'in-review' | 'approved' | 'published';
  language?: string;
}

const START = Date.parse('2026-05-03T02:15:00Z');
const sha256 = (text: string) => createHash('sha256').update(text).digest();

/** Writes rows as the desk would have, without the desk: what the site may show is decided by nothing but the rows. */
export class Rows {
  private officers: string[] = [];

  private constructor(
    private readonly client: pg.Client,
    readonly channelId: string,
  ) {}

  static async open(url: string): Promise<Rows> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const rows = new Rows(client, randomUUID());
    await rows.insert('channel', { id: rows.channelId, slug: 'web', kind: 'web', name: 'Web' });
    return rows;
  }

  close(): Promise<void> {
    return this.client.end();
  }

  query<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<pg.QueryResult<Row>> {
    return this.client.query<Row>(text, values);
  }

  async department(department: { slug: string; nameEn: string; nameZh: string; hours?: number }): Promise<string> {
    return this.insert('department', {
      slug: department.slug,
      reference_prefix: 'BJ',
      name_en: department.nameEn,
      name_zh: department.nameZh,
      time_zone: 'Asia/Shanghai',
      answer_within_hours: department.hours ?? null,
    });
  }

  async conversation(conversation: ConversationRow): Promise<string> {
    const at = new Date(START + (conversation.minute ?? 0) * 60_000);
    const isAnswered = conversation.isAnswered ?? false;
    return this.insert('conversation', {
      reference: conversation.reference,
      department_id: conversation.departmentId,
      channel_id: this.channelId,
      citizen_id: await this.citizen('Opener of the thread'),
      status: conversation.status ?? (isAnswered ? 'answered' : 'queued'),
      officer_id: conversation.status === 'assigned' ? await this.officer() : null,
      title: 'a title that staff see',
      excerpt: 'an excerpt that staff see',
      language: 'en',
      version: 1,
      tracking_hash: conversation.trackingToken ? sha256(conversation.trackingToken) : null,
      opened_at: at,
      last_message_at: at,
      answer_due_at: conversation.dueAt ?? null,
      first_answered_at: isAnswered ? new Date(at.getTime() + 3_600_000) : null,
    });
  }

  async message(message: MessageRow): Promise<string> {
    const at = new Date(START + (message.minute ?? 0) * 60_000);
    const [conversation] = (
      await this.query<{ citizen_id: string }>('SELECT citizen_id FROM conversation WHERE id = $1', [
        message.conversationId,
      ])
    ).rows;
    const id = await this.insert('message', {
      conversation_id: message.conversationId,
      author_name: message.authorName ?? 'A citizen of the spec',
      channel_id: this.channelId,
      external_id: randomUUID(),
      citizen_id: conversation?.citizen_id,
      title: message.title ?? null,
      body: message.body,
      body_digest: sha256(message.body),
      language: /\p{Script=Han}/u.test(message.body) ? 'zh' : 'en',
      visibility: message.visibility ?? 'public',
      state: message.state ?? 'visible',
      posted_at: at,
      received_at: at,
    });
    if (message.hiddenFor) await this.hide(id, message.hiddenFor);
    return id;
  }

  async reply(conversationId: string, body: string, minute = 60): Promise<string> {
    return this.insert('reply', {
      conversation_id: conversationId,
      officer_id: await this.officer(),
      body,
      sent_at: new Date(START + minute * 60_000),
    });
  }

  /** What officers have written here that is not sent: about to leave, taken back, or a draft. */
  async unsent(conversationId: string, words: { waiting: string; takenBack: string; draft: string }): Promise<void> {
    const officer_id = await this.officer();
    const at = new Date(START + 4 * 60_000);
    const reply = { conversation_id: conversationId, officer_id, sent_at: at, pressed_at: at, leaves_at: at };
    await this.insert('reply', { ...reply, body: words.waiting, state: 'waiting' });
    await this.insert('reply', { ...reply, body: words.takenBack, state: 'taken-back' });
    await this.query(
      'INSERT INTO reply_draft (conversation_id, officer_id, version, body, updated_at) VALUES ($1, $2, 1, $3, $4)',
      [conversationId, officer_id, words.draft, at],
    );
  }

  /** Corrected once, with an earlier text that must not be public. */
  async withheldCorrection(replyId: string, earlier: string): Promise<void> {
    await this.query(
      `INSERT INTO reply_correction (reply_id, number, earlier_body, is_earlier_withheld, reason, officer_id, corrected_at)
       VALUES ($1, 1, $2, true, 'It held a name.', $3, $4)`,
      [replyId, earlier, await this.officer(), new Date(START + 5 * 60_000)],
    );
  }

  /** Edited once, so that there is an earlier text too. */
  async note(conversationId: string, words: { body: string; earlier: string }): Promise<void> {
    const [author, mentioned] = [await this.officer(), await this.officer()];
    const at = new Date(START + 30 * 60_000);
    const id = await this.insert('note', {
      conversation_id: conversationId,
      officer_id: author,
      body: `@[${mentioned}] ${words.body}`,
      mentions: [mentioned],
      version: 2,
      written_at: at,
      edited_at: at,
    });
    await this.query('INSERT INTO note_version (note_id, number, body, written_at) VALUES ($1, 1, $2, $3)', [
      id,
      words.earlier,
      at,
    ]);
  }

  async letter(letter: LetterRow): Promise<string> {
    const [author, approver] = [await this.officer(), await this.officer()];
    const at = new Date(START + 90 * 60_000);
    const isPublished = letter.status === 'published';
    const id = await this.insert('letter', {
      reference: letter.reference,
      conversation_id: letter.conversationId,
      department_id: letter.departmentId,
      author_id: author,
      status: letter.status,
      version: 1,
      title: 'title of the working copy',
      salutation: 'salutation of the working copy',
      body: 'body of the working copy',
      writer_ids: [author],
      published_at: isPublished ? at : null,
      created_at: at,
      updated_at: at,
    });
    if (letter.status === 'draft') return id;
    const canonical = canonicalLetter(letter.text);
    const isApproved = letter.status !== 'in-review';
    await this.insert('letter_version', {
      letter_id: id,
      number: 1,
      canonical,
      content_hash: sha256(canonical).toString('hex'),
      language: letter.language ?? 'en',
      submitted_by: author,
      submitted_at: at,
      approved_by: isApproved ? approver : null,
      approved_at: isApproved ? at : null,
      published_at: isPublished ? at : null,
    });
    return id;
  }

  private async hide(messageId: string, reason: string): Promise<void> {
    await this.insert('moderation_decision', {
      message_id: messageId,
      decision: 'hide',
      reason,
      note: 'a note of the moderator',
      findings: '[]',
      decided_at: new Date(START),
    });
  }

  private async officer(): Promise<string> {
    const name = `Officer ${this.officers.length + 1} Zhangsan`;
    const id = await this.insert('officer', { email: `${randomUUID()}@desk.test`, name, password_hash: '-' });
    this.officers.push(id);
    return id;
  }

  private citizen(name: string): Promise<string> {
    return this.insert('citizen', { channel_id: this.channelId, external_id: randomUUID(), name });
  }

  private async insert(table: string, columns: Record<string, unknown>): Promise<string> {
    const row = { id: randomUUID(), ...columns };
    const names = Object.keys(row);
    const places = names.map((_, place) => `$${place + 1}`);
    await this.query(`INSERT INTO ${table} (${names}) VALUES (${places})`, Object.values(row));
    return row.id;
  }
}
