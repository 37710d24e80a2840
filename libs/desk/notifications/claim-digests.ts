import { v7 as uuidv7 } from 'uuid';
import { PRESENCE_SECONDS } from '#contracts/realtime.js';
import { Digest } from '#database/entities/digest.entity.js';
import type { Tx } from '#database/transaction.js';
import type { Attendance } from '#domain/assignment/absence.js';
import { DIGEST_EVERY_MINUTES, takesMail } from '#domain/notifications/digest-timing.js';
import { type MailAttempt, mailAttempt } from '#platform/mail/mail-attempt.js';

type Awaiting = { id: string } & Pick<Attendance, 'workingHours' | 'timeZone' | 'outFrom' | 'outUntil'>;

/** Officers without a console who have something unread that is old enough. Another worker's are passed over. */
const AWAITING = `
  SELECT o.id, o.working_hours AS "workingHours", o.out_from AS "outFrom", o.out_until AS "outUntil",
    coalesce(o.time_zone, (SELECT d.time_zone FROM role_grant g JOIN department d ON d.id = g.department_id
      WHERE g.officer_id = o.id ORDER BY d.slug LIMIT 1), 'UTC') AS "timeZone"
  FROM officer o
  WHERE o.id IN (SELECT officer_id FROM notification WHERE mail_due_at <= $1 AND read_at IS NULL) AND o.is_active
    AND (o.seen_at IS NULL OR o.seen_at < $1::timestamptz - make_interval(secs => ${PRESENCE_SECONDS}))
  ORDER BY o.id FOR NO KEY UPDATE OF o SKIP LOCKED`;

/** What is asked after the lock is not older than it: who was claimed meanwhile is seen. */
const CLAIMED_LATELY = `
  SELECT 1 FROM digest WHERE officer_id = $1 AND claimed_at > $2::timestamptz - make_interval(mins => ${DIGEST_EVERY_MINUTES})`;

/** Sets down a mail for everybody who is due one, with all that it will tell of: each line is in one mail only. */
export async function claimDigests(tx: Tx, now: Date): Promise<void> {
  const awaiting: Awaiting[] = await tx.query(AWAITING, [now]);
  for (const officer of awaiting.filter((one) => takesMail(one, now))) {
    const lately: unknown[] = await tx.query(CLAIMED_LATELY, [officer.id, now]);
    if (lately.length === 0) await claim(tx, officer.id, now);
  }
}

async function claim(tx: Tx, officerId: string, now: Date): Promise<void> {
  const id = uuidv7();
  await tx.insert(Digest, { id, officerId, claimedAt: now, nextTryAt: now, attempts: 0 });
  const [, lines]: [unknown, number] = await tx.query(
    `UPDATE notification SET digest_id = $2, mail_due_at = NULL
     WHERE officer_id = $1 AND read_at IS NULL AND mail_due_at IS NOT NULL`,
    [officerId, id],
  );
  if (lines === 0) await tx.delete(Digest, { id });
}

export interface TakenDigest extends MailAttempt {
  id: string;
  officerId: string;
}

/** Takes one mail to be sent now. Nobody else tries it before its next time has come. */
export async function takeDigest(tx: Tx, now: Date): Promise<TakenDigest | null> {
  const [digest]: Pick<Digest, 'id' | 'officerId' | 'attempts' | 'offHash'>[] = await tx.query(
    `SELECT id, officer_id AS "officerId", attempts, off_hash AS "offHash" FROM digest WHERE ended_at IS NULL AND next_try_at <= $1
     ORDER BY next_try_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [now],
  );
  if (!digest) return null;
  const { id, officerId } = digest;
  const { patch, ...attempt } = mailAttempt(digest, now);
  await tx.update(Digest, { id }, patch);
  return { id, officerId, ...attempt };
}
