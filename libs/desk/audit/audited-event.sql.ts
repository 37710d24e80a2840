/** Of `e`, as `AuditedEvent`. An instant that is none (infinity) has its own name. */
export const AUDITED_EVENT = `e.id, e.type, e.conversation_id AS "conversationId", e.department_id AS "departmentId",
    e.letter_id AS "letterId", e.version, e.actor_kind AS "actorKind", e.actor_id AS "actorId", e.payload,
    e.request_id AS "requestId",
    CASE WHEN isfinite(e.at) THEN (extract(epoch FROM e.at) * 1000000)::bigint::text ELSE e.at::text END AS "atMicros"`;
