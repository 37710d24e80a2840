import { z } from 'zod';
import { type AppealActed, type AppealView, appealEntrySchema } from '#contracts/appeals.http.js';
import { findingSchema } from '#contracts/moderation.http.js';
import type { Appeal } from '#database/entities/appeal.entity.js';
import type { Actor } from '#domain/identity/roles.js';
import { mayBeUpheldFrom } from '#domain/moderation/appeal.lifecycle.js';
import { mayOnAppeal } from '#domain/moderation/appeal.permissions.js';
import type { AppealRow } from './appeal.queries.js';

export function appealView(row: AppealRow, actor: Actor): AppealView {
  const { departmentId, barredIds } = row;
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    body: row.body,
    lodgedAt: row.lodgedAt.toISOString(),
    lodgedBy: row.lodgedBy,
    conversationId: row.conversationId,
    reference: row.reference,
    department: {
      id: departmentId,
      slug: row.departmentSlug,
      name: { en: row.departmentNameEn, zh: row.departmentNameZh },
    },
    message: messageOf(row),
    decision: {
      id: row.decisionId,
      decision: row.decision,
      at: row.decidedAt.toISOString(),
      by: row.decidedBy,
      reason: { en: row.reasonEn, zh: row.reasonZh },
      explanation: row.explanation,
      note: row.note,
    },
    dialogue: z.array(entrySchema).parse(row.dialogue ?? []),
    mayDecide: mayOnAppeal(actor, 'decide', { departmentId, barredIds }),
    canAnswer: row.canAnswer,
    upheldFrom: mayBeUpheldFrom(row)?.toISOString() ?? null,
  };
}

/** PostgreSQL writes an instant inside of jsonb in the zone of the session. */
const entrySchema = appealEntrySchema.extend({
  at: z.string().transform((at) => new Date(at).toISOString()),
});

function messageOf(row: AppealRow): AppealView['message'] {
  const shown = { title: row.shownTitle, body: row.shownBody, citizenName: row.shownName };
  const written = row.isSealed
    ? { title: row.originalTitle, body: row.originalBody ?? '', citizenName: row.originalName ?? '' }
    : shown;
  return {
    id: row.messageId,
    state: row.state,
    ...written,
    findings: z.array(findingSchema).parse(row.findings ?? []),
    redacted: row.isSealed ? shown : null,
  };
}

export function appealActed({ id, version, status }: Appeal, conversationId: string): AppealActed {
  return { id, version, status, conversationId };
}
