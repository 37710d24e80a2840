import { createHash, createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { type Tx, transaction } from '#database/transaction.js';
import type { ReportReason } from '#domain/moderation/reader-report.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import { record, SYSTEM } from '../conversations/conversation-record.js';

export interface ReceivedReport {
  messageId: string;
  reason: ReportReason;
  words: string | null;
  /** What tells one reader from another for a few days; only a salted hash of it is kept. */
  network: string;
  /** Of a reader who wanted to be known again; null for the others. */
  token: string | null;
  /** Make one if there is none. */
  isToBeKnown: boolean;
}

/** How long the same reader cannot report the same message again, and no longer. */
const ADDRESS_DAYS = 7;
const FORGOTTEN_AT_ONCE = 1_000;

/** Reports by readers of public messages. The caller has asked the visibility gate whether the message is public. */
@Injectable()
export class ReaderReportService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
  ) {}

  /** One per reader and message: again does nothing, and is not told from the first time. The token to keep, if any. */
  async receive(report: ReceivedReport): Promise<{ token: string | null }> {
    const at = this.clock.now();
    const token = await transaction(this.dataSource, (tx) => receiveIn(tx, report, at));
    this.nudge.nudge();
    return { token };
  }

  /** The hashes of addresses go with their salts. */
  async forgetAddresses(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - ADDRESS_DAYS * 86_400_000);
    await this.dataSource.query(
      `WITH old AS (
         DELETE FROM reader_report_salt WHERE message_id IN (
           SELECT message_id FROM reader_report_salt WHERE made_at <= $1 ORDER BY made_at LIMIT ${FORGOTTEN_AT_ONCE} FOR UPDATE SKIP LOCKED)
         RETURNING message_id
       )
       UPDATE reader_report r SET address_hash = NULL FROM old WHERE r.message_id = old.message_id AND r.address_hash IS NOT NULL`,
      [before],
    );
  }
}

async function receiveIn(tx: Tx, report: ReceivedReport, at: Date): Promise<string | null> {
  const addressHash = createHmac('sha256', await saltOf(tx, report.messageId, at))
    .update(report.network)
    .digest();
  const reporter = await reporterOf(tx, report, at);
  const inserted: { id: string }[] = await tx.query(
    `INSERT INTO reader_report (id, message_id, reporter_id, address_hash, reason, words, received_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
    [uuidv7(), report.messageId, reporter?.id ?? null, addressHash, report.reason, report.words || null, at],
  );
  if (inserted.length > 0) await recordReported(tx, report, at);
  return reporter?.token ?? null;
}

/** Of each message its own: nobody can be followed from one to the next. */
async function saltOf(tx: Tx, messageId: string, at: Date): Promise<Buffer> {
  const [row]: { salt: Buffer }[] = await tx.query(
    `INSERT INTO reader_report_salt AS s (message_id, salt, made_at) VALUES ($1, $2, $3)
     ON CONFLICT (message_id) DO UPDATE SET made_at = s.made_at RETURNING salt`,
    [messageId, randomBytes(32), at],
  );
  if (!row) throw new Error('a salt was neither found nor made');
  return row.salt;
}

async function reporterOf(
  tx: Tx,
  { token, isToBeKnown }: ReceivedReport,
  at: Date,
): Promise<{ id: string; token: string } | null> {
  const [known]: { id: string }[] = token
    ? await tx.query('SELECT id FROM reporter WHERE token_hash = $1', [hashOf(token)])
    : [];
  if (known && token) return { id: known.id, token };
  if (!isToBeKnown) return null;
  const made = { id: uuidv7(), token: randomBytes(32).toString('base64url') };
  await tx.query('INSERT INTO reporter (id, token_hash, made_at) VALUES ($1, $2, $3)', [
    made.id,
    hashOf(made.token),
    at,
  ]);
  return made;
}

/** Not in the history of the conversation: officers who work on it must not lose their place to a reader's click. */
async function recordReported(tx: Tx, { messageId, reason }: ReceivedReport, at: Date): Promise<void> {
  const [found]: { departmentId: string }[] = await tx.query(
    'SELECT c.department_id AS "departmentId" FROM message m JOIN conversation c ON c.id = m.conversation_id WHERE m.id = $1',
    [messageId],
  );
  if (!found) throw new Error(`message ${messageId} is gone`);
  const { departmentId } = found;
  const fact = { type: 'message.reported', conversationId: null, departmentId, version: null, actor: SYSTEM } as const;
  await record(tx, [{ ...fact, payload: { messageId, reason }, at }]);
}

const hashOf = (token: string): Buffer => createHash('sha256').update(`reporter\0${token}`).digest();
