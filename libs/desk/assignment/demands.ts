import type { Conversation } from '#database/entities/conversation.entity.js';
import type { Tx } from '#database/transaction.js';
import type { Wanted } from '#domain/assignment/choose-officer.js';
import type { TakenBackBecause } from '#domain/assignment/taken-back.js';
import { anyIn, preparedIn } from '#platform/database/prepared.js';

/** What each conversation asks of an officer, but for its department's policy. */
export type Demanded = Omit<Wanted, 'policy'>;

/** The citizen's last answered conversations are enough to find who answers this citizen. */
const LOOKED_BACK = 5;

export const DEMANDS = {
  name: 'assignment-demands',
  text: `
  SELECT c.id, l.officer_id AS "takenFrom", l.ended_because AS because,
    ARRAY(SELECT DISTINCT s.skill FROM skill_rule s
      JOIN tag asked ON asked.id = s.tag_id
      JOIN tag worn ON worn.id = ANY(c.tag_ids) AND coalesce(worn.merged_into_id, worn.id) = coalesce(asked.merged_into_id, asked.id)
      WHERE s.department_id = c.department_id ORDER BY 1) AS skills,
    (SELECT r.officer_id FROM (
       SELECT p.id FROM conversation p
       WHERE p.citizen_id = c.citizen_id AND p.department_id = c.department_id AND p.first_answered_at IS NOT NULL
       ORDER BY p.last_message_at DESC LIMIT ${LOOKED_BACK}
     ) p JOIN reply r ON r.conversation_id = p.id
     WHERE r.officer_id IS NOT NULL AND r.state = 'sent' ORDER BY r.sent_at DESC LIMIT 1) AS "answeredBefore"
  FROM conversation c LEFT JOIN LATERAL (
    SELECT a.officer_id, a.ended_because FROM assignment a WHERE a.conversation_id = c.id ORDER BY a.assigned_at DESC LIMIT 1
  ) l ON true
  WHERE c.id = ${anyIn('$1', 'uuid')}`,
};

interface Row {
  id: string;
  answeredBefore: string | null;
  takenFrom: string | null;
  because: TakenBackBecause | null;
  skills: string[];
}

/** By conversation id, for all of them in one statement. */
export async function demandsOf(tx: Tx, conversations: readonly Conversation[]): Promise<Map<string, Demanded>> {
  const ids = conversations.map((conversation) => conversation.id);
  const rows = await preparedIn<Row>(tx, DEMANDS, [ids]);
  const known = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    conversations.map((conversation) => [conversation.id, demandOf(conversation, known.get(conversation.id))]),
  );
}

function demandOf({ language, priority }: Conversation, row: Row | undefined): Demanded {
  const { answeredBefore = null, takenFrom, because, skills = [] } = row ?? {};
  const takenBack = takenFrom && because ? { officerId: takenFrom, because } : null;
  return { language, priority, skills, answeredBefore, takenBack };
}
