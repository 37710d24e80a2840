import { z } from 'zod';
import { type ReaderReportView, type ReportedMessage, reportReasonSchema } from '#contracts/reader-reports.http.js';
import { type OpenReport, type ReportReason, upheldShare } from '#domain/moderation/reader-report.js';
import { heldMessageView } from './moderation.view.js';
import type { ReportedRow } from './reported.queries.js';

const rowsSchema = z.array(
  z.object({
    id: z.uuid(),
    reason: reportReasonSchema,
    words: z.string().nullable(),
    receivedAt: z.coerce.date(),
    reporterId: z.uuid().nullable(),
    upheld: z.int(),
    dismissed: z.int(),
  }),
);
type ReportRow = z.infer<typeof rowsSchema>[number];

/** A message with what the rule needs to put it in its place. */
export interface Reported {
  row: ReportedRow;
  reports: (ReportRow & OpenReport)[];
}

export function reportedOf(row: ReportedRow): Reported {
  const reports = rowsSchema.parse(row.reports).map((report) => {
    const { reporterId, upheld, dismissed } = report;
    return { ...report, standing: reporterId ? { upheld, dismissed } : null };
  });
  return { row, reports };
}

export function reportedMessageView({ row, reports }: Reported): ReportedMessage {
  return { ...heldMessageView(row), state: row.state, reasons: reasonsIn(reports), reports: reports.map(reportView) };
}

function reportView({ id, reason, words, receivedAt, reporterId, standing }: ReportRow & OpenReport): ReaderReportView {
  const reporter = reporterId && standing ? { id: reporterId, ...standing, upheldShare: upheldShare(standing) } : null;
  return { id, reason, words, receivedAt: receivedAt.toISOString(), reporter };
}

function reasonsIn(reports: readonly { reason: ReportReason }[]): ReportedMessage['reasons'] {
  const counts = new Map<ReportReason, number>();
  for (const { reason } of reports) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => ({ reason, count })).sort((one, other) => other.count - one.count);
}
