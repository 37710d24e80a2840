import type { DataSource, EntityManager } from 'typeorm';
import { LETTER_STATUSES, type LetterStatus } from '#domain/letters/letter.lifecycle.js';
import { prepared } from '#platform/database/prepared.js';
import type { Cursor } from '../conversations/cursor.js';

export interface LetterListRecord {
  id: string;
  reference: string;
  version: number;
  status: LetterStatus;
  title: string;
  departmentId: string;
  departmentSlug: string;
  departmentNameEn: string;
  departmentNameZh: string;
  conversationId: string;
  conversationReference: string;
  conversationTitle: string | null;
  citizenName: string;
  authorName: string;
  updatedAt: Date;
}

export interface LetterRecord extends LetterListRecord {
  salutation: string;
  body: string;
  writerIds: string[];
  departmentTimeZone: string;
  answerWithinHours: number | null;
  conversationDepartmentId: string;
  authorId: string;
  officialId: string | null;
  officialNameEn: string | null;
  officialNameZh: string | null;
  officialTitleEn: string | null;
  officialTitleZh: string | null;
  number: number | null;
  contentHash: string | null;
  submittedBy: string | null;
  submittedAt: Date | null;
  approvedBy: string | null;
  approvedAt: Date | null;
  returnedNote: string | null;
  returnedBy: string | null;
  returnedAt: Date | null;
  publishedAt: Date | null;
}

const LISTED = `
  l.id, l.reference, l.version, l.status, l.title, l.updated_at AS "updatedAt",
  d.id AS "departmentId", d.slug AS "departmentSlug", d.name_en AS "departmentNameEn", d.name_zh AS "departmentNameZh",
  c.id AS "conversationId", c.reference AS "conversationReference", c.title AS "conversationTitle",
  z.name AS "citizenName", a.name AS "authorName"`;

const AROUND = `
  JOIN department d ON d.id = l.department_id
  JOIN conversation c ON c.id = l.conversation_id
  JOIN citizen z ON z.id = c.citizen_id
  JOIN officer a ON a.id = l.author_id`;

/** The first rows of the index for each department and status, merged: as fast on the last page as on the first. */
export const LETTER_PAGE = {
  name: 'letter-page',
  text: `
  SELECT ${LISTED}
  FROM (
    SELECT l.* FROM unnest($1::uuid[]) AS mine (department_id)
    CROSS JOIN unnest($2::text[]) AS asked (status)
    CROSS JOIN LATERAL (
      SELECT * FROM letter l
      WHERE l.department_id = mine.department_id AND l.status = asked.status
        AND (l.updated_at, l.id) < ($3::timestamptz, $4::uuid)
      ORDER BY l.updated_at DESC, l.id DESC LIMIT $5
    ) l
    ORDER BY l.updated_at DESC, l.id DESC LIMIT $5
  ) l
  ${AROUND}
  ORDER BY l.updated_at DESC, l.id DESC`,
};

const BEFORE_ALL: Cursor = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

export function letterPage(
  dataSource: DataSource,
  query: { departmentIds: readonly string[]; status: LetterStatus | undefined; after: Cursor | null; limit: number },
): Promise<LetterListRecord[]> {
  const { at, id } = query.after ?? BEFORE_ALL;
  const statuses = query.status ? [query.status] : LETTER_STATUSES;
  return prepared<LetterListRecord>(dataSource, LETTER_PAGE, [query.departmentIds, statuses, at, id, query.limit]);
}

const LETTER = `
  SELECT ${LISTED}, l.salutation, l.body, l.writer_ids AS "writerIds", l.author_id AS "authorId",
    d.time_zone AS "departmentTimeZone", d.answer_within_hours AS "answerWithinHours",
    c.department_id AS "conversationDepartmentId", l.official_id AS "officialId",
    f.name_en AS "officialNameEn", f.name_zh AS "officialNameZh",
    f.title_en AS "officialTitleEn", f.title_zh AS "officialTitleZh",
    v.number, v.content_hash AS "contentHash", s.name AS "submittedBy", v.submitted_at AS "submittedAt",
    p.name AS "approvedBy", v.approved_at AS "approvedAt",
    l.returned_note AS "returnedNote", r.name AS "returnedBy", l.returned_at AS "returnedAt", l.published_at AS "publishedAt"
  FROM letter l ${AROUND}
  LEFT JOIN official f ON f.id = l.official_id
  LEFT JOIN letter_version v ON v.letter_id = l.id AND v.voided_at IS NULL
  LEFT JOIN officer s ON s.id = v.submitted_by
  LEFT JOIN officer p ON p.id = v.approved_by
  LEFT JOIN officer r ON r.id = l.returned_by
  WHERE l.id = $1`;

export async function letterRecord(tx: EntityManager, letterId: string): Promise<LetterRecord | undefined> {
  const [record]: LetterRecord[] = await tx.query(LETTER, [letterId]);
  return record;
}

export interface LettersMessageRecord {
  id: string;
  body: string;
  postedAt: Date;
}

export function lettersMessages(tx: EntityManager, conversationId: string): Promise<LettersMessageRecord[]> {
  return tx.query(
    `SELECT id, body, posted_at AS "postedAt" FROM message WHERE conversation_id = $1 ORDER BY posted_at, id`,
    [conversationId],
  );
}
