import type { DataSource } from 'typeorm';
import type { Tx } from '#database/transaction.js';
import type { HoldingFacts } from '#domain/replies/holding.js';
import { prepared, preparedIn } from '#platform/database/prepared.js';
import { PARTS } from './merged-parts.js';
import { STANDING } from './standing.js';

/**
 * The promise to $1 as it runs, and whether it was extended: by a holding reply since what last ended one, an answer, a
 * closing or a clock that a supervisor started again. One that still waits to leave counts, so that there are never two.
 */
const HOLDING = {
  name: 'conversation-holding',
  text: `
  SELECT c.waiting_since AS "waitingSince", c.answer_due_at AS "dueAt", d.time_zone AS "timeZone",
    coalesce((
      SELECT (v.policy ->> 'holdingDays')::int FROM deadline_policy_version v
      WHERE v.department_id = c.department_id ORDER BY v.version DESC LIMIT 1
    ), 0) AS "holdingDays",
    EXISTS (
      SELECT 1 FROM reply h WHERE h.conversation_id = ${PARTS} AND h.kind = 'holding' AND h.state <> 'taken-back'
        AND h.pressed_at > greatest(
          (SELECT max(r.sent_at) FROM reply r WHERE r.conversation_id = ${PARTS} AND r.kind = 'answer' AND r.state = 'sent'),
          (SELECT max(l.published_at) FROM letter l WHERE l.conversation_id = ${PARTS} AND l.status = 'published'),
          (SELECT max(e.at) FROM conversation_event e WHERE e.conversation_id = $1 AND ${STANDING}
            AND (e.type = 'conversation.closed' OR (e.type = 'conversation.transferred' AND e.payload ->> 'clock' = 'restart'))),
          '-infinity'
        )
    ) AS "isExtended"
  FROM conversation c JOIN department d ON d.id = c.department_id WHERE c.id = $1`,
};

export async function holdingFacts(dataSource: DataSource, conversationId: string): Promise<HoldingFacts> {
  return only(await prepared<HoldingFacts>(dataSource, HOLDING, [conversationId]));
}

/** Of a conversation that is locked: nobody else extends it meanwhile. */
export async function holdingFactsIn(tx: Tx, conversationId: string): Promise<HoldingFacts> {
  return only(await preparedIn<HoldingFacts>(tx, HOLDING, [conversationId]));
}

function only([facts]: HoldingFacts[]): HoldingFacts {
  if (!facts) throw new Error('there is no such conversation');
  return facts;
}
