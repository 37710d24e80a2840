import { Refusal } from '#domain/refusal.js';
import { isTimeZone } from '#domain/time/wall-clock.js';

/**
 * SQL for the first instant of a local date. Where clocks are set back over midnight the hour after it comes twice and
 * PostgreSQL takes the second: the day begins with the first.
 */
export function startOfDaySql(date: string, timeZone: string): string {
  return `(
    SELECT CASE WHEN ((start.at - interval '1 hour') AT TIME ZONE ${timeZone})::date = ${date}
      THEN start.at - interval '1 hour' ELSE start.at END
    FROM (SELECT (${date})::timestamp AT TIME ZONE ${timeZone} AS at) AS start
  )`;
}

/** Throws `invalid` for what is no IANA zone. */
export function assertTimeZone(timeZone: string): void {
  if (isTimeZone(timeZone)) return;
  const reason = 'is not an IANA time zone such as Asia/Shanghai';
  throw new Refusal('invalid', { detail: `timeZone: ${reason}`, errors: [{ field: 'timeZone', reason }] });
}
