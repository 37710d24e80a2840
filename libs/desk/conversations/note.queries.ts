import type { DataSource } from 'typeorm';
import { anyIn } from '#platform/database/prepared.js';
import { readTogether } from '#platform/database/shared-connection.js';

export interface NoteRecord {
  id: string;
  conversationId: string;
  version: number;
  officerId: string;
  officerName: string;
  body: string;
  mentions: { id: string; name: string }[];
  writtenAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
  deletedByName: string | null;
  earlier: { body: string; writtenAt: string }[];
}

/** For the desk's own screens only: nothing that the public sees may ask for it. */
const NOTES = {
  name: 'conversation-notes',
  text: `
  SELECT n.id, n.conversation_id AS "conversationId", n.version, n.officer_id AS "officerId", o.name AS "officerName", n.body,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name)) FROM officer m WHERE m.id = ANY(n.mentions)), '[]') AS mentions,
    n.written_at AS "writtenAt", n.edited_at AS "editedAt", n.deleted_at AS "deletedAt", x.name AS "deletedByName",
    coalesce((SELECT jsonb_agg(jsonb_build_object('body', v.body, 'writtenAt', v.written_at) ORDER BY v.number)
      FROM note_version v WHERE v.note_id = n.id), '[]') AS earlier
  FROM note n JOIN officer o ON o.id = n.officer_id LEFT JOIN officer x ON x.id = n.deleted_by
  WHERE n.conversation_id = ${anyIn('$1', 'uuid')} ORDER BY n.written_at, n.id`,
};

export function noteRecords(dataSource: DataSource, conversationIds: readonly string[]): Promise<NoteRecord[]> {
  return readTogether<NoteRecord>(dataSource, NOTES, [conversationIds]);
}
