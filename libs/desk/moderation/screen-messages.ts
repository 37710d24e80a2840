import { In } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Conversation } from '#database/entities/conversation.entity.js';
import { Department } from '#database/entities/department.entity.js';
import { Message } from '#database/entities/message.entity.js';
import type { Tx } from '#database/transaction.js';
import { afterAct } from '#domain/conversations/conversation.lifecycle.js';
import { excerptOf } from '#domain/conversations/excerpt.js';
import { answerDueAt } from '#domain/deadlines/answer-deadline.js';
import { DEFAULT_BLOCKED_WORDS } from '#domain/moderation/default-blocked-words.js';
import { type ScreeningOutcome, screen } from '#domain/moderation/screening.js';
import { type ConversationPatch, type Fact, SYSTEM } from '../conversations/conversation-record.js';
import { lockConversations, writeConversations } from '../conversations/write-conversations.js';

/** A text of the same citizen counts as repeated for this long. */
const REPEATED_WITHIN_DAYS = 30;

interface Screened {
  message: Message;
  outcome: ScreeningOutcome;
}

/**
 * Screens messages that have not been screened yet, all in the caller's transaction; those that have been are passed
 * over, so that it may be asked twice.
 */
export async function screenMessages(tx: Tx, messageIds: readonly string[], now: Date): Promise<void> {
  const found = await tx.find(Message, { where: { id: In([...messageIds]) }, order: { postedAt: 'ASC', id: 'ASC' } });
  const conversations = await lockConversations(
    tx,
    found.map((message) => message.conversationId),
  );
  // Read again under the locks: another worker may have been here.
  const messages = await tx.find(Message, {
    where: { id: In(found.map((message) => message.id)), state: 'screening' },
    order: { postedAt: 'ASC', id: 'ASC' },
  });
  if (messages.length === 0) return;
  const screened = await screenAll(tx, messages);
  await writeStates(tx, screened, now);
  await follow(tx, screened, conversations, now);
}

async function screenAll(tx: Tx, messages: readonly Message[]): Promise<Screened[]> {
  const repeats = await repeatsOf(tx, messages);
  return messages.map((message) => ({
    message,
    outcome: screen({
      title: message.title,
      body: message.body,
      name: message.visibility === 'public' ? message.authorName : null,
      blockedWords: DEFAULT_BLOCKED_WORDS,
      repeatedOf: repeats.get(message.id) ?? 0,
    }),
  }));
}

async function repeatsOf(tx: Tx, messages: readonly Message[]): Promise<Map<string, number>> {
  const rows: { id: string; n: number }[] = await tx.query(
    `SELECT m.id, count(*)::int AS n
     FROM unnest($1::uuid[]) AS wanted (id) JOIN message m ON m.id = wanted.id
     JOIN message earlier ON earlier.citizen_id = m.citizen_id AND earlier.body_digest = m.body_digest
       AND (earlier.posted_at, earlier.id) < (m.posted_at, m.id)
       AND earlier.posted_at > m.posted_at - make_interval(days => $2)
     GROUP BY m.id`,
    [messages.map((message) => message.id), REPEATED_WITHIN_DAYS],
  );
  return new Map(rows.map((row) => [row.id, row.n]));
}

async function writeStates(tx: Tx, screened: readonly Screened[], now: Date): Promise<void> {
  const states = screened.map(({ outcome }) => (outcome.verdict === 'hold' ? 'held' : 'visible'));
  await tx.query(
    `UPDATE message SET state = t.state FROM unnest($1::uuid[], $2::text[]) AS t (id, state) WHERE message.id = t.id`,
    [screened.map(({ message }) => message.id), states],
  );
  const held = screened.filter(({ outcome }) => outcome.verdict === 'hold');
  if (held.length === 0) return;
  await tx.query(
    `INSERT INTO moderation_decision (id, message_id, decision, reason, findings, decided_at)
     SELECT id, message_id, 'hold', 'screening', findings::jsonb, $4
     FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS t (id, message_id, findings)`,
    [
      held.map(() => uuidv7()),
      held.map(({ message }) => message.id),
      held.map(({ outcome }) => JSON.stringify(outcome.findings)),
      now,
    ],
  );
}

/** What the verdicts mean for the conversations, each with its fact. */
async function follow(
  tx: Tx,
  screened: readonly Screened[],
  conversations: Map<string, Conversation>,
  now: Date,
): Promise<void> {
  const departments = await departmentsOf(tx, [...conversations.values()]);
  const openings = await openingsOf(tx, [...conversations.keys()]);
  const facts: Fact[] = [];
  for (const { message, outcome } of screened) {
    const conversation = conversations.get(message.conversationId);
    if (!conversation) continue;
    const hours = departments.get(conversation.departmentId) ?? null;
    const patch =
      outcome.verdict === 'hold'
        ? heldPatch(conversation)
        : clearedPatch(conversation, { message, isOpening: openings.has(message.id), answerWithinHours: hours });
    const changed = { ...conversation, ...patch, version: conversation.version + 1 };
    conversations.set(changed.id, changed);
    facts.push({
      type: outcome.verdict === 'hold' ? 'message.held' : 'message.cleared',
      conversationId: changed.id,
      departmentId: changed.departmentId,
      version: changed.version,
      actor: SYSTEM,
      payload: { messageId: message.id, kinds: [...new Set(outcome.findings.map((finding) => finding.kind))] },
      at: now,
    });
  }
  await writeConversations(tx, [...conversations.values()], facts);
}

function heldPatch(conversation: Conversation): ConversationPatch {
  return { status: afterAct(conversation.status, 'hold-message') };
}

/**
 * A message that officers may take up. The opening one of an imported dialogue has its answer already and changes
 * nothing; any other that comes after the answer opens the conversation again with a new promise.
 */
export function clearedPatch(
  conversation: Conversation,
  cleared: { message: Pick<Message, 'postedAt' | 'body'>; isOpening: boolean; answerWithinHours: number | null },
): ConversationPatch {
  const { message, isOpening, answerWithinHours } = cleared;
  if (isOpening && conversation.status === 'answered') return {};
  const status = afterAct(conversation.status, 'clear-message');
  const waitingSince = conversation.waitingSince ?? message.postedAt;
  return {
    status,
    waitingSince,
    excerpt: excerptOf(message.body),
    officerId: status === 'assigned' ? conversation.officerId : null,
    answerDueAt: conversation.waitingSince ? conversation.answerDueAt : answerDueAt(waitingSince, answerWithinHours),
    lastMessageAt: message.postedAt > conversation.lastMessageAt ? message.postedAt : conversation.lastMessageAt,
  };
}

async function departmentsOf(tx: Tx, conversations: readonly Conversation[]): Promise<Map<string, number | null>> {
  const ids = [...new Set(conversations.map((conversation) => conversation.departmentId))];
  const rows = await tx.find(Department, { where: { id: In(ids) } });
  return new Map(rows.map((row) => [row.id, row.answerWithinHours]));
}

/** The ids of the messages that opened these conversations: the first that was received. */
export async function openingsOf(tx: Tx, conversationIds: readonly string[]): Promise<Set<string>> {
  const rows: { id: string }[] = await tx.query(
    `SELECT DISTINCT ON (conversation_id) id FROM message WHERE conversation_id = ANY($1::uuid[])
     ORDER BY conversation_id, received_at, id`,
    [conversationIds],
  );
  return new Set(rows.map((row) => row.id));
}
