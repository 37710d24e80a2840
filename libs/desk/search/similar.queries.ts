import type { DataSource } from 'typeorm';
import { prepared } from '#platform/database/prepared.js';

const OPENING = {
  name: 'similar-opening',
  text: `
  SELECT c.department_id AS "departmentId", c.officer_id AS "officerId", m.title, m.body
  FROM conversation c JOIN message m ON m.conversation_id = c.id
  WHERE c.id = $1 ORDER BY m.received_at, m.id LIMIT 1`,
};

export interface Opening {
  departmentId: string;
  officerId: string | null;
  title: string | null;
  body: string;
}

export async function openingOf(dataSource: DataSource, conversationId: string): Promise<Opening | null> {
  const [opening] = await prepared<Opening>(dataSource, OPENING, [conversationId]);
  return opening ?? null;
}

/** Few words need no better order than what is newest; many are ordered by how many of the words are there. */
const LOOKED_AT = 400;
const CANDIDATES = 40;

/** $2 asks for at least two of the words; $3 are the words one by one and $5 their weights: what has more of it is more alike. */
export const SIMILAR_CANDIDATES = {
  name: 'similar-candidates',
  text: `
  SELECT x.conversation_id AS "conversationId", m.title, m.body
  FROM (
    SELECT e.entry_id, e.conversation_id, e.at, e.words
    FROM search_entry e JOIN conversation c ON c.id = e.conversation_id
    WHERE e.words @@ $2::tsquery AND e.kind = 'message' AND e.department_id = ANY($1::uuid[])
      AND c.status IN ('answered', 'closed') AND c.first_answered_at IS NOT NULL AND c.id <> $4
    ORDER BY e.at DESC LIMIT ${LOOKED_AT}
  ) x
  JOIN message m ON m.id = x.entry_id
  ORDER BY (
    SELECT sum(asked.weight) FROM unnest($3::text[]::tsquery[], $5::float8[]) AS asked (word, weight) WHERE x.words @@ asked.word
  ) DESC, x.at DESC LIMIT ${CANDIDATES}`,
};

export interface CandidateRecord {
  conversationId: string;
  title: string | null;
  body: string;
}

export interface SimilarRecord {
  id: string;
  reference: string;
  title: string | null;
  excerpt: string;
  language: string;
  departmentId: string;
  departmentSlug: string;
  departmentNameEn: string;
  departmentNameZh: string;
  answerKind: 'reply' | 'letter';
  answerId: string;
  answerBody: string;
  officerName: string | null;
  answeredAt: Date;
}

/** With the last answer of each; without one there is nothing to borrow. */
export const SIMILAR_ROWS = {
  name: 'similar-rows',
  text: `
  SELECT c.id, c.reference, c.title, c.excerpt, c.language, d.id AS "departmentId", d.slug AS "departmentSlug",
    d.name_en AS "departmentNameEn", d.name_zh AS "departmentNameZh", a.kind AS "answerKind", a.id AS "answerId",
    a.body AS "answerBody", a.name AS "officerName", a.at AS "answeredAt"
  FROM conversation c
  JOIN department d ON d.id = c.department_id
  CROSS JOIN LATERAL (
    SELECT 'reply' AS kind, r.id, r.body, o.name, r.sent_at AS at
    FROM reply r LEFT JOIN officer o ON o.id = r.officer_id WHERE r.conversation_id = c.id AND r.state = 'sent' AND r.kind = 'answer'
    UNION ALL
    SELECT 'letter', l.id, l.body, o.name, l.published_at
    FROM letter l JOIN officer o ON o.id = l.author_id WHERE l.conversation_id = c.id AND l.status = 'published'
    ORDER BY at DESC LIMIT 1
  ) a
  WHERE c.id = ANY($2::uuid[]) AND c.department_id = ANY($1::uuid[])`,
};
