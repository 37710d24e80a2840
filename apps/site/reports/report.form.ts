import { REPORT_WORDS_LIMIT } from '#contracts/reader-reports.http.js';
import { REPORT_REASONS, type ReportReason } from '#domain/moderation/reader-report.js';
import { type FieldProblem, fieldOf, textProblems } from '../submit/field-problem.js';

/** What stands in the form, as it was chosen and typed. */
export interface ReportForm {
  reason: ReportReason | null;
  words: string;
  isToBeKnown: boolean;
}

export const EMPTY_REPORT: ReportForm = { reason: null, words: '', isToBeKnown: false };

export function reportOf(body: unknown): ReportForm {
  const reason = fieldOf(body, 'reason');
  return {
    reason: REPORT_REASONS.find((known) => known === reason) ?? null,
    words: fieldOf(body, 'words'),
    isToBeKnown: fieldOf(body, 'known') === 'yes',
  };
}

export function checkReport({ reason, words }: ReportForm): FieldProblem[] {
  return [
    ...(reason === null ? [{ field: 'reason', key: 'report.problem.reason' } as const] : []),
    ...textProblems(words, { field: 'words', limit: REPORT_WORDS_LIMIT, long: 'report.problem.long' }),
  ];
}
