import type { DataSource } from 'typeorm';
import { type DepartmentColumns, type Page, PUBLIC_LETTERS, READABLE } from './publication.queries.js';

/** A published letter: the frozen row that was approved, never the letter that is still being written. */
export interface LetterRow extends DepartmentColumns {
  id: string;
  reference: string;
  conversationId: string;
  canonical: string;
  contentHash: string;
  language: string;
  publishedAt: Date;
}

const LETTER = `
  SELECT l.id, l.reference, l.conversation_id AS "conversationId", v.canonical, v.content_hash AS "contentHash",
    v.language, v.published_at AS "publishedAt",
    d.slug, d.name_en AS "nameEn", d.name_zh AS "nameZh", d.time_zone AS "timeZone"
  FROM letter l
  JOIN letter_version v ON v.letter_id = l.id AND v.published_at IS NOT NULL AND v.voided_at IS NULL
  JOIN department d ON d.id = l.department_id`;

export async function publicLetter(dataSource: DataSource, reference: string): Promise<LetterRow | undefined> {
  const rows: LetterRow[] = await dataSource.query(`${LETTER} WHERE l.status = 'published' AND l.reference = $1`, [
    reference,
  ]);
  return rows[0];
}

/** The latest letters, of one department or of all. Null where the anchor is not one of them. */
export async function publicLetters(
  dataSource: DataSource,
  { departmentId, before, limit }: Page & { departmentId: string | null },
): Promise<LetterRow[] | null> {
  const anchors: { at: string; id: string }[] = before
    ? await dataSource.query(
        `SELECT published_at::text AS at, id FROM letter WHERE reference = $1 AND status = 'published'`,
        [before],
      )
    : [{ at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }];
  const [anchor] = anchors;
  if (!anchor) return null;
  return dataSource.query(
    `${LETTER}
     WHERE l.status = 'published' AND ($1::uuid IS NULL OR l.department_id = $1)
       AND (l.published_at, l.id) < ($2::timestamptz, $3::uuid)
     ORDER BY l.published_at DESC, l.id DESC LIMIT $4`,
    [departmentId, anchor.at, anchor.id, limit],
  );
}

export function lettersIn(
  dataSource: DataSource,
  conversationId: string,
  from: string = PUBLIC_LETTERS,
): Promise<LetterRow[]> {
  return dataSource.query(
    `${LETTER} WHERE l.status = 'published' AND l.id IN (${from}) ORDER BY l.published_at, l.id`,
    [conversationId],
  );
}

/** The public reference of a letter's conversation; nothing where the public may not read what opened it. */
export async function publicReferenceOf(dataSource: DataSource, conversationId: string): Promise<string | null> {
  const rows: { reference: string }[] = await dataSource.query(
    `SELECT c.reference FROM conversation c
     JOIN LATERAL (
       SELECT m.visibility, ${READABLE} AS is_readable FROM message m WHERE m.conversation_id = c.id ORDER BY m.received_at, m.id LIMIT 1
     ) o ON o.is_readable AND o.visibility IN ('public', 'pseudonym')
     WHERE c.id = $1`,
    [conversationId],
  );
  return rows[0]?.reference ?? null;
}
