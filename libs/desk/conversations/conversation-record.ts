import { v7 as uuidv7 } from 'uuid';
import type { EventType } from '#contracts/conversations.http.js';
import { Conversation } from '#database/entities/conversation.entity.js';
import type { Tx } from '#database/transaction.js';
import { endsEscalation } from '#domain/assignment/escalation.js';
import { type ConversationAct, OPEN_STATUSES, waitsForReply } from '#domain/conversations/conversation.lifecycle.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { endsSnooze } from '#domain/triage/snooze.js';
import { preparedIn } from '#platform/database/prepared.js';
import { requestIdOf } from '#platform/log/request-context.js';

export type EventActor = { kind: 'officer' | 'citizen'; id: string } | { kind: 'system'; id: null };

export const SYSTEM: EventActor = { kind: 'system', id: null };

/** A fact in a history. `version` is the conversation's version after it; both are null for facts about an officer. */
export interface Fact {
  type: EventType;
  conversationId: string | null;
  departmentId: string | null;
  letterId?: string | null;
  version: number | null;
  actor: EventActor;
  /** Ids, codes and numbers that explain the fact; never a word that somebody wrote. */
  payload?: Record<string, unknown>;
  /** What an officer wrote about the act, where no other row keeps it: beside the record, which is never edited. */
  words?: WordsOfAct;
  at: Date;
}

export interface WordsOfAct {
  reason?: string | null | undefined;
  note?: string | null | undefined;
  clockReason?: string | null | undefined;
}

export type ConversationPatch = Partial<Omit<Conversation, 'id' | 'version' | 'reference'>>;

const RECORD = {
  name: 'record-facts',
  text: `
  WITH recorded AS (
    INSERT INTO conversation_event
      (id, type, conversation_id, department_id, letter_id, version, actor_kind, actor_id, payload, request_id, at)
    SELECT id, type, conversation_id, department_id, letter_id, version, actor_kind, actor_id, payload::jsonb, request_id, at
    FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::uuid[], $6::int[], $7::text[], $8::uuid[], $9::text[], $10::timestamptz[],
      $11::text[])
      AS fact (id, type, conversation_id, department_id, letter_id, version, actor_kind, actor_id, payload, at, request_id)
    RETURNING id
  )
  INSERT INTO undelivered_event (event_id) SELECT id FROM recorded`,
};

/** Writes facts and their place in the outbox, in the caller's transaction. */
export async function record(tx: Tx, facts: readonly Fact[]): Promise<void> {
  if (facts.length === 0) return;
  await preparedIn(tx, RECORD, [
    facts.map(() => uuidv7()),
    facts.map((fact) => fact.type),
    facts.map((fact) => fact.conversationId),
    facts.map((fact) => fact.departmentId),
    facts.map((fact) => fact.letterId ?? null),
    facts.map((fact) => fact.version),
    facts.map((fact) => fact.actor.kind),
    facts.map((fact) => fact.actor.id),
    facts.map((fact) => JSON.stringify(fact.payload ?? {})),
    facts.map((fact) => fact.at),
    facts.map((fact) => requestIdOf([fact.payload?.messageId, fact.conversationId])),
  ]);
  for (const fact of facts) await keepWords(tx, fact);
}

/** Found by the version that the act made. */
async function keepWords(tx: Tx, { conversationId, version, words = {} }: Fact): Promise<void> {
  const said = Object.fromEntries(Object.entries(words).filter(([, text]) => text));
  if (Object.keys(said).length === 0) return;
  await tx.query('INSERT INTO words_of_act (conversation_id, version, words) VALUES ($1, $2, $3)', [
    conversationId,
    version,
    JSON.stringify(said),
  ]);
}

/** Locks the row for the rest of the transaction. Throws `not-found`. */
export async function lockConversation(tx: Tx, id: string): Promise<Conversation> {
  const conversation = await tx.findOne(Conversation, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!conversation) throw new Refusal('not-found', { detail: 'There is no such conversation.' });
  return conversation;
}

/** Refuses what only its survivor can take, and says which one that is. */
export function assertNotMerged({ status, version, mergedIntoId }: Conversation): void {
  if (status !== 'merged') return;
  throw new Refusal('merged', {
    detail: 'This conversation was merged: it is carried on in another one.',
    current: { status, version, mergedIntoId },
  });
}

/** Refuses an act on an old screen: the caller has to look at what has changed first. */
export function assertSeen(conversation: Conversation, version: number): void {
  assertNotMerged(conversation);
  if (conversation.version === version) return;
  const { status, officerId } = conversation;
  throw new Refusal('stale-version', {
    detail: 'The conversation has changed since you looked at it.',
    current: { status, version: conversation.version, officerId },
  });
}

/** Refuses what would pull the conversation away under a reply that is about to leave. */
export function assertStill({ status, version, replyLeavesAt }: Conversation, act: ConversationAct): void {
  if (!replyLeavesAt || !waitsForReply(act)) return;
  throw new Refusal('reply-waiting', {
    detail: 'A reply is about to leave. Take it back, or wait until it has left.',
    current: { status, version, leavesAt: replyLeavesAt.toISOString() },
  });
}

/** Writes the locked row and the fact that explains the change, under the next version. */
export async function changeConversation(
  tx: Tx,
  conversation: Conversation,
  change: { patch: ConversationPatch; fact: Pick<Fact, 'type' | 'actor' | 'payload' | 'words' | 'letterId' | 'at'> },
): Promise<Conversation> {
  const patch = {
    ...change.patch,
    ...endOfEscalation(conversation, change.patch),
    ...endOfSnooze(conversation, change.patch),
    ...endOfAsking(conversation, change.patch),
  };
  const changed = { ...conversation, ...patch, version: conversation.version + 1 };
  await tx.update(Conversation, { id: conversation.id }, { ...patch, version: changed.version });
  await record(tx, [
    {
      ...change.fact,
      conversationId: changed.id,
      departmentId: changed.departmentId,
      version: changed.version,
    },
  ]);
  return changed;
}

function endOfEscalation(before: Conversation, patch: ConversationPatch): ConversationPatch {
  const isOver = before.escalatedAt !== null && endsEscalation(before, { ...before, ...patch });
  return isOver ? { escalatedAt: null } : {};
}

function endOfSnooze(before: Conversation, patch: ConversationPatch): ConversationPatch {
  const isOver = before.snoozedUntil !== null && endsSnooze(before, { ...before, ...patch });
  return isOver ? { snoozedUntil: null, snoozedUntilMessage: false } : {};
}

/** Who was asked is awaited until anybody waits for the desk again, or the matter is settled. */
function endOfAsking(before: Conversation, patch: ConversationPatch): ConversationPatch {
  const { askedAt, waitingSince, status } = { ...before, ...patch };
  const isOver = waitingSince !== null || !OPEN_STATUSES.some((open) => open === status);
  return askedAt !== null && isOver ? { askedAt: null } : {};
}

export function byOfficer(actor: Actor): EventActor {
  return { kind: 'officer', id: actor.officerId };
}
