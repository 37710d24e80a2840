import type { Tx } from '#database/transaction.js';
import type { Actor } from '#domain/identity/roles.js';

/** With the roles of this moment, not of the moment of ordering; with none for an officer who is no longer on staff. */
export async function actorNow(tx: Tx, officerId: string): Promise<Actor> {
  const grants: Actor['grants'] = await tx.query(
    `SELECT g.role, g.department_id AS "departmentId" FROM role_grant g JOIN officer o ON o.id = g.officer_id
     WHERE o.id = $1 AND o.is_active`,
    [officerId],
  );
  return { officerId, grants };
}
