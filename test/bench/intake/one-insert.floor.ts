import type { IncomingMessage } from 'node:http';
import pg from 'pg';
import { floorDatabase, serveFloor } from '../servers/floor-server.js';

/** The floor of intake: bare node:http and pg, one INSERT with its commit for each request, into one table. */
const INSERT = {
  name: 'insert',
  text: 'INSERT INTO message (external_id, department, author, body) VALUES ($1, $2, $3, $4) RETURNING id',
};

// As many as there are requests at a time: fewer would make them queue, more would have nothing to do.
const pool = new pg.Pool({ connectionString: floorDatabase(), max: 32 });
await pool.query(`
  CREATE TABLE message (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, external_id text NOT NULL UNIQUE, department text NOT NULL,
    author text NOT NULL, body text NOT NULL, received_at timestamptz NOT NULL DEFAULT now()
  )`);

serveFloor(async (request, response) => {
  try {
    const { externalId, department, author, body } = JSON.parse(await textOf(request));
    const { rows } = await pool.query({ ...INSERT, values: [externalId, department, author.name, body] });
    response.statusCode = 202;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(rows[0]));
  } catch (error) {
    response.statusCode = 500;
    response.end(String(error));
  }
});

function textOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(Buffer.concat(chunks).toString()));
    request.on('error', reject);
  });
}
