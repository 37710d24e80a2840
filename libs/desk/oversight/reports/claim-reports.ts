import { v7 as uuidv7 } from 'uuid';
import { Report } from '#database/entities/report.entity.js';
import { ReportMail } from '#database/entities/report-mail.entity.js';
import type { Tx } from '#database/transaction.js';
import { nextReportAt, type ReportSchedule, reportPeriod } from '#domain/oversight/report-rhythm.js';
import { type MailAttempt, mailAttempt } from '#platform/mail/mail-attempt.js';

/** A desk that was down for longer sends the newest ones only: nobody reads a year of mornings at once. */
const MOST_AT_ONCE = 7;

type DueReport = { id: string; nextAt: Date } & ReportSchedule;

/** The next report whose moment has come. Another worker's is passed over. */
const DUE = `
  SELECT id, next_at AS "nextAt", rhythm, hour, time_zone AS "timeZone" FROM report
  WHERE ended_at IS NULL AND next_at <= $1 ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`;

/** Sets down the mails of one report, one for each period that has ended. False: nothing is due. */
export async function claimReport(tx: Tx, now: Date): Promise<boolean> {
  const [report]: DueReport[] = await tx.query(DUE, [now]);
  if (!report) return false;
  const moments: Date[] = [];
  let next = report.nextAt;
  for (; next <= now; next = nextReportAt(report, next)) moments.push(next);
  for (const moment of moments.slice(-MOST_AT_ONCE)) await setDown(tx, { report, moment, now });
  await tx.update(Report, { id: report.id }, { nextAt: next });
  return true;
}

/** The period is unique: however often this is done, there is one mail for it. */
async function setDown(tx: Tx, { report, moment, now }: { report: DueReport; moment: Date; now: Date }): Promise<void> {
  const { from, to } = reportPeriod(report, moment);
  await tx.query(
    `INSERT INTO report_mail (id, report_id, period_from, period_to, claimed_at, next_try_at)
     VALUES ($1, $2, $3, $4, $5, $5) ON CONFLICT (report_id, period_from) DO NOTHING`,
    [uuidv7(), report.id, from, to, now],
  );
}

export interface TakenReport extends MailAttempt {
  id: string;
  reportId: string;
  period: { from: string; to: string };
}

/** While the history of what its officer supervises is measured anew, a mail would tell of an old calendar: it waits. */
const OPEN = `
  SELECT m.id, m.report_id AS "reportId", m.period_from::text AS "from", m.period_to::text AS "to", m.attempts,
    m.off_hash AS "offHash"
  FROM report_mail m JOIN report r ON r.id = m.report_id
  WHERE m.ended_at IS NULL AND m.next_try_at <= $1 AND NOT EXISTS (
    SELECT 1 FROM unmeasured_department u
    JOIN role_grant g ON g.officer_id = r.officer_id AND g.role IN ('supervisor', 'administrator')
      AND (g.department_id IS NULL OR g.department_id = u.department_id)
    WHERE cardinality(r.department_ids) = 0 OR u.department_id = ANY(r.department_ids))
  ORDER BY m.next_try_at, m.id LIMIT 1 FOR UPDATE OF m SKIP LOCKED`;

/** Takes one mail to be sent now. Nobody else tries it before its next time has come. */
export async function takeReport(tx: Tx, now: Date): Promise<TakenReport | null> {
  const [mail]: (Pick<ReportMail, 'id' | 'reportId' | 'attempts' | 'offHash'> & { from: string; to: string })[] =
    await tx.query(OPEN, [now]);
  if (!mail) return null;
  const { id, reportId, from, to } = mail;
  const { patch, ...attempt } = mailAttempt(mail, now);
  await tx.update(ReportMail, { id }, patch);
  return { id, reportId, period: { from, to }, ...attempt };
}
