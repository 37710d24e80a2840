import type { EntityManager } from 'typeorm';
import type { CannedReply } from '#database/entities/canned-reply.entity.js';

export type CannedReplyRecord = Omit<CannedReply, 'editedBy' | 'archivedAt'> & {
  departmentSlug: string | null;
  editedByName: string;
};

const LISTED = `
  SELECT r.id, r.version, r.department_id AS "departmentId", d.slug AS "departmentSlug", r.owner_id AS "ownerId", r.title,
    r.shortcut, r.language, r.body, r.used_count AS "usedCount", r.used_at AS "usedAt", o.name AS "editedByName",
    r.edited_at AS "editedAt"
  FROM canned_reply r JOIN officer o ON o.id = r.edited_by LEFT JOIN department d ON d.id = r.department_id`;

/** All at once: a department has some hundreds at the most, and the console searches among them as one types. */
const MOST = 2_000;

export function cannedReplies(
  tx: EntityManager,
  { departmentIds, ownerId }: { departmentIds: readonly string[]; ownerId: string },
): Promise<CannedReplyRecord[]> {
  return tx.query(
    `${LISTED} WHERE r.archived_at IS NULL AND (r.department_id = ANY($1::uuid[]) OR r.owner_id = $2)
     ORDER BY r.title, r.id LIMIT ${MOST}`,
    [departmentIds, ownerId],
  );
}

export async function cannedReply(tx: EntityManager, id: string): Promise<CannedReplyRecord | undefined> {
  const [record]: CannedReplyRecord[] = await tx.query(`${LISTED} WHERE r.id = $1`, [id]);
  return record;
}

export interface CannedReplyVersionRecord {
  number: number;
  title: string;
  shortcut: string | null;
  language: 'en' | 'zh';
  body: string;
  editedByName: string;
  editedAt: Date;
}

export function cannedReplyVersions(tx: EntityManager, id: string): Promise<CannedReplyVersionRecord[]> {
  return tx.query(
    `SELECT v.number, v.title, v.shortcut, v.language, v.body, o.name AS "editedByName", v.edited_at AS "editedAt"
     FROM canned_reply_version v JOIN officer o ON o.id = v.edited_by WHERE v.canned_reply_id = $1 ORDER BY v.number DESC`,
    [id],
  );
}
