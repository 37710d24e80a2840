import type { Tx } from '#database/transaction.js';
import { beyondCapacity, type InHand } from '#domain/assignment/over-capacity.js';
import { SYSTEM } from '../conversations/conversation-record.js';
import { lockInHand } from './lock-in-hand.js';
import { takeBack } from './take-back.js';

const IN_HAND = `
  SELECT c.id AS "conversationId", c.priority, a.reason ->> 'rule' AS rule, a.assigned_at AS "assignedAt",
    c.reply_leaves_at IS NOT NULL OR EXISTS (SELECT 1 FROM reply_draft w
      WHERE w.conversation_id = c.id AND w.officer_id = c.officer_id AND (w.body <> '' OR w.holding_reason <> '')) AS "isWorkedOn"
  FROM conversation c JOIN assignment a ON a.conversation_id = c.id AND a.ended_at IS NULL
  WHERE c.officer_id = $1 AND c.status = 'assigned' AND c.snoozed_until IS NULL ORDER BY c.id`;

/** Takes back what is beyond a capacity that is being lowered. */
export async function takeBackBeyond(
  tx: Tx,
  { officerId, capacity, now }: { officerId: string; capacity: number; now: Date },
): Promise<void> {
  const locked = await lockInHand(tx, officerId);
  const inHand: InHand[] = await tx.query(IN_HAND, [officerId]);
  const taken = beyondCapacity(inHand, capacity).flatMap((id) => {
    const conversation = locked.get(id);
    return conversation ? [{ conversation, because: 'over-capacity' as const }] : [];
  });
  await takeBack(tx, taken, { actor: SYSTEM, now });
}
