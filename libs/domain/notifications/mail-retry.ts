/** A mail server that is away all day long has somebody to look after it. */
export const MAIL_ATTEMPTS = 8;

const FIRST_WAIT_MINUTES = 5;
const LONGEST_WAIT_MINUTES = 240;

/** When a mail is tried again, unless this attempt succeeds; attempts count from 1. Long enough for the attempt itself. */
export function nextTryAt(now: Date, attempt: number): Date {
  const minutes = Math.min(FIRST_WAIT_MINUTES * 2 ** (attempt - 1), LONGEST_WAIT_MINUTES);
  return new Date(now.getTime() + minutes * 60_000);
}
