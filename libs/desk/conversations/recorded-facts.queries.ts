import type { Tx } from '#database/transaction.js';
import { mergedInto, type RecordedFact, type Records } from '#domain/deadlines/history.js';
import { CLOCK_EVENTS } from '#domain/deadlines/runs-of.js';
import { anyIn, preparedIn } from '#platform/database/prepared.js';

/**
 * Facts that move clocks, with the rows of which they speak and whose they are: of an answer, whose words it is. A message
 * that was split off stood where it arrived until then; which ones left was not always written down. Why a clock was started
 * again stands beside the record.
 */
export const RECORDED_FACTS = {
  name: 'recorded-facts',
  text: `
  SELECT e.conversation_id AS "conversationId", e.version, e.type, e.at, e.department_id AS "departmentId",
    e.actor_kind = 'officer' AS "isByPerson",
    CASE WHEN e.type = 'reply.sent' THEN r.officer_id
      WHEN e.type = 'letter.published' THEN (SELECT l.author_id FROM letter l WHERE l.id = e.letter_id)
      WHEN e.actor_kind = 'officer' THEN e.actor_id END AS "byOfficerId",
    CASE WHEN e.type = 'conversation.split' AND NOT e.payload ? 'messageIds'
      THEN e.payload || jsonb_build_object('messageIds', ARRAY(
        SELECT moved.id FROM message moved WHERE moved.conversation_id = (e.payload ->> 'intoId')::uuid))
      WHEN w.words IS NOT NULL THEN e.payload || w.words
      ELSE e.payload END AS payload,
    m.id AS "messageId", coalesce(m.arrived_in_id, m.conversation_id) AS "homeId", m.posted_at AS "postedAt",
    m.received_at AS "receivedAt",
    CASE WHEN e.type = 'reply.sent' THEN CASE WHEN NOT r.is_imported THEN coalesce(r.pressed_at, r.sent_at) END
      WHEN e.type = 'letter.published' THEN coalesce((
        SELECT max(v.submitted_at) FROM letter_version v WHERE v.letter_id = e.letter_id AND v.published_at IS NOT NULL), e.at)
      END AS "readUntil",
    CASE WHEN e.type = 'conversation.split-off'
      THEN (SELECT c.opened_at FROM conversation c WHERE c.id = e.conversation_id) END AS "openedAt"
  FROM conversation_event e
  LEFT JOIN message m ON m.id = CASE WHEN e.type IN ('message.received', 'message.cleared', 'message.hidden', 'message.redacted', 'message.rejected', 'message.restored')
    THEN (e.payload ->> 'messageId')::uuid END
  LEFT JOIN words_of_act w ON e.type = 'conversation.transferred' AND w.conversation_id = e.conversation_id AND w.version = e.version
  LEFT JOIN reply r ON r.id = CASE WHEN e.type = 'reply.sent' THEN (e.payload ->> 'replyId')::uuid END
  WHERE e.conversation_id = ${anyIn('$1', 'uuid')} AND e.type = ${anyIn('$2', 'text')} AND e.version IS NOT NULL
  ORDER BY e.conversation_id, e.version`,
};

type Row = Omit<RecordedFact, 'message'> & {
  messageId: string | null;
  homeId: string;
  postedAt: Date;
  receivedAt: Date;
};

/** By conversation: of these, and of all in which they were ever carried on. */
export async function recordsOf(tx: Tx, conversationIds: readonly string[]): Promise<Records> {
  const records = new Map<string, RecordedFact[]>();
  let missing = [...new Set(conversationIds)];
  while (missing.length > 0) {
    for (const id of missing) records.set(id, []);
    const rows = await preparedIn<Row>(tx, RECORDED_FACTS, [missing, CLOCK_EVENTS]);
    const facts = rows.map(factOf);
    for (const fact of facts) records.get(fact.conversationId)?.push(fact);
    missing = [...new Set(mergedInto(facts))].filter((id) => !records.has(id));
  }
  return records;
}

function factOf({ messageId, homeId, postedAt, receivedAt, ...fact }: Row): RecordedFact {
  return { ...fact, message: messageId ? { id: messageId, homeId, postedAt, receivedAt } : null };
}
