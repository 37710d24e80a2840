import type { EntityManager } from 'typeorm';
import type { Policy } from '#contracts/assignment.http.js';
import type { Tx } from '#database/transaction.js';
import { Refusal } from '#domain/refusal.js';

type SkillRules = Policy['skillRules'];

/** Which tags of a department ask for which skill of an officer. */
export function skillRulesOf(manager: EntityManager, departmentId: string): Promise<SkillRules> {
  return manager.query(
    `SELECT tag_id AS "tagId", skill FROM skill_rule WHERE department_id = $1 ORDER BY skill, tag_id`,
    [departmentId],
  );
}

/** Throws `invalid` for a tag that is not the department's. */
export async function replaceSkillRules(tx: Tx, departmentId: string, rules: SkillRules): Promise<void> {
  const tagIds = [...new Set(rules.map(({ tagId }) => tagId))];
  const [known]: { n: number }[] = await tx.query(
    'SELECT count(*)::int AS n FROM tag WHERE id = ANY($1::uuid[]) AND department_id = $2',
    [tagIds, departmentId],
  );
  if (known?.n !== tagIds.length) {
    const reason = 'names a tag that is not of this department';
    throw new Refusal('invalid', { detail: `skillRules: ${reason}`, errors: [{ field: 'skillRules', reason }] });
  }
  await tx.query('DELETE FROM skill_rule WHERE department_id = $1', [departmentId]);
  await tx.query(
    `INSERT INTO skill_rule (department_id, tag_id, skill) SELECT DISTINCT $1::uuid, t.tag_id, t.skill
     FROM unnest($2::uuid[], $3::text[]) AS t (tag_id, skill)`,
    [departmentId, rules.map(({ tagId }) => tagId), rules.map(({ skill }) => skill)],
  );
}
