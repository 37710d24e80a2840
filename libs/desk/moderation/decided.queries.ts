import { z } from 'zod';
import { findingSchema } from '#contracts/moderation.http.js';
import type { Tx } from '#database/transaction.js';
import type { Decision } from '#domain/moderation/decision.lifecycle.js';
import type { Finding } from '#domain/moderation/screening.js';
import type { ModerationState } from '#domain/moderation/visibility.js';

/** A decision on a message that was made before. */
export interface Decided {
  id: string;
  decision: Decision;
  isByDesk: boolean;
  /** Null for the desk. */
  decidedBy: string | null;
  officerName: string | null;
  state: ModerationState | null;
  hideProposalId: string | null;
  at: Date;
  findings: Pick<Finding, 'kind' | 'field' | 'start' | 'end'>[];
}

/** All that was decided on a message, oldest first. */
export async function decidedOn(tx: Tx, messageId: string): Promise<Decided[]> {
  const rows: (Omit<Decided, 'findings'> & { findings: unknown })[] = await tx.query(
    `SELECT x.id, x.decision, x.decided_by IS NULL AS "isByDesk", x.decided_by AS "decidedBy", o.name AS "officerName", x.state,
       x.hide_proposal_id AS "hideProposalId", x.decided_at AS at, x.findings
     FROM moderation_decision x LEFT JOIN officer o ON o.id = x.decided_by
     WHERE x.message_id = $1 ORDER BY x.decided_at, x.id`,
    [messageId],
  );
  return rows.map((row) => ({ ...row, findings: z.array(findingSchema).parse(row.findings) }));
}
