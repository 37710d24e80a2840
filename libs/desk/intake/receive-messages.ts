import type { DataSource } from 'typeorm';
import { v5 as uuidv5, v7 as uuidv7 } from 'uuid';
import { excerptOf } from '#domain/conversations/excerpt.js';
import { referenceFrom } from '#domain/conversations/reference.js';
import { guessLanguage } from '#domain/language.js';
import { prepared } from '#platform/database/prepared.js';
import { randomBits } from '#platform/random-bits.js';
import { bodyDigest } from '../conversations/message-digest.js';
import type { ReceiveCommand } from './intake.types.js';
import { INSERT_INCOMING } from './message.sql.js';

/** Makes a citizen's id from the channel and the id there, so that intake need not look it up first. */
const CITIZEN_NAMESPACE = '6a1c2f0e-5a0f-4c63-9a35-6f0d1f2b7c11';

/**
 * Citizens, messages, conversations, events and their outbox in one statement, so in one transaction and one round
 * trip. A message whose (channel, external id) is stored already is passed over with all that would have come with it.
 */
const RECEIVE = {
  name: 'receive-messages',
  text: `
  WITH incoming AS (
    SELECT * FROM unnest(
      $1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::text[], $8::text[], $9::text[], $10::bytea[],
      $11::text[], $12::text[], $13::timestamptz[], $14::timestamptz[], $15::uuid[], $16::text[], $17::text[], $18::bytea[],
      $19::text[], $20::text[]
    ) AS t (message_id, conversation_id, event_id, channel_id, external_id, citizen_id, citizen_external_id, title, body, body_digest,
      language, visibility, posted_at, received_at, department_id, reference, excerpt, tracking_hash,
      citizen_name, request_id)
  ), citizens AS (
    INSERT INTO citizen (id, channel_id, external_id, name)
    SELECT DISTINCT ON (citizen_id) citizen_id, channel_id, citizen_external_id, citizen_name FROM incoming ORDER BY citizen_id
    ON CONFLICT (channel_id, external_id) DO UPDATE SET name = excluded.name WHERE citizen.name <> excluded.name
  ), fresh AS (${INSERT_INCOMING}
  ), opened AS (
    INSERT INTO conversation
      (id, reference, department_id, channel_id, citizen_id, status, title, excerpt, language, version, tracking_hash,
       opened_at, last_message_at, waiting_since)
    SELECT conversation_id, reference, department_id, channel_id, citizen_id, 'received', title, excerpt, language, 1, tracking_hash,
      posted_at, posted_at, posted_at
    FROM incoming JOIN fresh ON fresh.id = incoming.message_id
  ), recorded AS (
    INSERT INTO conversation_event (id, type, conversation_id, department_id, version, actor_kind, actor_id, payload, request_id, at)
    SELECT event_id, 'message.received', conversation_id, department_id, 1, 'citizen', citizen_id,
      jsonb_build_object('messageId', message_id), request_id, received_at
    FROM incoming JOIN fresh ON fresh.id = incoming.message_id
  ), outbox AS (
    INSERT INTO undelivered_event (event_id) SELECT event_id FROM incoming JOIN fresh ON fresh.id = incoming.message_id
  )
  SELECT id FROM fresh`,
};

const FIND = {
  name: 'find-received',
  text: `
  SELECT m.channel_id AS "channelId", m.external_id AS "externalId", c.id AS "conversationId", c.reference
  FROM unnest($1::uuid[], $2::text[]) AS k (channel_id, external_id)
  JOIN message m ON m.channel_id = k.channel_id AND m.external_id = k.external_id
  JOIN conversation c ON c.id = coalesce(m.arrived_in_id, m.conversation_id)`,
};

export interface Received {
  reference: string;
  conversationId: string;
  duplicate: boolean;
}

/** Stores messages that open conversations, all in one commit; answers in the same order. */
export async function receiveMessages(
  dataSource: DataSource,
  commands: readonly ReceiveCommand[],
): Promise<Received[]> {
  const rows = commands.map(rowOf);
  const fresh = await prepared<{ id: string }>(dataSource, RECEIVE, columnsOf(rows));
  const stored = new Set(fresh.map((row) => row.id));
  const earlier = await findEarlier(
    dataSource,
    rows.filter((row) => !stored.has(row.messageId)),
  );
  return rows.map((row) => {
    if (stored.has(row.messageId))
      return { reference: row.reference, conversationId: row.conversationId, duplicate: false };
    const found = earlier.get(keyOf(row));
    if (!found) throw new Error('a message was neither stored nor found');
    return { ...found, duplicate: true };
  });
}

type Row = ReturnType<typeof rowOf>;

function rowOf({ channelId, department, message, postedAt, receivedAt, trackingHash, requestId }: ReceiveCommand) {
  return {
    messageId: uuidv7(),
    conversationId: uuidv7(),
    eventId: uuidv7(),
    channelId,
    externalId: message.externalId,
    citizenId: citizenIdOf(channelId, message.author.externalId),
    citizenExternalId: message.author.externalId,
    title: message.title?.trim() || null,
    body: message.body,
    bodyDigest: bodyDigest(message.body),
    language: message.language ?? guessLanguage(message.body),
    visibility: message.visibility,
    postedAt,
    receivedAt,
    departmentId: department.id,
    reference: referenceFrom(department.referencePrefix, randomBits(8)),
    excerpt: excerptOf(message.body),
    trackingHash,
    citizenName: message.author.name,
    requestId,
  };
}

export function citizenIdOf(channelId: string, externalId: string): string {
  return uuidv5(`${channelId}/${externalId}`, CITIZEN_NAMESPACE);
}

function columnsOf(rows: readonly Row[]): unknown[][] {
  const column = <K extends keyof Row>(name: K) => rows.map((row) => row[name]);
  return [
    column('messageId'),
    column('conversationId'),
    column('eventId'),
    column('channelId'),
    column('externalId'),
    column('citizenId'),
    column('citizenExternalId'),
    column('title'),
    column('body'),
    column('bodyDigest'),
    column('language'),
    column('visibility'),
    column('postedAt'),
    column('receivedAt'),
    column('departmentId'),
    column('reference'),
    column('excerpt'),
    column('trackingHash'),
    column('citizenName'),
    column('requestId'),
  ];
}

const keyOf = (row: { channelId: string; externalId: string }) => `${row.channelId}/${row.externalId}`;

async function findEarlier(
  dataSource: DataSource,
  rows: readonly Row[],
): Promise<Map<string, Omit<Received, 'duplicate'>>> {
  if (rows.length === 0) return new Map();
  const found = await prepared<{ channelId: string; externalId: string; conversationId: string; reference: string }>(
    dataSource,
    FIND,
    [rows.map((row) => row.channelId), rows.map((row) => row.externalId)],
  );
  return new Map(found.map((row) => [keyOf(row), { reference: row.reference, conversationId: row.conversationId }]));
}
