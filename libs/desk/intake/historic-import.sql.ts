import { INSERT_INCOMING } from './message.sql.js';

/** Which of these messages a channel has already, and what they say. */
export const KNOWN_MESSAGES = {
  name: 'known-messages',
  text: `
  SELECT external_id AS "externalId", body_digest AS digest FROM message
  WHERE channel_id = $1 AND external_id = ANY($2::text[])`,
};

/**
 * Like `receive-messages`, with the answer that each message got. Only `message.received` goes to the outbox: what
 * follows from an answer (offers, a bell) followed long ago. A message that another import has stored in the meantime
 * is passed over with all that would have come with it.
 */
export const INSERT_DIALOGUES = {
  name: 'insert-dialogues',
  text: `
  WITH incoming AS (
    SELECT * FROM unnest(
      $1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::text[], $8::text[], $9::text[], $10::text[],
      $11::bytea[], $12::text[], $13::text[], $14::timestamptz[], $15::timestamptz[], $16::uuid[], $17::text[], $18::text[],
      $19::timestamptz[], $20::uuid[], $21::uuid[], $22::text[], $23::timestamptz[]
    ) AS t (message_id, conversation_id, received_event_id, channel_id, external_id, citizen_id, citizen_external_id, citizen_name,
      title, body, body_digest, language, visibility, posted_at, received_at, department_id, reference, excerpt,
      received_event_at, reply_id, reply_event_id, reply_body, reply_sent_at)
  ), citizens AS (
    INSERT INTO citizen (id, channel_id, external_id, name)
    SELECT DISTINCT ON (citizen_id) citizen_id, channel_id, citizen_external_id, citizen_name FROM incoming ORDER BY citizen_id
    ON CONFLICT (channel_id, external_id) DO NOTHING
  ), stored AS (${INSERT_INCOMING}
  ), fresh AS (
    SELECT incoming.* FROM incoming JOIN stored ON stored.id = incoming.message_id
  ), opened AS (
    INSERT INTO conversation
      (id, reference, department_id, channel_id, citizen_id, status, title, excerpt, language, version,
       opened_at, last_message_at, waiting_since, first_answered_at)
    SELECT conversation_id, reference, department_id, channel_id, citizen_id,
      CASE WHEN reply_id IS NULL THEN 'received' ELSE 'answered' END, title, excerpt, language,
      CASE WHEN reply_id IS NULL THEN 1 ELSE 2 END, posted_at, posted_at,
      CASE WHEN reply_id IS NULL THEN posted_at END, reply_sent_at
    FROM fresh
  ), replies AS (
    INSERT INTO reply (id, conversation_id, body, sent_at, is_imported)
    SELECT reply_id, conversation_id, reply_body, reply_sent_at, true FROM fresh WHERE reply_id IS NOT NULL
  ), recorded AS (
    INSERT INTO conversation_event (id, type, conversation_id, department_id, version, actor_kind, actor_id, payload, at)
    SELECT received_event_id, 'message.received', conversation_id, department_id, 1, 'citizen', citizen_id,
      jsonb_build_object('messageId', message_id), received_event_at FROM fresh
    UNION ALL
    SELECT reply_event_id, 'reply.sent', conversation_id, department_id, 2, 'system', NULL,
      jsonb_build_object('replyId', reply_id, 'isImported', true), reply_sent_at FROM fresh WHERE reply_id IS NOT NULL
  ), outbox AS (
    INSERT INTO undelivered_event (event_id) SELECT received_event_id FROM fresh
  ), unlinked AS (
    INSERT INTO unlinked_event (event_id) SELECT reply_event_id FROM fresh WHERE reply_id IS NOT NULL
  )
  SELECT id FROM stored`,
};
