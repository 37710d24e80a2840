import type { DataSource } from 'typeorm';
import type { DigestLine } from './digest-mail.js';
import type { DigestLanguage } from './digest-words.js';

/** A longer mail is not read either. */
export const DIGEST_LINES = 50;

export interface DigestOfficer {
  name: string;
  email: string;
  language: DigestLanguage;
  timeZone: string;
}

/** Null where nothing is to be sent: no longer an officer, or mails were switched off since this one was set down. */
export async function digestOfficer(dataSource: DataSource, officerId: string): Promise<DigestOfficer | null> {
  const [officer]: DigestOfficer[] = await dataSource.query(
    `SELECT o.name, o.email, o.language, coalesce(o.time_zone, (SELECT d.time_zone FROM role_grant g
       JOIN department d ON d.id = g.department_id WHERE g.officer_id = o.id ORDER BY d.slug LIMIT 1), 'UTC') AS "timeZone"
     FROM officer o WHERE o.id = $1 AND o.is_active
       AND NOT EXISTS (SELECT 1 FROM digest_setting s WHERE s.officer_id = o.id AND NOT s.is_on)`,
    [officerId],
  );
  return officer ?? null;
}

/**
 * What the line told of is not there any more: the note that mentioned the officer, or every message of the citizen. The
 * latest facts of a line are as many as it counts.
 */
const WITHDRAWN = `CASE
  WHEN n.kind = 'mentioned' THEN NOT EXISTS (
    SELECT 1 FROM note x WHERE x.conversation_id = n.conversation_id AND x.officer_id = n.actor_id
      AND x.deleted_at IS NULL AND n.officer_id = ANY(x.mentions))
  WHEN n.kinds = '{citizen-wrote}' THEN NOT EXISTS (
    SELECT 1 FROM (
      SELECT m.state FROM conversation_event e
      JOIN notification_source s ON s.event_id = e.id AND s.officer_id = n.officer_id
      JOIN message m ON m.id = (e.payload ->> 'messageId')::uuid
      WHERE e.conversation_id = n.conversation_id AND e.type = 'message.cleared'
      ORDER BY e.at DESC, e.id DESC LIMIT n.count
    ) latest WHERE latest.state NOT IN ('hidden', 'rejected'))
  ELSE false END`;

/** What is still unread, still there, may still be read, and is still wanted by mail: asked at the moment of sending. */
export async function digestLines(
  dataSource: DataSource,
  digestId: string,
): Promise<{ lines: DigestLine[]; total: number }> {
  const rows: (DigestLine & { total: number })[] = await dataSource.query(
    `SELECT n.kind, n.count, n.at, a.name AS "actorName", c.id AS "conversationId", c.reference, count(*) OVER ()::int AS total
     FROM notification n
     LEFT JOIN conversation c ON c.id = n.conversation_id
     LEFT JOIN officer a ON n.actor_kind = 'officer' AND a.id = n.actor_id
     WHERE n.digest_id = $1 AND n.read_at IS NULL AND (n.conversation_id IS NULL OR EXISTS (
       SELECT 1 FROM role_grant g WHERE g.officer_id = n.officer_id
         AND (g.department_id = c.department_id OR g.department_id IS NULL)))
       AND NOT EXISTS (SELECT 1 FROM notification_setting s
         WHERE s.officer_id = n.officer_id AND s.kind = n.kind AND NOT (s.mail AND s.in_app))
       AND NOT ${WITHDRAWN}
     ORDER BY n.at DESC, n.id DESC LIMIT ${DIGEST_LINES}`,
    [digestId],
  );
  return { lines: rows, total: rows[0]?.total ?? 0 };
}
