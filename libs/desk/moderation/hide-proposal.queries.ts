import type { DataSource } from 'typeorm';

export interface HideProposalRow {
  id: string;
  conversationId: string;
  conversationVersion: number;
  reference: string;
  departmentId: string;
  departmentSlug: string;
  departmentNameEn: string;
  departmentNameZh: string;
  title: string | null;
  excerpt: string;
  reason: string;
  wordingEn: string;
  wordingZh: string;
  explanation: string | null;
  note: string | null;
  isHeld: boolean;
  proposedById: string;
  proposedBy: string;
  proposedAt: Date;
  isConfirmed: boolean;
}

/** Those that wait, oldest first; then what is hidden by one, the latest first. */
export function hideProposals(
  dataSource: DataSource,
  { departmentIds, hidden }: { departmentIds: readonly string[]; hidden: boolean },
): Promise<HideProposalRow[]> {
  return dataSource.query(
    `SELECT p.id, c.id AS "conversationId", c.version AS "conversationVersion", c.reference, d.id AS "departmentId",
       d.slug AS "departmentSlug", d.name_en AS "departmentNameEn", d.name_zh AS "departmentNameZh", c.title, c.excerpt, p.reason,
       r.wording_en AS "wordingEn", r.wording_zh AS "wordingZh", p.explanation, p.note, p.is_held AS "isHeld",
       p.proposed_by AS "proposedById", o.name AS "proposedBy", p.proposed_at AS "proposedAt", p.outcome IS NOT NULL AS "isConfirmed"
     FROM hide_proposal p
     JOIN conversation home ON home.id = p.conversation_id
     JOIN conversation c ON c.id = coalesce(home.merged_into_id, home.id)
     JOIN department d ON d.id = c.department_id
     JOIN officer o ON o.id = p.proposed_by
     JOIN moderation_reason r ON r.code = p.reason AND r.version = p.reason_version
     WHERE c.department_id = ANY($1::uuid[])
       AND (p.outcome IS NULL OR $2::boolean AND p.outcome = 'confirmed' AND p.shown_at IS NULL)
     ORDER BY p.outcome NULLS FIRST, CASE WHEN p.outcome IS NULL THEN p.proposed_at END, p.decided_at DESC, p.id LIMIT 200`,
    [departmentIds, hidden],
  );
}
