import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import pg from 'pg';
import { Server } from 'socket.io';
import { LIVE_PATH, READY_EVENT, RING_EVENT } from '#contracts/realtime.js';
import { floorDatabase, serveFloor } from '../servers/floor-server.js';

/** The floor of live: INSERT and NOTIFY in one commit, one listener that rings by bare Socket.IO, one SELECT to refetch. */
const INSERT = {
  name: 'insert',
  text: `
  WITH stored AS (
    INSERT INTO message (id, external_id, department, author, body) VALUES ($1, $2, $3, $4, $5) RETURNING id
  ) SELECT pg_notify('bell', $1 || ' ' || $3) FROM stored`,
};
const SELECT = {
  name: 'select',
  text: `SELECT id, external_id AS "externalId", department, author, body, received_at AS "receivedAt", 'assigned' AS status
  FROM message WHERE id = $1`,
};

const pool = new pg.Pool({ connectionString: floorDatabase(), max: 16 });
await pool.query(`
  CREATE TABLE message (
    id text PRIMARY KEY, external_id text NOT NULL UNIQUE, department text NOT NULL,
    author text NOT NULL, body text NOT NULL, received_at timestamptz NOT NULL DEFAULT now()
  )`);

const server = serveFloor(async (request, response) => {
  try {
    const answer = request.method === 'POST' ? await store(request) : await read(request.url ?? '');
    response.statusCode = request.method === 'POST' ? 202 : 200;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer));
  } catch (error) {
    response.statusCode = 500;
    response.end(String(error));
  }
});

const sockets = new Server(server, { path: LIVE_PATH, transports: ['websocket'], perMessageDeflate: false });
sockets.on('connection', (socket) => {
  const { department = '' } = socket.handshake.headers;
  void socket.join(department);
  socket.emit(READY_EVENT);
});

const listener = new pg.Client({ connectionString: floorDatabase() });
listener.on('notification', ({ payload = '' }) => {
  const [conversationId = '', department = ''] = payload.split(' ');
  sockets.to(department).emit(RING_EVENT, { event: 'conversation.assigned', conversationId });
});
await listener.connect();
await listener.query('LISTEN bell');

async function store(request: IncomingMessage): Promise<object> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { externalId, department, author, body } = JSON.parse(Buffer.concat(chunks).toString());
  const conversationId = randomUUID();
  await pool.query({ ...INSERT, values: [conversationId, externalId, department, author.name, body] });
  return { reference: externalId, conversationId, duplicate: false };
}

async function read(url: string): Promise<unknown> {
  const { rows } = await pool.query({ ...SELECT, values: [url.slice(url.lastIndexOf('/') + 1)] });
  return rows[0];
}
