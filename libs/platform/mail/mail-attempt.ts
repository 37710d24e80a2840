import { createHash, randomBytes } from 'node:crypto';
import { nextTryAt } from '#domain/notifications/mail-retry.js';

/** A hash is longer: one is never taken for the other. */
const SECRET_BYTES = 24;

export interface MailAttempt {
  /** This one, from 1. */
  attempt: number;
  /** The secret that switches the mails off: one, however often the mail is tried. Only its hash is kept in the end. */
  offToken: string;
}

/** A further attempt at a mail that was claimed, and what its row says from then on: nobody else tries it before its next time. */
export function mailAttempt(mail: { attempts: number; offHash: Buffer | null }, now: Date) {
  const attempt = mail.attempts + 1;
  const secret = mail.offHash?.length === SECRET_BYTES ? mail.offHash : randomBytes(SECRET_BYTES);
  const patch = { attempts: attempt, nextTryAt: nextTryAt(now, attempt), offHash: secret };
  return { patch, attempt, offToken: secret.toString('base64url') };
}

export function offHashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
