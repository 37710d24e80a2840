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
WHERE e.conversation_id = ANY(ARRAY(SELECT unnest($1::uuid[]))) AND e.type = ANY(ARRAY(SELECT unnest($2::text[]))) AND e.version IS NOT NULL
ORDER BY e.conversation_id, e.version;
