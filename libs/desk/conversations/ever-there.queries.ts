/** Those that a department gave away, and what was carried on in them then. */
export const LEFT = (more: string) => `
    SELECT e.conversation_id AS id FROM conversation_event e
    WHERE e.type = 'conversation.transferred' AND (e.payload ->> 'fromDepartmentId')::uuid = $1 ${more}`;

/** What was carried on in one that it gave away, also where it is no longer. */
export const LEFT_WITHIN = `
    SELECT part.id FROM (${LEFT('')}) gone
    JOIN conversation_event a ON a.conversation_id = gone.id AND a.type = 'conversation.absorbed'
    JOIN conversation part ON part.id = (a.payload ->> 'fromId')::uuid AND part.id > $2`;

/** The next few that are or ever were in a department ($1), after an id ($2), by id: all that its promises may bind. */
export const EVER_THERE = `
  (SELECT id FROM conversation WHERE department_id = $1 AND id > $2 ORDER BY id LIMIT $3)
  UNION (${LEFT('AND e.conversation_id > $2')} ORDER BY e.conversation_id LIMIT $3)
  UNION (${LEFT_WITHIN} ORDER BY part.id LIMIT $3)
  ORDER BY id LIMIT $3`;

/**
 * Of an event `e` that changed what a department promises or when it works: whether it is the first of its kind. The
 * first version measures what ended before it too, every later one only what ended after it was made.
 */
export const IS_FIRST_VERSION = `
  CASE e.type WHEN 'policy.changed' THEN (e.payload ->> 'version')::int = 1
    ELSE e.at = (SELECT min(a.assigned_at) FROM calendar_assignment a WHERE a.department_id = e.department_id) END`;
