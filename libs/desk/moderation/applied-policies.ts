import type { Tx } from '#database/transaction.js';
import {
  type AppliedPolicy,
  appliedPolicy,
  DEFAULT_SCREENING_POLICY,
  type ScreeningPolicy,
} from '#domain/moderation/screening-policy.js';

/** What judges a message: the newest versions as they were read with it; null where there is none. */
export interface PolicyInForce {
  departmentId: string;
  deskPolicy: number | null;
  departmentPolicy: number | null;
}

/** Policies by version: read when a message names a version that is not known yet, which is once after each change. */
export class AppliedPolicies {
  private readonly known = new Map<string, { versions: string; applied: AppliedPolicy }>();

  async of(tx: Tx, inForce: readonly PolicyInForce[]): Promise<(asked: PolicyInForce) => AppliedPolicy> {
    for (const asked of inForce) {
      if (this.known.get(asked.departmentId)?.versions !== versionsOf(asked)) await this.read(tx, asked);
    }
    return ({ departmentId }) => {
      const found = this.known.get(departmentId);
      if (!found) throw new Error('a policy was asked for that was not read');
      return found.applied;
    };
  }

  private async read(tx: Tx, asked: PolicyInForce): Promise<void> {
    const rows: { departmentId: string | null; policy: ScreeningPolicy }[] = await tx.query(
      `SELECT department_id AS "departmentId", policy FROM screening_policy_version
       WHERE (department_id IS NULL AND version = $2) OR (department_id = $1 AND version = $3)`,
      [asked.departmentId, asked.deskPolicy, asked.departmentPolicy],
    );
    const desk = rows.find(({ departmentId }) => departmentId === null)?.policy ?? DEFAULT_SCREENING_POLICY;
    const own = rows.find(({ departmentId }) => departmentId !== null)?.policy ?? null;
    this.known.set(asked.departmentId, { versions: versionsOf(asked), applied: appliedPolicy(desk, own) });
  }
}

const versionsOf = ({ deskPolicy, departmentPolicy }: PolicyInForce) => `${deskPolicy}/${departmentPolicy}`;
