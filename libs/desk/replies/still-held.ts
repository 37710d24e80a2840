import type { Conversation } from '#database/entities/conversation.entity.js';
import type { Tx } from '#database/transaction.js';
import type { TakenBackBecause } from '#domain/assignment/taken-back.js';

/** Why its officer can no longer answer: the account or the role was lost while a reply waited. Null where they can. */
export async function whyNotHeld(
  tx: Tx,
  { status, officerId, departmentId }: Pick<Conversation, 'status' | 'officerId' | 'departmentId'>,
): Promise<TakenBackBecause | null> {
  if (status !== 'assigned') return null;
  const [row]: { isActive: boolean; isOfficer: boolean }[] = await tx.query(
    `SELECT o.is_active AS "isActive", EXISTS (SELECT 1 FROM role_grant g
       WHERE g.officer_id = o.id AND g.role = 'officer' AND g.department_id = $2) AS "isOfficer"
     FROM officer o WHERE o.id = $1`,
    [officerId, departmentId],
  );
  if (!row?.isActive) return 'deactivated';
  return row.isOfficer ? null : 'role-removed';
}
