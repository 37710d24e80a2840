import type { DataSource } from 'typeorm';
import type { DraftWords } from '#domain/replies/draft-words.js';

export interface ColleagueDraftRecord extends DraftWords {
  officerId: string;
  officerName: string;
  updatedAt: Date;
  isStillHere: boolean;
}

const IS_STILL_HERE = `o.is_active AND EXISTS (
  SELECT 1 FROM role_grant g WHERE g.officer_id = o.id AND g.role = 'officer' AND (g.department_id = c.department_id OR g.department_id IS NULL))`;

/** Drafts with words in them, of everybody but one; the latest first. */
export function draftsOfOthers(
  dataSource: DataSource,
  { conversationId, officerId }: { conversationId: string; officerId: string },
): Promise<ColleagueDraftRecord[]> {
  return dataSource.query(
    `SELECT d.officer_id AS "officerId", o.name AS "officerName", d.body, d.kind, d.holding_date AS "holdingDate",
       d.holding_reason AS "holdingReason", d.updated_at AS "updatedAt", ${IS_STILL_HERE} AS "isStillHere"
     FROM reply_draft d JOIN officer o ON o.id = d.officer_id JOIN conversation c ON c.id = d.conversation_id
     WHERE d.conversation_id = $1 AND d.officer_id <> $2 AND (d.body <> '' OR d.holding_reason <> '') ORDER BY d.updated_at DESC, d.officer_id`,
    [conversationId, officerId],
  );
}

export interface EarlierDraftRecord {
  version: number;
  body: string;
  replacedAt: Date;
}

export function earlierDrafts(
  dataSource: DataSource,
  { conversationId, officerId }: { conversationId: string; officerId: string },
): Promise<EarlierDraftRecord[]> {
  return dataSource.query(
    `SELECT version, body, replaced_at AS "replacedAt" FROM reply_draft_earlier
     WHERE conversation_id = $1 AND officer_id = $2 ORDER BY version DESC`,
    [conversationId, officerId],
  );
}
