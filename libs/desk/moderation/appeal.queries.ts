import type { DataSource } from 'typeorm';
import type { AppealStatus } from '#domain/moderation/appeal.lifecycle.js';
import type { Decision } from '#domain/moderation/decision.lifecycle.js';
import type { ModerationState } from '#domain/moderation/visibility.js';

export interface AppealRow {
  id: string;
  version: number;
  status: AppealStatus;
  body: string;
  lodgedAt: Date;
  /** In microseconds, for the cursor. */
  cursorAt: string;
  lodgedBy: string | null;
  askedAt: Date | null;
  barredIds: string[];
  conversationId: string;
  reference: string;
  departmentId: string;
  departmentSlug: string;
  departmentNameEn: string;
  departmentNameZh: string;
  messageId: string;
  state: ModerationState;
  shownName: string;
  shownTitle: string | null;
  shownBody: string;
  isSealed: boolean;
  originalName: string | null;
  originalTitle: string | null;
  originalBody: string | null;
  findings: unknown;
  decisionId: string;
  decision: Decision;
  decidedAt: Date;
  decidedBy: string | null;
  reasonEn: string;
  reasonZh: string;
  explanation: string | null;
  note: string | null;
  canAnswer: boolean;
  dialogue: unknown;
}

/** Oldest first: who waits longest is heard first. $1: the departments; $2, $3: where the page before ended. */
export const UNDECIDED_APPEALS = `
  SELECT a.id, a.version, a.status, a.body, a.lodged_at AS "lodgedAt",
    to_char(a.lodged_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "cursorAt", writer.name AS "lodgedBy",
    a.asked_at AS "askedAt", a.barred_ids AS "barredIds", c.id AS "conversationId", c.reference, d.id AS "departmentId",
    d.slug AS "departmentSlug", d.name_en AS "departmentNameEn", d.name_zh AS "departmentNameZh",
    m.id AS "messageId", m.state, m.author_name AS "shownName", m.title AS "shownTitle", m.body AS "shownBody",
    s.message_id IS NOT NULL AS "isSealed", s.author_name AS "originalName", s.title AS "originalTitle", s.body AS "originalBody",
    (SELECT f.findings FROM moderation_decision f WHERE f.message_id = m.id AND f.decided_by IS NULL
     ORDER BY f.decided_at DESC LIMIT 1) AS findings,
    x.id AS "decisionId", x.decision, x.decided_at AS "decidedAt", o.name AS "decidedBy", r.wording_en AS "reasonEn",
    r.wording_zh AS "reasonZh", x.explanation, x.note, home.tracking_hash IS NOT NULL AS "canAnswer",
    (SELECT jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'body', e.body, 'officerName', asker.name, 'at', e.at)
       ORDER BY e.at, e.id)
     FROM appeal_entry e LEFT JOIN officer asker ON asker.id = e.officer_id WHERE e.appeal_id = a.id) AS dialogue
  FROM appeal a
  JOIN message m ON m.id = a.message_id
  JOIN conversation home ON home.id = m.conversation_id
  JOIN conversation c ON c.id = coalesce(home.merged_into_id, home.id)
  JOIN department d ON d.id = c.department_id
  JOIN moderation_decision x ON x.id = a.decision_id
  JOIN moderation_reason r ON r.code = x.reason AND r.version = x.reason_version
  LEFT JOIN officer o ON o.id = x.decided_by
  LEFT JOIN officer writer ON writer.id = a.lodged_by
  LEFT JOIN sealed_original s ON s.message_id = m.id
  WHERE a.status IN ('open', 'asked') AND c.department_id = ANY($1::uuid[])
    AND ($2::timestamptz IS NULL OR (a.lodged_at, a.id) > ($2, $3::uuid))
  ORDER BY a.lodged_at, a.id LIMIT $4`;

export function undecidedAppeals(
  dataSource: DataSource,
  query: { departmentIds: readonly string[]; after: { at: string; id: string } | null; limit: number },
): Promise<AppealRow[]> {
  const { departmentIds, after, limit } = query;
  return dataSource.query(UNDECIDED_APPEALS, [departmentIds, after?.at ?? null, after?.id ?? null, limit]);
}
