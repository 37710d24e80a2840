import pg from 'pg';
import { floorDatabase, serveFloor } from '../servers/floor-server.js';

/**
 * The floor of the inbox: one prepared SELECT of 50 rows by hand, for one officer whose departments are known, through
 * bare node:http. The first 50 of each department come straight from an index and are merged; the rest is by key.
 * PostgreSQL writes the JSON: that was twice as fast as reading the rows here and writing it then.
 */
const COLUMNS = `c.id, c.version, c.reference, c.status, c.title, c.excerpt, c.language, z.name AS "citizenName", d.id AS "departmentId",
  d.slug, d.name_en, d.name_zh, o.id AS "officerId", o.name AS "officerName", c.last_message_at AS "lastMessageAt",
  c.waiting_since AS "waitingSince", c.answer_due_at AS "answerDueAt", c.first_answered_at AS "firstAnsweredAt",
  c.priority, c.tag_ids AS "tagIds", c.snoozed_until AS "snoozedUntil", c.snoozed_until_message AS "snoozedUntilMessage", c.asked_at AS "askedAt",
  c.escalated_at AS "escalatedAt"`;

function selectBy(order: string, condition = ''): string {
  const one = (parameter: string) =>
    `(SELECT * FROM conversation c WHERE department_id = ${parameter}::uuid ${condition} ORDER BY ${order} LIMIT 50)`;
  return `
    SELECT json_agg(page)::text AS items FROM (
      SELECT ${COLUMNS}
      FROM (SELECT * FROM (${['$1', '$2', '$3'].map(one).join(' UNION ALL ')}) c ORDER BY ${order} LIMIT 50) c
      JOIN department d ON d.id = c.department_id
      JOIN citizen z ON z.id = c.citizen_id
      LEFT JOIN officer o ON o.id = c.officer_id
      ORDER BY ${order}
    ) page`;
}

const DUE = `coalesce(c.answer_due_at, 'infinity')`;
const VIEWS: Record<string, string> = {
  queue: selectBy(
    `(c.priority <> 'urgent'), ${DUE}, c.id`,
    `AND status IN ('queued', 'assigned') AND snoozed_until IS NULL`,
  ),
  all: selectBy('c.last_message_at DESC, c.id DESC'),
};

const departmentIds = (process.env.DEPARTMENT_IDS ?? '').split(',');
const pool = new pg.Pool({ connectionString: floorDatabase(), max: 8 });

serveFloor(async (request, response) => {
  try {
    const name = new URL(request.url ?? '', 'http://floor').searchParams.get('view') ?? '';
    const { rows } = await pool.query({ name, text: VIEWS[name] ?? '', values: departmentIds });
    response.setHeader('content-type', 'application/json');
    response.end(`{"items":${rows[0].items}}`);
  } catch (error) {
    response.statusCode = 500;
    response.end(String(error));
  }
});
