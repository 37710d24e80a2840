import { Appeal } from '#database/entities/appeal.entity.js';
import type { Conversation } from '#database/entities/conversation.entity.js';
import { HideProposal } from '#database/entities/hide-proposal.entity.js';
import { Message } from '#database/entities/message.entity.js';
import { ModerationDecision } from '#database/entities/moderation-decision.entity.js';
import type { Tx } from '#database/transaction.js';
import { assertAppealable, restrictionOf } from '#domain/moderation/appeal.lifecycle.js';
import { Refusal } from '#domain/refusal.js';
import { changeConversation, type EventActor } from '../conversations/conversation-record.js';
import { lockSurvivor } from '../conversations/merged-parts.js';

export interface Lodged {
  id: string;
  decisionId: string;
  body: string;
}

interface Lodging extends Lodged {
  /** Refuses who has no part in the message. */
  assertMay: (message: Message, conversation: Conversation) => EventActor;
  lodgedBy: string | null;
  at: Date;
}

/** Once for each decision, and only against the one that is in force. The same id again appeals once. */
export async function lodgeAppeal(
  tx: Tx,
  lodging: Lodging,
): Promise<{ appeal: Appeal; conversation: Conversation; isNew: boolean }> {
  const decision = await tx.findOneBy(ModerationDecision, { id: lodging.decisionId });
  const found = decision && (await tx.findOneBy(Message, { id: decision.messageId }));
  if (!found) throw notFound();
  const conversation = await lockSurvivor(tx, found.conversationId);
  const message = await tx.findOneByOrFail(Message, { id: found.id });
  const actor = lodging.assertMay(message, conversation);
  const earlier = await tx.findOneBy(Appeal, { decisionId: decision.id });
  if (earlier) return { appeal: again(earlier, lodging), conversation, isNew: false };
  await assertInForce(tx, decision, message);
  assertAppealable({ decision: decision.decision, at: decision.decidedAt }, lodging.at);
  const appeal = await write(tx, decision, lodging);
  const changed = await changeConversation(tx, conversation, {
    patch: {},
    fact: {
      type: 'appeal.lodged',
      actor,
      payload: { appealId: appeal.id, messageId: message.id, decisionId: decision.id },
      at: lodging.at,
    },
  });
  return { appeal, conversation: changed, isNew: true };
}

function again(earlier: Appeal, { id }: Lodged): Appeal {
  if (earlier.id === id) return earlier;
  throw new Refusal('wrong-state', {
    detail: 'This decision has been appealed already.',
    current: { appealId: earlier.id, status: earlier.status },
  });
}

/** What was decided on anew since is appealed as it is now. */
async function assertInForce(tx: Tx, { id, messageId }: ModerationDecision, { state }: Message): Promise<void> {
  const restriction = restrictionOf(state);
  const last =
    restriction &&
    (await tx.findOne(ModerationDecision, {
      where: { messageId, decision: restriction.by },
      order: { decidedAt: 'DESC', id: 'DESC' },
    }));
  if (last?.id === id) return;
  throw new Refusal('wrong-state', {
    detail: 'Another decision has been made on the message since.',
    current: { state, decisionId: last?.id ?? null },
  });
}

async function write(tx: Tx, decision: ModerationDecision, { id, body, lodgedBy, at }: Lodging): Promise<Appeal> {
  if (await tx.existsBy(Appeal, { id })) {
    const reason = 'is that of another appeal';
    throw new Refusal('invalid', { detail: `id: ${reason}`, errors: [{ field: 'id', reason }] });
  }
  const appeal: Appeal = {
    ...{ id, decisionId: decision.id, messageId: decision.messageId, body, lodgedBy, lodgedAt: at },
    ...{ status: 'open', version: 1, askedAt: null, barredIds: await whoDecided(tx, decision) },
    ...{ decidedBy: null, decidedAt: null, explanation: null },
  };
  await tx.insert(Appeal, appeal);
  return appeal;
}

/** Two people had a part in hiding a whole conversation. */
async function whoDecided(tx: Tx, { decidedBy, hideProposalId }: ModerationDecision): Promise<string[]> {
  const proposal = hideProposalId && (await tx.findOneBy(HideProposal, { id: hideProposalId }));
  const ids = [decidedBy, ...(proposal ? [proposal.proposedBy, proposal.decidedBy] : [])];
  return [...new Set(ids.filter((id) => id !== null))];
}

const notFound = () => new Refusal('not-found', { detail: 'There is no such decision.' });
