import { IsNull } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Conversation } from '#database/entities/conversation.entity.js';
import { ConversationMerge } from '#database/entities/conversation-merge.entity.js';
import type { Tx } from '#database/transaction.js';
import { afterAct } from '#domain/conversations/conversation.lifecycle.js';
import type { Actor } from '#domain/identity/roles.js';
import { obstacleTo } from '#domain/merging/mergeable.js';
import { joinedWork, type KeptWork, keptWork } from '#domain/merging/work.js';
import { Refusal } from '#domain/refusal.js';
import { snoozeOf } from '#domain/triage/snooze.js';
import {
  assertSeen,
  byOfficer,
  type ConversationPatch,
  changeConversation,
} from '../conversations/conversation-record.js';
import { endAssignment } from '../conversations/hands.js';
import { changeHands } from './hands.js';
import { keepAnswered } from './kept-answers.js';
import { lockToMerge } from './locked-pair.js';
import { mergeables } from './mergeable.queries.js';
import { workOf } from './part-history.queries.js';

export interface MergeOrder {
  conversationId: string;
  version: number;
  intoId: string;
  intoVersion: number;
  reason?: string | undefined;
}

export interface Pair {
  conversation: Conversation;
  other: Conversation;
}

interface Merging {
  actor: Actor;
  at: Date;
  reason: string | null;
}

/**
 * One conversation is carried on in another. Its words stay its own, so that every citizen goes on seeing what they saw;
 * its work and its promise become the survivor's.
 */
export async function merge(tx: Tx, order: MergeOrder, { actor, at }: { actor: Actor; at: Date }): Promise<Pair> {
  const [merged, survivor] = await lockToMerge(tx, actor, [order.conversationId, order.intoId]);
  if (!merged || !survivor) throw new Error('two were locked');
  assertSeen(merged, order.version);
  assertSeen(survivor, order.intoVersion);
  await assertMergeable(tx, merged, survivor);
  await keepAnswered(tx, [merged.id, survivor.id]);
  const merging = { actor, at, reason: order.reason ?? null };
  await keepMerge(tx, { merged, survivor }, merging);
  const conversation = await leaveWork(tx, { merged, survivor }, merging);
  return { conversation, other: await takeWork(tx, { merged, survivor }, merging) };
}

interface Both {
  merged: Conversation;
  survivor: Conversation;
}

async function assertMergeable(tx: Tx, merged: Conversation, survivor: Conversation): Promise<void> {
  const [one, other] = await mergeables(tx, [merged, survivor]);
  const why = one && other ? obstacleTo(one, other) : 'itself';
  if (why) throw new Refusal('not-mergeable', { detail: `These cannot be merged: ${why}.`, current: { why } });
}

async function keepMerge(tx: Tx, { merged, survivor }: Both, { actor, at, reason }: Merging): Promise<void> {
  const id = uuidv7();
  const survivorWork = (await ownWorkOf(tx, survivor)) ?? keptWork(workOf(survivor), at);
  await tx.insert(ConversationMerge, {
    id,
    conversationId: merged.id,
    intoId: survivor.id,
    fromAt: at,
    untilAt: null,
    mergedBy: actor.officerId,
    mergedAt: at,
    reason,
    ownWork: keptWork(workOf(merged), at),
    survivorWork,
    movedWith: null,
  });
  await movePartsOn(tx, { fromId: merged.id, toId: survivor.id, movedWith: id, at });
}

/** What there was to do in the survivor itself, where something is merged into it already. */
async function ownWorkOf(tx: Tx, { id }: Conversation): Promise<KeptWork | undefined> {
  const earlier = await tx.findOneBy(ConversationMerge, { intoId: id, untilAt: IsNull(), movedWith: IsNull() });
  return earlier?.survivorWork;
}

/** What was carried on in `fromId` is carried on in `toId` from now on: no pointer leads to what is merged itself. */
async function movePartsOn(
  tx: Tx,
  { fromId, toId, movedWith, at }: { fromId: string; toId: string; movedWith: string; at: Date },
): Promise<void> {
  const parts = await tx.findBy(ConversationMerge, { intoId: fromId, untilAt: IsNull() });
  for (const part of parts) {
    await tx.update(ConversationMerge, { id: part.id }, { untilAt: at });
    await tx.insert(ConversationMerge, { ...part, id: uuidv7(), intoId: toId, fromAt: at, movedWith });
  }
  await tx.update(Conversation, { mergedIntoId: fromId }, { mergedIntoId: toId });
}

async function leaveWork(tx: Tx, { merged, survivor }: Both, { actor, at }: Merging): Promise<Conversation> {
  await endAssignment(tx, merged.id, { at });
  return changeConversation(tx, merged, {
    patch: {
      status: afterAct(merged.status, 'merge'),
      mergedIntoId: survivor.id,
      // Lists, counts and figures find work by these: what is merged counts nowhere but in its survivor.
      officerId: null,
      waitingSince: null,
      askedAt: null,
      answerDueAt: null,
      firstAnsweredAt: null,
      ...AWAKE,
    },
    fact: {
      type: 'conversation.merged',
      actor: byOfficer(actor),
      payload: {
        intoId: survivor.id,
        intoReference: survivor.reference,
        ...(merged.officerId && { fromOfficerId: merged.officerId }),
      },
      at,
    },
  });
}

async function takeWork(tx: Tx, { merged, survivor }: Both, { actor, at }: Merging): Promise<Conversation> {
  const { firstAnsweredAt: _, ...work } = joinedWork(workOf(survivor), workOf(merged));
  await changeHands(tx, survivor, { to: work, reason: { rule: 'by-hand', byOfficerId: actor.officerId }, at });
  const isLater = merged.lastMessageAt > survivor.lastMessageAt;
  const patch: ConversationPatch = {
    ...work,
    ...(isLater && { lastMessageAt: merged.lastMessageAt, excerpt: merged.excerpt }),
    ...(merged.waitingSince && AWAKE),
    // Nobody of the desk is awaited: as after a question of its own, it sleeps until a citizen writes.
    ...(work.askedAt && !survivor.askedAt && snoozeOf({ until: null, untilMessage: true }, at)),
  };
  return changeConversation(tx, survivor, {
    patch,
    fact: {
      type: 'conversation.absorbed',
      actor: byOfficer(actor),
      payload: {
        fromId: merged.id,
        fromReference: merged.reference,
        priority: work.priority,
        ...(work.officerId && { officerId: work.officerId }),
      },
      at,
    },
  });
}

const AWAKE = { snoozedUntil: null, snoozedUntilMessage: false };
