import type { Tx } from '#database/transaction.js';
import type { Decision } from '#domain/moderation/decision.lifecycle.js';
import type { ReportOutcome } from '#domain/moderation/reader-report.js';

/** Holding decides nothing yet: what was reported is decided with the message. */
const OUTCOMES: Record<Decision, ReportOutcome | null> = {
  publish: 'dismissed',
  hold: null,
  redact: 'upheld',
  hide: 'upheld',
  reject: 'upheld',
  restore: 'dismissed',
};

/**
 * A decision on a message is one on all that readers said against it; restoring it also takes back that they were right.
 */
export async function settleReports(
  tx: Tx,
  { messageId, decision, officerId, at }: { messageId: string; decision: Decision; officerId: string; at: Date },
): Promise<void> {
  const outcome = OUTCOMES[decision];
  if (!outcome) return;
  await tx.query(
    `UPDATE reader_report SET outcome = $2, decided_by = $3, decided_at = $4
     WHERE message_id = $1 AND (outcome IS NULL OR $5::boolean AND outcome = 'upheld')`,
    [messageId, outcome, officerId, at, decision === 'restore'],
  );
}
