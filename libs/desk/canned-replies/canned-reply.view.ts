import type { CannedReplyVersions, CannedReplyView } from '#contracts/canned-replies.http.js';
import { mayOnCannedReply } from '#domain/canned-replies/canned-reply.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import type { CannedReplyRecord, CannedReplyVersionRecord } from './canned-reply.queries.js';

export function cannedReplyView(row: CannedReplyRecord, actor: Actor): CannedReplyView {
  const { departmentId, departmentSlug } = row;
  return {
    id: row.id,
    version: row.version,
    department: departmentId && departmentSlug ? { id: departmentId, slug: departmentSlug } : null,
    title: row.title,
    shortcut: row.shortcut,
    language: row.language,
    body: row.body,
    usedCount: row.usedCount,
    usedAt: row.usedAt?.toISOString() ?? null,
    editedByName: row.editedByName,
    editedAt: row.editedAt.toISOString(),
    mayEdit: mayOnCannedReply(actor, 'edit', row),
  };
}

export function cannedReplyVersionView(row: CannedReplyVersionRecord): CannedReplyVersions['items'][number] {
  return {
    number: row.number,
    title: row.title,
    shortcut: row.shortcut,
    language: row.language,
    body: row.body,
    editedByName: row.editedByName,
    editedAt: row.editedAt.toISOString(),
  };
}
