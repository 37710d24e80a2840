import type { HideProposalView } from '#contracts/moderation.http.js';
import type { Actor } from '#domain/identity/roles.js';
import type { HideProposalRow } from './hide-proposal.queries.js';

export function hideProposalView(row: HideProposalRow, actor: Actor): HideProposalView {
  return {
    id: row.id,
    conversationId: row.conversationId,
    conversationVersion: row.conversationVersion,
    reference: row.reference,
    department: {
      id: row.departmentId,
      slug: row.departmentSlug,
      name: { en: row.departmentNameEn, zh: row.departmentNameZh },
    },
    title: row.title,
    excerpt: row.excerpt,
    reason: { code: row.reason, wording: { en: row.wordingEn, zh: row.wordingZh } },
    explanation: row.explanation,
    note: row.note,
    isHeld: row.isHeld,
    proposedBy: row.proposedBy,
    proposedAt: row.proposedAt.toISOString(),
    isOwn: row.proposedById === actor.officerId,
    isConfirmed: row.isConfirmed,
  };
}
