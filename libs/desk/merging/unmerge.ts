import { In, IsNull, Not } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Conversation } from '#database/entities/conversation.entity.js';
import { ConversationMerge } from '#database/entities/conversation-merge.entity.js';
import type { Tx } from '#database/transaction.js';
import type { Actor } from '#domain/identity/roles.js';
import { holderOf, type Work, workAfterParting } from '#domain/merging/work.js';
import { Refusal } from '#domain/refusal.js';
import { snoozeOf } from '#domain/triage/snooze.js';
import { byOfficer, changeConversation } from '../conversations/conversation-record.js';
import { changeHands, hasFreeHand } from './hands.js';
import { keepAnswered } from './kept-answers.js';
import { lastWords } from './last-words.js';
import { lockToMerge } from './locked-pair.js';
import type { Pair } from './merge.js';
import { workOf, workOfPart } from './part-history.queries.js';

export interface UnmergeOrder {
  conversationId: string;
  version: number;
  reason?: string | undefined;
}

interface Parted {
  /** What leaves, and the survivor that it leaves. */
  leaving: Conversation;
  survivor: Conversation;
  span: ConversationMerge;
  actor: Actor;
  at: Date;
}

/**
 * Gives a merged conversation back what it was: its state, promise and officer. What its citizen has written since goes
 * with it; an answer that was given meanwhile was given to both, and stays so.
 */
export async function unmerge(tx: Tx, order: UnmergeOrder, { actor, at }: { actor: Actor; at: Date }): Promise<Pair> {
  const parted = await lockMerged(tx, order, { actor, at });
  const { leaving, survivor, span } = parted;
  await keepAnswered(tx, [leaving.id, survivor.id]);
  const work = await worksOf(tx, parted);
  await tx.update(ConversationMerge, { id: span.id }, { untilAt: at });
  await takePartsAlong(tx, parted);
  const other = await remain(tx, parted, { work: work.survivor, reason: order.reason });
  return { conversation: await leave(tx, parted, { work: work.leaving, reason: order.reason }), other };
}

async function lockMerged(
  tx: Tx,
  { conversationId, version }: UnmergeOrder,
  { actor, at }: { actor: Actor; at: Date },
): Promise<Parted> {
  const found = await tx.findOneBy(Conversation, { id: conversationId });
  const [leaving, survivor] = await lockToMerge(
    tx,
    actor,
    [conversationId, found?.mergedIntoId].filter((id) => typeof id === 'string'),
  );
  if (!leaving || leaving.version !== version || leaving.mergedIntoId !== (survivor?.id ?? null)) {
    throw new Refusal('stale-version', {
      detail: 'The conversation has changed since you looked at it.',
      current: { status: leaving?.status, version: leaving?.version, mergedIntoId: leaving?.mergedIntoId },
    });
  }
  if (!survivor) {
    const { status } = leaving;
    throw new Refusal('wrong-state', { detail: 'This conversation is not merged.', current: { status, version } });
  }
  const span = await tx.findOneByOrFail(ConversationMerge, { conversationId, untilAt: IsNull() });
  if (span.movedWith) throw await movedAlong(tx, span.movedWith);
  return { leaving, survivor, span, actor, at };
}

/** It is carried on in something that is merged itself: taken out alone, nobody could say what is left for whom. */
async function movedAlong(tx: Tx, movedWith: string): Promise<Refusal> {
  const { conversationId } = await tx.findOneByOrFail(ConversationMerge, { id: movedWith });
  const { reference } = await tx.findOneByOrFail(Conversation, { id: conversationId });
  return new Refusal('not-mergeable', {
    detail: `It was merged into ${reference}, which is merged itself: take that one out first.`,
    current: { why: 'moved-along', conversationId, reference },
  });
}

async function worksOf(tx: Tx, { survivor, span }: Parted): Promise<{ leaving: Work; survivor: Work }> {
  const spans = await tx.findBy(ConversationMerge, { intoId: survivor.id, untilAt: IsNull() });
  const workOfSpan = (one: ConversationMerge) =>
    workOfPart(tx, {
      conversationId: one.conversationId,
      withIds: spans.filter(({ movedWith }) => movedWith === one.id).map(({ conversationId }) => conversationId),
      kept: one.ownWork,
    });
  const own = await workOfPart(tx, {
    conversationId: survivor.id,
    withIds: [],
    kept: span.survivorWork,
  });
  const staying: Work[] = [];
  for (const one of spans) if (!one.movedWith && one.id !== span.id) staying.push(await workOfSpan(one));
  const work = await workOfSpan(span);
  return {
    leaving: { ...work, officerId: work.officerId ?? survivor.officerId },
    survivor: workAfterParting({ survivor: workOf(survivor), own, leaving: work, staying }),
  };
}

/** What was merged into it before it was merged itself goes with it, and what came along with that belongs to it again. */
async function takePartsAlong(tx: Tx, { leaving, span, at }: Parted): Promise<void> {
  const parts = await tx.findBy(ConversationMerge, { movedWith: span.id, untilAt: IsNull() });
  const before = await spansBefore(tx, parts, leaving.id);
  const returns = parts.map((part) => ({ part, id: uuidv7(), before: before.get(part.conversationId) }));
  for (const { part, id, before } of returns) {
    const movedWith = returns.find((other) => other.before && other.before.id === before?.movedWith)?.id ?? null;
    await tx.update(ConversationMerge, { id: part.id }, { untilAt: at });
    await tx.insert(ConversationMerge, { ...part, id, intoId: leaving.id, fromAt: at, movedWith });
  }
  const ids = parts.map(({ conversationId }) => conversationId);
  if (ids.length > 0) await tx.update(Conversation, { id: In(ids) }, { mergedIntoId: leaving.id });
}

/** The last time during which each was carried on there: until that one was merged itself. */
async function spansBefore(tx: Tx, parts: readonly ConversationMerge[], intoId: string) {
  const ids = parts.map(({ conversationId }) => conversationId);
  const spans = await tx.find(ConversationMerge, {
    where: { conversationId: In(ids), intoId, untilAt: Not(IsNull()) },
    order: { untilAt: 'ASC' },
  });
  return new Map(spans.map((span) => [span.conversationId, span]));
}

interface Aftermath {
  work: Work;
  reason: string | undefined;
}

async function remain(tx: Tx, { leaving, survivor, actor, at }: Parted, { work, reason }: Aftermath) {
  await changeHands(tx, survivor, { to: work, reason: { rule: 'by-hand', byOfficerId: actor.officerId }, at });
  const stayingIds = await tx.find(Conversation, {
    select: { id: true },
    where: { mergedIntoId: survivor.id, id: Not(leaving.id) },
  });
  const former = holderOf(survivor) !== holderOf(work) ? holderOf(survivor) : null;
  return changeConversation(tx, survivor, {
    patch: { ...work, ...(await lastWords(tx, [survivor.id, ...stayingIds.map(({ id }) => id)])) },
    fact: {
      type: 'conversation.parted',
      actor: byOfficer(actor),
      payload: {
        fromId: leaving.id,
        fromReference: leaving.reference,
        priority: work.priority,
        ...(former && { fromOfficerId: former }),
      },
      words: { reason },
      at,
    },
  });
}

async function leave(tx: Tx, { leaving, survivor, actor, at }: Parted, { work, reason }: Aftermath) {
  const before = holderOf(work);
  const holder =
    before && (await hasFreeHand(tx, before, { departmentId: survivor.departmentId, priority: work.priority }))
      ? before
      : null;
  const to: Work = work.status === 'assigned' && !holder ? { ...work, status: 'queued', officerId: null } : work;
  const isOpen = to.status === 'queued' || to.status === 'assigned';
  await changeHands(tx, leaving, { to, reason: { rule: 'had-it-before' }, at });
  return changeConversation(tx, leaving, {
    patch: {
      ...to,
      officerId: isOpen ? holder : to.officerId,
      mergedIntoId: null,
      ...(to.askedAt && snoozeOf({ until: null, untilMessage: true }, at)),
      ...(await lastWords(tx, [leaving.id])),
    },
    fact: {
      type: 'conversation.unmerged',
      actor: byOfficer(actor),
      payload: {
        fromId: survivor.id,
        fromReference: survivor.reference,
        priority: to.priority,
        ...(holder && { officerId: holder }),
      },
      words: { reason },
      at,
    },
  });
}
