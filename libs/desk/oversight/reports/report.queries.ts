import type { DataSource } from 'typeorm';
import type { Report } from '#database/entities/report.entity.js';
import type { Tx } from '#database/transaction.js';

export type ReportRecord = Omit<Report, 'officerId' | 'createdAt' | 'endedAt'> & {
  last: { from: string; to: string; at: Date | string; outcome: 'sent' | 'given-up' | 'not-allowed' | null } | null;
};

const REPORTS = `
  SELECT r.id, r.department_ids AS "departmentIds", r.measures, r.clock, r.rhythm, r.hour, r.time_zone AS "timeZone",
    r.language, r.next_at AS "nextAt", (
      SELECT json_build_object('from', m.period_from, 'to', m.period_to, 'at', coalesce(m.ended_at, m.claimed_at), 'outcome', m.outcome)
      FROM report_mail m WHERE m.report_id = r.id ORDER BY m.period_from DESC LIMIT 1) AS last
  FROM report r WHERE r.officer_id = $1 AND r.ended_at IS NULL ORDER BY r.created_at, r.id`;

/** Those that an officer has running, in the order in which they were ordered. */
export function reportsOf(source: DataSource | Tx, officerId: string): Promise<ReportRecord[]> {
  return source.query(REPORTS, [officerId]);
}
