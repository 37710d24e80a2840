import pg from 'pg';
import { dataFolder } from '../infrastructure/checkout.js';
import { checkDatabaseUrl } from '../infrastructure/external-postgres.js';
import { openEmbeddedPostgres } from '../infrastructure/postgres/embedded-postgres.js';
import { hasCluster } from '../infrastructure/postgres/postgres-home.js';
import type { Finding } from './examination.js';

const TOLERATED_CLOCK_MS = 2_000;

export async function databaseFindings(): Promise<Finding[]> {
  const given = process.env.DATABASE_URL;
  if (given) return look(given, 'DATABASE_URL');
  if (!hasCluster(dataFolder('postgres'))) {
    return [{ state: 'remark', text: 'No DATABASE_URL, and no embedded PostgreSQL yet: npm start makes one' }];
  }
  const embedded = await openEmbeddedPostgres();
  try {
    return await look(embedded.url, `embedded, in ${embedded.folder}`);
  } finally {
    await embedded.release();
  }
}

async function look(url: string, where: string): Promise<Finding[]> {
  const { version } = await checkDatabaseUrl(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return [
      { state: 'good', text: `PostgreSQL ${version} (${where})` },
      await durability(client),
      await clock(client),
      await desk(client),
      ...(await record(client)),
    ];
  } finally {
    await client.end();
  }
}

async function durability(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT name FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off'`,
  );
  if (rows.length === 0) return { state: 'good', text: 'What PostgreSQL confirms is on the disk' };
  const off = rows.map((row) => row.name).join(', ');
  return { state: 'bad', text: `A power cut can lose confirmed messages: switch ${off} on in PostgreSQL` };
}

async function clock(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  const apartMs = Math.abs(Date.now() - (rows[0]?.now.getTime() ?? 0));
  if (apartMs < TOLERATED_CLOCK_MS) return { state: 'good', text: 'The clocks of this machine and PostgreSQL agree' };
  return {
    state: 'bad',
    text: `The clocks of this machine and PostgreSQL are ${apartMs} ms apart: deadlines will be wrong`,
  };
}

async function desk(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ found: string | null }>(`SELECT to_regclass('conversation') AS found`);
  if (!rows[0]?.found)
    return { state: 'remark', text: 'The database is still empty; npm start or npm run desk -- migrate sets it up' };
  const counts = await client.query<{ conversations: string; waiting: string }>(
    'SELECT (SELECT count(*) FROM conversation) AS conversations, (SELECT count(*) FROM undelivered_event) AS waiting',
  );
  const { conversations = '0', waiting = '0' } = counts.rows[0] ?? {};
  return { state: 'good', text: `${conversations} conversations, ${waiting} events waiting for the relay` };
}

const APPEND_ONLY = ['conversation_event', 'audit_link', 'audit_anchor', 'audit_anchor_chain'];

/** Who could change the record of events: nobody, the owner of its tables only, or everybody. */
async function record(client: pg.Client): Promise<Finding[]> {
  const { rows } = await client.query<{ isRefused: boolean; mayChange: boolean; tables: string }>(
    `SELECT "isRefused", "mayChange", string_agg(name, ', ' ORDER BY place) AS tables
     FROM unnest($1::text[]) WITH ORDINALITY t (name, place), LATERAL (SELECT
       EXISTS (SELECT 1 FROM pg_trigger WHERE tgrelid = to_regclass(name) AND tgname = name || '_stays' AND tgenabled = 'A') AS "isRefused",
       has_table_privilege(to_regclass(name), 'UPDATE, DELETE, TRUNCATE') AS "mayChange") x
     WHERE to_regclass(name) IS NOT NULL GROUP BY "isRefused", "mayChange" ORDER BY min(place)`,
    [APPEND_ONLY],
  );
  return rows.map(({ tables, isRefused, mayChange }) => {
    if (!isRefused) return { state: 'bad', text: `The trigger that refuses changes is switched off on ${tables}` };
    const text = `Changes of ${tables} are refused by trigger`;
    if (!mayChange) return { state: 'good', text: `${text}, and this role has no right to them` };
    return { state: 'remark', text: `${text}; this role could switch it off: see the two roles in README.md` };
  });
}
