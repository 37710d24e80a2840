/** Why a reader reports a message, in the order in which it is offered. `danger`: somebody's life or health. */
export const REPORT_REASONS = ['danger', 'personal-data', 'abuse', 'unlawful', 'spam', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

export type ReportOutcome = 'upheld' | 'dismissed';

/** What became of the earlier reports of the same reporter. */
export interface ReporterStanding {
  upheld: number;
  dismissed: number;
}

export interface OpenReport {
  reason: ReportReason;
  /** Null for a reader whom nothing connects with earlier reports. */
  standing: ReporterStanding | null;
  receivedAt: Date;
}

/**
 * From 0 to 1: how far the reporter has been right. One of whom nothing is known counts half, and each report that was
 * decided moves it: with two imagined ones, one of each, a single mistake silences nobody.
 */
export function weightOf(standing: ReporterStanding | null): number {
  if (!standing) return 0.5;
  return (standing.upheld + 1) / (standing.upheld + standing.dismissed + 2);
}

/** The share of the decided reports that were upheld; null where none was decided. */
export function upheldShare({ upheld, dismissed }: ReporterStanding): number | null {
  return upheld + dismissed === 0 ? null : upheld / (upheld + dismissed);
}

/** Danger to somebody first; then what the more, and the more reliable, report; then what was reported first. */
export function byUrgency(one: readonly OpenReport[], other: readonly OpenReport[]): number {
  return (
    Number(isAboutDanger(other)) - Number(isAboutDanger(one)) ||
    weightOfAll(other) - weightOfAll(one) ||
    firstAt(one) - firstAt(other)
  );
}

const isAboutDanger = (reports: readonly OpenReport[]) => reports.some(({ reason }) => reason === 'danger');
const weightOfAll = (reports: readonly OpenReport[]) =>
  reports.reduce((sum, { standing }) => sum + weightOf(standing), 0);
const firstAt = (reports: readonly OpenReport[]) => Math.min(...reports.map(({ receivedAt }) => receivedAt.getTime()));
