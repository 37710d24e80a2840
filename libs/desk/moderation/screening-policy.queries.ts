import type { Tx } from '#database/transaction.js';
import type { ScreeningPolicy } from '#domain/moderation/screening-policy.js';

export interface NamedPolicyVersion {
  version: number;
  policy: ScreeningPolicy;
  why: string;
  byName: string | null;
  createdAt: Date;
}

const VERSIONS = `
  SELECT v.version, v.policy, v.why, v.created_at AS "createdAt", o.name AS "byName"
  FROM screening_policy_version v LEFT JOIN officer o ON o.id = v.created_by
  WHERE v.department_id IS NOT DISTINCT FROM $1::uuid ORDER BY v.version DESC LIMIT $2`;

/** The newest first; of the desk where no department is named. */
export function policyVersions(
  tx: Tx,
  { departmentId, limit }: { departmentId: string | null; limit: number },
): Promise<NamedPolicyVersion[]> {
  return tx.query(VERSIONS, [departmentId, limit]);
}

export function channelNames(tx: Tx): Promise<{ slug: string; name: string }[]> {
  return tx.query('SELECT slug, name FROM channel ORDER BY name, slug');
}
