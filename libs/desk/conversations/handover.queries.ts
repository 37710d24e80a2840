import type { DataSource } from 'typeorm';
import { readTogether } from '#platform/database/shared-connection.js';

export interface HandoverRecord {
  note: string | null;
  officerName: string;
  departmentNameEn: string;
  departmentNameZh: string;
  clock: string | null;
  clockReason: string | null;
  at: Date;
}

/** $1 conversation, $2 the department that has it now. */
const HANDOVER = {
  name: 'conversation-handover',
  text: `
  SELECT w.words ->> 'note' AS note, e.payload ->> 'clock' AS clock, w.words ->> 'clockReason' AS "clockReason", e.at,
    o.name AS "officerName", d.name_en AS "departmentNameEn", d.name_zh AS "departmentNameZh"
  FROM conversation_event e
  LEFT JOIN words_of_act w ON w.conversation_id = e.conversation_id AND w.version = e.version
  JOIN officer o ON o.id = e.actor_id
  JOIN department d ON d.id = (e.payload ->> 'fromDepartmentId')::uuid
  WHERE e.conversation_id = $1 AND e.type = 'conversation.transferred' AND e.department_id = $2
    AND NOT EXISTS (
      SELECT 1 FROM conversation_event later WHERE later.conversation_id = $1 AND later.version > e.version
        AND later.type IN ('reply.sent', 'letter.published', 'conversation.transferred')
        AND coalesce(later.payload ->> 'kind', 'answer') = 'answer'
    )`,
};

/** What a colleague elsewhere gave along with the conversation; until it is answered. */
export async function handoverRecord(
  dataSource: DataSource,
  { id, departmentId }: { id: string; departmentId: string },
): Promise<HandoverRecord | null> {
  const [record] = await readTogether<HandoverRecord>(dataSource, HANDOVER, [id, departmentId]);
  return record ?? null;
}
