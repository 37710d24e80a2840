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

const OPEN = `
  SELECT id, report_id AS "reportId", period_from::text AS "from", period_to::text AS "to", attempts, off_hash AS "offHash"
  FROM report_mail WHERE ended_at IS NULL AND next_try_at <= $1
  ORDER BY next_try_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`;

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
