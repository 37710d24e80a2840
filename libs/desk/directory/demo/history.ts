import type { EventType } from '#contracts/conversations.http.js';
import { Conversation } from '#database/entities/conversation.entity.js';
import type { Tx } from '#database/transaction.js';
import type { EventActor } from '../../conversations/conversation-record.js';
import { demoId } from './demo-id.js';

export interface DemoFact {
  type: EventType;
  actor: EventActor;
  payload: Record<string, unknown>;
  letterId?: string;
  at: Date;
}

const INSERT_EVENTS = `
  WITH unlinked AS (INSERT INTO unlinked_event (event_id) SELECT unnest($1::uuid[]))
  INSERT INTO conversation_event
    (id, type, letter_id, version, actor_kind, actor_id, payload, at, conversation_id, department_id)
  SELECT id, type, letter_id, version, actor_kind, actor_id, payload::jsonb, at, $9, $10
  FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::int[], $5::text[], $6::uuid[], $7::text[], $8::timestamptz[])
    AS fact (id, type, letter_id, version, actor_kind, actor_id, payload, at)`;

/**
 * Events under the versions 1 to n, and the conversation at version n. They are not put in the outbox: what would
 * follow from them is written too. Answers their ids.
 */
export async function writeHistory(
  tx: Tx,
  { conversationId, departmentId, key }: { conversationId: string; departmentId: string; key: string },
  facts: readonly DemoFact[],
): Promise<string[]> {
  const ids = facts.map((_fact, index) => demoId('event', `${key}/${index + 1}`));
  await tx.query(INSERT_EVENTS, [
    ids,
    facts.map((fact) => fact.type),
    facts.map((fact) => fact.letterId ?? null),
    facts.map((_fact, index) => index + 1),
    facts.map((fact) => fact.actor.kind),
    facts.map((fact) => fact.actor.id),
    facts.map((fact) => JSON.stringify(fact.payload)),
    facts.map((fact) => fact.at),
    conversationId,
    departmentId,
  ]);
  await tx.update(Conversation, { id: conversationId }, { version: facts.length });
  return ids;
}

const MS_PER_HOUR = 3_600_000;

export function hoursBefore(time: Date, hours: number): Date {
  return new Date(time.getTime() - hours * MS_PER_HOUR);
}
