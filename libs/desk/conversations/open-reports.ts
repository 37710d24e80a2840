/**
 * Reports that wait for a moderator, as a condition on `reader_report r` with its `message m` and `conversation c`: what
 * is kept back already waits elsewhere, and who is muted in the department is not heard there.
 */
export const IS_OPEN_REPORT = `r.outcome IS NULL AND m.state IN ('visible', 'redacted') AND NOT EXISTS (
      SELECT 1 FROM reporter_mute u WHERE u.reporter_id = r.reporter_id AND u.department_id = c.department_id AND u.lifted_at IS NULL)`;
