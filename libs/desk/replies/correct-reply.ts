import type { Conversation } from '#database/entities/conversation.entity.js';
import { Department } from '#database/entities/department.entity.js';
import { Reply } from '#database/entities/reply.entity.js';
import { ReplyCorrection } from '#database/entities/reply-correction.entity.js';
import type { Tx } from '#database/transaction.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { textOnChannel } from '#domain/replies/holding-sentence.js';
import { assertFitsChannel } from '../conversations/channel-limit.js';
import { byOfficer, changeConversation } from '../conversations/conversation-record.js';
import { keepFindable } from '../conversations/search-index.js';
import { lockReply, type ReplyAddress } from './reply-record.js';
import { heldWords } from './send-reply.js';

export interface CorrectReply extends ReplyAddress {
  /** The reply's own version. */
  version: number;
  body: string;
  /** The new reason of a holding reply; undefined leaves it as it is. */
  holdingReason?: string | undefined;
  reason: string;
  withholdEarlier: boolean;
}

/** In the open: the new text stands in the place of the old one, with the time and the reason, and the old one is kept. */
export async function correctReply(tx: Tx, actor: Actor, order: CorrectReply, at: Date): Promise<Conversation> {
  const { conversation, reply } = await lockReply(tx, actor, { ...order, act: 'correct' });
  const body = order.body.trim();
  const holdingReason = reply.kind === 'holding' ? (order.holdingReason ?? reply.holdingReason) : null;
  if (await isDone(tx, reply, { ...order, body, corrected: holdingReason, officerId: actor.officerId }))
    return conversation;
  assertCorrectable(reply, conversation, order.version);
  if (body === '' && reply.kind !== 'holding') throw emptyText();
  if (body === reply.body && holdingReason === reply.holdingReason)
    return withholdOnly(tx, actor, { conversation, reply, order, at });
  await assertCorrectionFits(tx, conversation, { ...reply, body, holdingReason });
  await tx.insert(ReplyCorrection, {
    replyId: reply.id,
    number: reply.version,
    earlierBody: reply.body,
    earlierHoldingReason: reply.holdingReason,
    isEarlierWithheld: order.withholdEarlier,
    reason: order.reason,
    officerId: actor.officerId,
    correctedAt: at,
  });
  // What must not be public in the last text is likely in those before it too.
  if (order.withholdEarlier) await withholdAll(tx, reply);
  await tx.update(Reply, { id: reply.id }, { body, holdingReason, version: reply.version + 1 });
  await keepFindable(tx, 'reply', [reply.id]);
  return recordCorrection(tx, actor, { conversation, reply, order, at });
}

interface Correcting {
  conversation: Conversation;
  reply: Reply;
  order: CorrectReply;
  at: Date;
}

/** The text stays as it was corrected before; what stood there goes from the public page. Asked twice it is done once. */
async function withholdOnly(tx: Tx, actor: Actor, correcting: Correcting): Promise<Conversation> {
  const { conversation, reply, order } = correcting;
  if (!order.withholdEarlier || !(await tx.existsBy(ReplyCorrection, { replyId: reply.id }))) throw sameText();
  return (await withholdAll(tx, reply)) ? recordCorrection(tx, actor, correcting) : conversation;
}

/** True where something was public until now. */
async function withholdAll(tx: Tx, { id: replyId }: Reply): Promise<boolean> {
  const shown = { replyId, isEarlierWithheld: false };
  const { affected } = await tx.update(ReplyCorrection, shown, { isEarlierWithheld: true });
  return affected !== 0;
}

function recordCorrection(tx: Tx, actor: Actor, { conversation, reply, order, at }: Correcting): Promise<Conversation> {
  return changeConversation(tx, conversation, {
    patch: {},
    fact: {
      type: 'reply.corrected',
      actor: byOfficer(actor),
      payload: { replyId: reply.id, isEarlierWithheld: order.withholdEarlier },
      at,
    },
  });
}

/** The same correction sent again, since its answer was lost. */
async function isDone(
  tx: Tx,
  reply: Reply,
  again: CorrectReply & { officerId: string; corrected: string | null },
): Promise<boolean> {
  const isSame = reply.body === again.body && reply.holdingReason === again.corrected;
  if (reply.version !== again.version + 1 || !isSame) return false;
  const { replyId, version: number, officerId, reason, withholdEarlier } = again;
  const withheld = withholdEarlier ? { isEarlierWithheld: true } : {};
  return tx.existsBy(ReplyCorrection, { replyId, number, officerId, reason, ...withheld });
}

function assertCorrectable(reply: Reply, { status, version }: Conversation, seenVersion: number): void {
  if (reply.state !== 'sent') {
    throw new Refusal('wrong-state', {
      detail: 'A reply that has not left is taken back instead.',
      current: { status, version },
    });
  }
  if (reply.version !== seenVersion) {
    throw new Refusal('stale-version', {
      detail: 'The reply was corrected since you looked at it.',
      current: { status, version, replyVersion: reply.version },
    });
  }
}

async function assertCorrectionFits(tx: Tx, conversation: Conversation, corrected: Reply): Promise<void> {
  const { timeZone } = await tx.findOneByOrFail(Department, { id: conversation.departmentId });
  const { language, channelId } = conversation;
  await assertFitsChannel(tx, channelId, textOnChannel(heldWords(corrected), { language, timeZone }));
}

function emptyText(): Refusal {
  const reason = 'must not be empty';
  return new Refusal('invalid', { detail: `body: ${reason}`, errors: [{ field: 'body', reason }] });
}

function sameText(): Refusal {
  const reason = 'is the text that is there already';
  return new Refusal('invalid', { detail: `body: ${reason}`, errors: [{ field: 'body', reason }] });
}
