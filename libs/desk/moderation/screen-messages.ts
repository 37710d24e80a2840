import { v7 as uuidv7 } from 'uuid';
import type { Conversation } from '#database/entities/conversation.entity.js';
import type { Tx } from '#database/transaction.js';
import { afterClearedMessage } from '#domain/conversations/cleared-message.js';
import { afterAct } from '#domain/conversations/conversation.lifecycle.js';
import { DEFAULT_BLOCKED_WORDS } from '#domain/moderation/default-blocked-words.js';
import { type ScreeningOutcome, screen } from '#domain/moderation/screening.js';
import { preparedIn } from '#platform/database/prepared.js';
import { type ConversationPatch, type Fact, SYSTEM } from '../conversations/conversation-record.js';
import { keepFindable } from '../conversations/search-index.js';
import { wakeConversations } from '../conversations/wake-conversations.js';
import { type ChangedConversation, writeConversations } from '../conversations/write-conversations.js';
import { lockUnscreened, type UnscreenedRecord } from './screening.queries.js';

interface Screened {
  message: UnscreenedRecord;
  outcome: ScreeningOutcome;
}

/**
 * Screens messages that have not been screened yet, all in the caller's transaction; those that have been are passed
 * over, so that it may be asked twice.
 */
export async function screenMessages(tx: Tx, messageIds: readonly string[], now: Date): Promise<void> {
  const messages = await lockUnscreened(tx, messageIds);
  if (messages.length === 0) return;
  const screened = messages.map((message) => ({ message, outcome: outcomeOf(message) }));
  // In this order on the wire, without waiting for each other's answers: what can be found is what has been screened.
  await Promise.all([
    writeStates(tx, screened, now),
    keepFindable(tx, 'message', messageIdsOf(screened)),
    follow(tx, screened, now),
  ]);
}

const messageIdsOf = (screened: readonly Screened[]) => screened.map(({ message }) => message.id);

function outcomeOf({ title, body, visibility, authorName, repeatedOf }: UnscreenedRecord): ScreeningOutcome {
  const name = visibility === 'public' ? authorName : null;
  return screen({ title, body, name, blockedWords: DEFAULT_BLOCKED_WORDS, repeatedOf });
}

const WRITE_STATES = {
  name: 'write-message-states',
  text: `UPDATE message SET state = t.state FROM unnest($1::uuid[], $2::text[]) AS t (id, state) WHERE message.id = t.id`,
};

async function writeStates(tx: Tx, screened: readonly Screened[], now: Date): Promise<void> {
  const states = screened.map(({ outcome }) => (outcome.verdict === 'hold' ? 'held' : 'visible'));
  await preparedIn(tx, WRITE_STATES, [messageIdsOf(screened), states]);
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
async function follow(tx: Tx, screened: readonly Screened[], now: Date): Promise<void> {
  const conversations = new Map<string, ChangedConversation>();
  const facts: Fact[] = [];
  for (const { message, outcome } of screened) {
    const conversation = conversations.get(message.conversationId) ?? message.conversation;
    const patch =
      outcome.verdict === 'hold' ? heldPatch(conversation) : (afterClearedMessage(conversation, message) ?? {});
    const changed = { ...conversation, ...patch, version: conversation.version + 1 };
    conversations.set(changed.id, changed);
    facts.push({
      type: outcome.verdict === 'hold' ? 'message.held' : 'message.cleared',
      conversationId: changed.id,
      departmentId: changed.departmentId,
      version: changed.version,
      actor: SYSTEM,
      payload: {
        messageId: message.id,
        kinds: [...new Set(outcome.findings.map((finding) => finding.kind))],
        ...holderIn(changed),
      },
      at: now,
    });
  }
  await writeConversations(tx, [...conversations.values()], facts);
  await wakeForMessages(tx, screened, now);
}

/** After the message's own fact, which explains it. */
async function wakeForMessages(tx: Tx, screened: readonly Screened[], now: Date): Promise<void> {
  const snoozed = screened.filter(({ message, outcome }) => message.isSnoozed && outcome.verdict !== 'hold');
  if (snoozed.length === 0) return;
  await wakeConversations(tx, {
    ids: snoozed.map(({ message }) => message.conversationId),
    because: 'message',
    at: now,
  });
}

/** Whom a further message of the citizen concerns at once. */
export function holderIn({ status, officerId }: Pick<Conversation, 'status' | 'officerId'>): { holderId?: string } {
  return status === 'assigned' && officerId ? { holderId: officerId } : {};
}

function heldPatch(conversation: Pick<Conversation, 'status'>): ConversationPatch {
  return { status: afterAct(conversation.status, 'hold-message') };
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
