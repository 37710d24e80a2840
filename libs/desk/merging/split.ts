import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { Conversation } from '#database/entities/conversation.entity.js';
import { Department } from '#database/entities/department.entity.js';
import { Message } from '#database/entities/message.entity.js';
import type { Tx } from '#database/transaction.js';
import { afterAct } from '#domain/conversations/conversation.lifecycle.js';
import { excerptOf } from '#domain/conversations/excerpt.js';
import { referenceFrom } from '#domain/conversations/reference.js';
import type { Actor } from '#domain/identity/roles.js';
import { obstacleToSplit } from '#domain/merging/splittable.js';
import { workAfterSplit } from '#domain/merging/work.js';
import { Refusal } from '#domain/refusal.js';
import { assertSeen, byOfficer, changeConversation, record } from '../conversations/conversation-record.js';
import { keepFindable } from '../conversations/search-index.js';
import { changeHands } from './hands.js';
import { keepAnswered } from './kept-answers.js';
import { lastWords } from './last-words.js';
import { lockToMerge } from './locked-pair.js';
import type { Pair } from './merge.js';
import { clearedMessages, endingsSince, workOf } from './part-history.queries.js';

export interface SplitOrder {
  conversationId: string;
  version: number;
  messageIds: readonly string[];
  title?: string | undefined;
  reason?: string | undefined;
}

interface Splitting {
  actor: Actor;
  at: Date;
}

/**
 * Messages about something else become a conversation of their own: with its own reference, waiting since they were
 * written, promised from then. Their citizen's tracking link shows both. It is undone by merging it back.
 */
export async function split(tx: Tx, order: SplitOrder, { actor, at }: { actor: Actor; at: Date }): Promise<Pair> {
  const [source] = await lockToMerge(tx, actor, [order.conversationId]);
  if (!source) throw new Error('one was locked');
  assertSeen(source, order.version);
  afterAct(source.status, 'split');
  const chosen = await chosenMessages(tx, source, order.messageIds);
  await keepAnswered(tx, [source.id]);
  const { referencePrefix } = await tx.findOneByOrFail(Department, { id: source.departmentId });
  const splitting = { actor, at };
  const made = await open(tx, { source, chosen, title: order.title ?? null, referencePrefix });
  const fact = { reason: order.reason, messageIds: chosen.map(({ id }) => id) };
  await recordOpening(tx, { made, source, ...fact }, splitting);
  return { conversation: made, other: await goOn(tx, { made, source, ...fact }, splitting) };
}

async function chosenMessages(tx: Tx, source: Conversation, messageIds: readonly string[]): Promise<Message[]> {
  const own = await tx.find(Message, {
    where: { conversationId: source.id },
    order: { receivedAt: 'ASC', id: 'ASC' },
  });
  const [opening] = own;
  if (!opening) throw new Error(`conversation ${source.id} has no message`);
  const why = obstacleToSplit([...new Set(messageIds)], { own, opening });
  if (why) throw new Refusal('not-splittable', { detail: `These cannot be split off: ${why}.`, current: { why } });
  return own.filter(({ id }) => messageIds.includes(id));
}

interface Opening {
  source: Conversation;
  chosen: readonly Message[];
  title: string | null;
  referencePrefix: string;
}

async function open(tx: Tx, { source, chosen, title, referencePrefix }: Opening): Promise<Conversation> {
  const [first] = chosen;
  const last = chosen.at(-1);
  if (!first || !last) throw new Error('nothing was chosen');
  const made = tx.create(Conversation, {
    id: uuidv7(),
    reference: referenceFrom(referencePrefix, randomBytes(8)),
    departmentId: source.departmentId,
    channelId: first.channelId,
    citizenId: first.citizenId,
    status: 'queued',
    officerId: null,
    title: title ?? first.title,
    excerpt: excerptOf(last.body),
    language: first.language,
    version: 1,
    trackingHash: null,
    openedAt: first.postedAt,
    lastMessageAt: last.postedAt,
    waitingSince: first.postedAt,
    answerDueAt: null,
    firstAnsweredAt: null,
    priority: source.priority,
    splitFromId: source.id,
    mergedIntoId: null,
  });
  await tx.insert(Conversation, made);
  const ids = chosen.map(({ id }) => id);
  await tx.query(
    `UPDATE message SET conversation_id = $2, arrived_in_id = coalesce(arrived_in_id, conversation_id)
     WHERE id = ANY($1::uuid[])`,
    [ids, made.id],
  );
  await keepFindable(tx, 'message', ids);
  return made;
}

interface Division {
  made: Conversation;
  source: Conversation;
  reason: string | undefined;
  messageIds: readonly string[];
}

async function recordOpening(tx: Tx, { made, source, reason, messageIds }: Division, { actor, at }: Splitting) {
  const messages = messageIds.length;
  const { priority } = made;
  const payload = { fromId: source.id, fromReference: source.reference, messages, priority };
  await record(tx, [
    {
      type: 'conversation.split-off',
      conversationId: made.id,
      departmentId: made.departmentId,
      version: made.version,
      actor: byOfficer(actor),
      payload,
      words: { reason },
      at,
    },
  ]);
}

/** What is left of the work where the messages came from: nothing, if all that waited has gone. */
async function goOn(
  tx: Tx,
  { made, source, reason, messageIds }: Division,
  splitting: Splitting,
): Promise<Conversation> {
  const { actor, at } = splitting;
  const parts = await tx.find(Conversation, { select: { id: true }, where: { mergedIntoId: source.id } });
  const ids = [source.id, ...parts.map(({ id }) => id)];
  const work = workAfterSplit({
    work: workOf(source),
    endings: await endingsSince(tx, source.id, source.openedAt),
    messages: await clearedMessages(tx, ids),
  });
  await changeHands(tx, source, { to: work, reason: { rule: 'by-hand', byOfficerId: actor.officerId }, at });
  const messages = messageIds.length;
  const payload = { intoId: made.id, intoReference: made.reference, messages, messageIds };
  return changeConversation(tx, source, {
    patch: { ...work, ...(await lastWords(tx, ids)) },
    fact: { type: 'conversation.split', actor: byOfficer(actor), payload, words: { reason }, at },
  });
}
