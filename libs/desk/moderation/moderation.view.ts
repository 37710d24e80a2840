import { z } from 'zod';
import { findingSchema, type HeldMessage, redactedSpanSchema } from '#contracts/moderation.http.js';
import type { HeldRow } from './moderation.queries.js';

export function heldMessageView(row: HeldRow): HeldMessage {
  return {
    messageId: row.messageId,
    version: row.version,
    conversationId: row.conversationId,
    conversationVersion: row.conversationVersion,
    reference: row.reference,
    department: {
      id: row.departmentId,
      slug: row.departmentSlug,
      name: { en: row.departmentNameEn, zh: row.departmentNameZh },
    },
    citizenName: row.citizenName,
    title: row.title,
    body: row.body,
    receivedAt: row.receivedAt.toISOString(),
    findings: z.array(findingSchema).parse(row.findings ?? []),
    redacted: row.isSealed ? { title: row.shownTitle, body: row.shownBody, citizenName: row.shownName } : null,
    covered: row.isSealed ? z.array(redactedSpanSchema).parse(row.spans ?? []) : [],
  };
}
