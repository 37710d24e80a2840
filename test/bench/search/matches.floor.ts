import pg from 'pg';
import { floorDatabase, serveFloor } from '../servers/floor-server.js';

/**
 * The floor of search: one prepared SELECT over the same table and index, for one officer whose departments are known,
 * through bare node:http: the newest 50 texts that have the words, with the row of their conversation. PostgreSQL writes
 * the JSON. Nothing is read of the texts, ranked or marked.
 */
const FIND = `
  SELECT json_agg(page)::text AS items FROM (
    SELECT e.entry_id, e.at, c.id, c.version, c.reference, c.status, c.title, c.excerpt, c.language, z.name AS "citizenName",
      c.department_id AS "departmentId", c.officer_id AS "officerId", c.last_message_at AS "lastMessageAt"
    FROM search_entry e
    JOIN conversation c ON c.id = e.conversation_id
    JOIN citizen z ON z.id = c.citizen_id
    WHERE e.words @@ $2::tsquery AND e.department_id = ANY($1::uuid[])
    ORDER BY e.at DESC, e.entry_id DESC LIMIT 50
  ) page`;

const departmentIds = (process.env.DEPARTMENT_IDS ?? '').split(',');
const pool = new pg.Pool({ connectionString: floorDatabase(), max: 8 });

serveFloor(async (request, response) => {
  try {
    const asked = new URL(request.url ?? '', 'http://floor').searchParams.get('q') ?? '';
    const wanted = asked.split(' ').map((word) => `'${word}'`);
    const { rows } = await pool.query({ name: 'find', text: FIND, values: [departmentIds, wanted.join(' & ')] });
    response.setHeader('content-type', 'application/json');
    response.end(`{"items":${rows[0].items ?? '[]'}}`);
  } catch (error) {
    response.statusCode = 500;
    response.end(String(error));
  }
});
