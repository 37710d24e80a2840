import { STANDING } from './standing.js';

/**
 * When a person of the desk first took notice of the conversation `c`: took it or gave it to somebody, handed it on,
 * wrote, began a letter, closed, merged or split it (which is notice of both), or said so. What the desk assigns by itself is no notice, and what was
 * taken back is none.
 */
export const ACKNOWLEDGED_AT = `(
    SELECT min(e.at) FROM conversation_event e
    WHERE e.conversation_id = c.id AND e.actor_kind = 'officer' AND e.type IN ('conversation.acknowledged',
      'conversation.assigned', 'conversation.transferred', 'conversation.merged', 'conversation.absorbed',
      'conversation.split', 'conversation.split-off', 'conversation.closed', 'reply.sent', 'letter.drafted', 'letter.published')
      AND ${STANDING}
  )`;
