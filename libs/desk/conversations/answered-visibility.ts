import type { Visibility } from '#domain/moderation/visibility.js';
import type { MessageRecord } from './conversation.queries.js';

/**
 * How the message that a reply answers was sent: the last one before it. In a conversation with merged ones it answers
 * the last of each: where one of those was for the department only, so is the reply. Null where there is none.
 */
export function answeredVisibility(
  messages: readonly Pick<MessageRecord, 'origin' | 'visibility'>[],
): Visibility | null {
  const lastOfEach = new Map(messages.map(({ origin, visibility }) => [origin?.id, visibility]));
  const isPrivate = [...lastOfEach.values()].includes('department');
  return isPrivate ? 'department' : (messages.at(-1)?.visibility ?? null);
}

/** The same for a reply `r`; written down with it where a merge or a split has changed the conversation since. */
export const ANSWERED_VISIBILITY = `coalesce(r.answered_visibility, (
    SELECT CASE WHEN bool_or(last.visibility = 'department') THEN 'department'
      ELSE (array_agg(last.visibility ORDER BY last.received_at DESC, last.id DESC))[1] END
    FROM (
      SELECT r.conversation_id AS id UNION ALL SELECT part.id FROM conversation part WHERE part.merged_into_id = r.conversation_id
    ) home
    CROSS JOIN LATERAL (
      SELECT m.visibility, m.received_at, m.id FROM message m
      WHERE m.conversation_id = home.id AND m.received_at <= coalesce(r.pressed_at, r.sent_at)
      ORDER BY m.received_at DESC, m.id DESC LIMIT 1
    ) last
  ))`;
