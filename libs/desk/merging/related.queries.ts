import type { DataSource } from 'typeorm';
import type { ConversationStatus } from '#domain/conversations/conversation.lifecycle.js';
import { type PreparedQuery, prepared } from '#platform/database/prepared.js';

export interface RelatedRecord {
  id: string;
  version: number;
  reference: string;
  status: ConversationStatus;
  title: string | null;
  excerpt: string;
  language: string;
  citizenName: string;
  departmentSlug: string;
  departmentNameEn: string;
  departmentNameZh: string;
  officerName: string | null;
  openedAt: Date;
  answer: string | null;
  answeredAt: Date | null;
}

/** Enough of an answer to tell it from others; the whole is on its own screen. */
const ANSWER_START = 240;

const COLUMNS = `
  c.id, c.version, c.reference, c.status, c.title, c.excerpt, c.language, z.name AS "citizenName",
  d.slug AS "departmentSlug", d.name_en AS "departmentNameEn", d.name_zh AS "departmentNameZh", o.name AS "officerName",
  c.opened_at AS "openedAt", left(r.body, ${ANSWER_START}) AS answer, r.sent_at AS "answeredAt"`;

const JOINED = `
  JOIN citizen z ON z.id = c.citizen_id
  JOIN department d ON d.id = c.department_id
  LEFT JOIN officer o ON o.id = c.officer_id AND c.status = 'assigned'
  LEFT JOIN LATERAL (
    SELECT x.body, x.sent_at FROM reply x WHERE x.conversation_id = c.id AND x.state = 'sent' AND x.kind = 'answer' ORDER BY x.sent_at DESC, x.id DESC LIMIT 1
  ) r ON true`;

/** However much one citizen has written, no more messages are looked at. */
const MESSAGES_LOOKED_AT = 2_000;
const OTHERS_SHOWN = 20;

/** $1 citizen, $2 this conversation, $3 departments that the caller reads. */
export const OTHERS: PreparedQuery = {
  name: 'related-others',
  text: `
  SELECT ${COLUMNS}
  FROM (
    SELECT DISTINCT m.conversation_id AS id
    FROM (SELECT conversation_id FROM message WHERE citizen_id = $1 LIMIT ${MESSAGES_LOOKED_AT}) m
  ) own
  JOIN conversation c ON c.id = own.id ${JOINED}
  WHERE c.id <> $2 AND c.merged_into_id IS DISTINCT FROM $2 AND c.department_id = ANY($3::uuid[])
  ORDER BY c.last_message_at DESC, c.id DESC LIMIT ${OTHERS_SHOWN}`,
};

/** $1 ids, $2 departments that the caller reads. */
export const NAMED: PreparedQuery = {
  name: 'related-named',
  text: `
  SELECT ${COLUMNS} FROM conversation c ${JOINED}
  WHERE c.id = ANY($1::uuid[]) AND c.department_id = ANY($2::uuid[]) ORDER BY c.opened_at, c.id`,
};

export const REFERENCED: PreparedQuery = {
  name: 'related-referenced',
  text: `
  SELECT ${COLUMNS} FROM conversation c ${JOINED} WHERE c.reference = $1 AND c.department_id = ANY($2::uuid[])`,
};

export interface FamilyRecord {
  id: string;
  kind: 'merged' | 'split-from' | 'split-off';
  mergedAt: Date | null;
  mergedBy: string | null;
  reason: string | null;
}

/** What is carried on in $1, what it was split from, and what was split off from it. */
export const FAMILY: PreparedQuery = {
  name: 'related-family',
  text: `
  SELECT g.conversation_id AS id, 'merged' AS kind, g.merged_at AS "mergedAt", o.name AS "mergedBy", g.reason
  FROM conversation_merge g JOIN officer o ON o.id = g.merged_by WHERE g.into_id = $1 AND g.until_at IS NULL
  UNION ALL
  SELECT split_from_id, 'split-from', NULL, NULL, NULL FROM conversation WHERE id = $1 AND split_from_id IS NOT NULL
  UNION ALL
  SELECT id, 'split-off', NULL, NULL, NULL FROM conversation WHERE split_from_id = $1`,
};

export interface OpeningRecord {
  id: string;
  citizenId: string;
  openedAt: Date;
  digest: string;
  text: string;
}

/** As many before and after it in its department are compared; older answered ones are found by search. */
const NEIGHBOURS = 100;
const OF_CITIZEN = 50;
const COMPARED = 600;

const neighbours = (comparison: string, order: string) => `
    (SELECT c.id FROM conversation c
     WHERE c.department_id = $2 AND c.last_message_at ${comparison} $3
     ORDER BY c.last_message_at ${order}, c.id ${order} LIMIT ${NEIGHBOURS})`;

/** $1 this conversation, $2 its department, $3 when it was last written in, $4 its citizen. Itself is among them. */
export const OPENINGS: PreparedQuery = {
  name: 'related-openings',
  text: `
  SELECT c.id, c.citizen_id AS "citizenId", c.opened_at AS "openedAt", encode(m.body_digest, 'hex') AS digest,
    concat_ws(' ', m.title, left(m.body, ${COMPARED})) AS text
  FROM (
    SELECT $1::uuid AS id
    UNION ${neighbours('<=', 'DESC')}
    UNION ${neighbours('>', 'ASC')}
    UNION (SELECT conversation_id FROM message WHERE citizen_id = $4 LIMIT ${OF_CITIZEN})
  ) near
  JOIN conversation c ON c.id = near.id AND c.department_id = $2
  JOIN LATERAL (
    SELECT * FROM message m WHERE m.conversation_id = c.id ORDER BY m.received_at, m.id LIMIT 1
  ) m ON true
  WHERE c.id = $1 OR c.status IN ('queued', 'assigned', 'answered', 'closed')`,
};

export function related(
  dataSource: DataSource,
  query: PreparedQuery,
  values: readonly unknown[],
): Promise<RelatedRecord[]> {
  return prepared<RelatedRecord>(dataSource, query, values);
}
