import type { DataSource } from 'typeorm';
import { PRESENCE_SECONDS } from '#contracts/realtime.js';
import type { Tx } from '#database/transaction.js';
import type { Attendance } from '#domain/assignment/absence.js';
import type { HeldByAbsent } from '#domain/assignment/taken-back.js';
import { ATTENDANCE } from './candidates.js';

export interface OfficerAtWork extends Attendance {
  id: string;
  absentSince: Date | null;
}

const OFFICERS = `
  SELECT o.id, o.absent_since AS "absentSince", ${ATTENDANCE} FROM officer o
  WHERE o.is_active AND EXISTS (SELECT 1 FROM role_grant g WHERE g.officer_id = o.id AND g.role = 'officer') AND $1`;

/** Every officer who answers anywhere: a desk has as many as it has chairs. */
export function officersAtWork(dataSource: DataSource, now: Date): Promise<OfficerAtWork[]> {
  return dataSource.query(OFFICERS, [true, now]);
}

/** How many conversations are taken back in one transaction. */
const BATCH = 100;

/**
 * The rule is `staysWith`, asked again under the lock; here only what can be told by an index. It starts from the absent,
 * so that a desk where everybody is at work pays for a look at its officers.
 */
export const HOLDINGS = `
  WITH absent AS MATERIALIZED (SELECT o.id, o.absent_since, o.seen_at FROM officer o WHERE o.absent_since IS NOT NULL)
  SELECT h.id FROM absent o CROSS JOIN LATERAL (
    SELECT c.id FROM conversation c
    JOIN department d ON d.id = c.department_id
    JOIN assignment a ON a.conversation_id = c.id AND a.ended_at IS NULL
    WHERE c.officer_id = o.id AND c.status = 'assigned'
      AND greatest(o.absent_since, a.assigned_at) <= $1::timestamptz - make_interval(mins => d.leave_grace_minutes)
      AND c.reply_leaves_at IS NULL AND c.snoozed_until IS NULL
      AND NOT (a.reason ->> 'rule' = 'by-hand' AND a.assigned_at >= o.absent_since)
      AND NOT (a.reason ->> 'rule' IN ('claimed', 'pulled')
        AND coalesce(o.seen_at > $1::timestamptz - make_interval(secs => ${PRESENCE_SECONDS}), false))
      AND NOT EXISTS (SELECT 1 FROM reply_draft w WHERE w.conversation_id = c.id AND w.officer_id = o.id AND (w.body <> '' OR w.holding_reason <> '')
        AND w.updated_at > $1::timestamptz - make_interval(mins => d.leave_grace_minutes))
    LIMIT ${BATCH}
  ) h
  ORDER BY h.id LIMIT ${BATCH}`;

/** Conversations whose absent officers have had their grace time. */
export async function absentHoldings(dataSource: DataSource, now: Date): Promise<string[]> {
  const rows: { id: string }[] = await dataSource.query(HOLDINGS, [now]);
  return rows.map(({ id }) => id);
}

export interface Holding extends Attendance, HeldByAbsent {
  conversationId: string;
  officerId: string;
  absentSince: Date | null;
}

const HELD = `
  SELECT c.id AS "conversationId", o.id AS "officerId", o.absent_since AS "absentSince", ${ATTENDANCE},
    a.reason ->> 'rule' AS rule, a.assigned_at AS "assignedAt", d.leave_grace_minutes AS "graceMinutes",
    c.reply_leaves_at IS NOT NULL AS "hasReplyWaiting",
    (SELECT w.updated_at FROM reply_draft w WHERE w.conversation_id = c.id AND w.officer_id = o.id AND (w.body <> '' OR w.holding_reason <> '')) AS "lastWorkedAt"
  FROM conversation c
  JOIN department d ON d.id = c.department_id
  JOIN officer o ON o.id = c.officer_id
  JOIN assignment a ON a.conversation_id = c.id AND a.ended_at IS NULL
  WHERE c.id = ANY($1::uuid[]) AND c.status = 'assigned' AND c.snoozed_until IS NULL ORDER BY c.id`;

/** What is known of locked conversations and of who has them. */
export function heldConversations(tx: Tx, ids: readonly string[], now: Date): Promise<Holding[]> {
  return tx.query(HELD, [ids, now]);
}
