import { DeadlinePolicyVersion } from '#database/entities/deadline-policy-version.entity.js';
import type { Tx } from '#database/transaction.js';
import { anyIn, preparedIn } from '#platform/database/prepared.js';

/** What the department promises now; null: nothing, and nothing was ever promised. */
export function policyInForce(tx: Tx, departmentId: string): Promise<DeadlinePolicyVersion | null> {
  return tx.findOne(DeadlinePolicyVersion, { where: { departmentId }, order: { version: 'DESC' } });
}

const NEWEST = {
  name: 'newest-deadline-policies',
  text: `
  SELECT department_id AS "departmentId", max(version) AS version FROM deadline_policy_version
  WHERE department_id = ${anyIn('$1', 'uuid')} GROUP BY department_id`,
};

/** Versions are never edited, so that what was read once is true for good. */
const read = new Map<string, DeadlinePolicyVersion[]>();

/** All versions of each department, the oldest first; departments that never promised anything have none. */
export async function policyVersions(
  tx: Tx,
  departmentIds: readonly string[],
): Promise<Map<string, readonly DeadlinePolicyVersion[]>> {
  const newest = await preparedIn<{ departmentId: string; version: number }>(tx, NEWEST, [departmentIds]);
  const found = new Map<string, readonly DeadlinePolicyVersion[]>();
  for (const { departmentId, version } of newest) {
    const known = read.get(departmentId);
    const versions = known?.at(-1)?.version === version ? known : await readVersions(tx, departmentId);
    found.set(departmentId, versions);
  }
  return found;
}

async function readVersions(tx: Tx, departmentId: string): Promise<DeadlinePolicyVersion[]> {
  const versions = await tx.find(DeadlinePolicyVersion, { where: { departmentId }, order: { version: 'ASC' } });
  read.set(departmentId, versions);
  return versions;
}
