import { In } from 'typeorm';
import { Appeal } from '#database/entities/appeal.entity.js';
import type { Conversation } from '#database/entities/conversation.entity.js';
import type { Tx } from '#database/transaction.js';
import { type AppealStatus, afterAppealAct, afterDecisionBeside } from '#domain/moderation/appeal.lifecycle.js';
import type { Decision } from '#domain/moderation/decision.lifecycle.js';
import { Refusal } from '#domain/refusal.js';
import { changeConversation, type EventActor } from '../conversations/conversation-record.js';

export interface SettledAppeal {
  appealId: string;
  messageId: string;
  outcome: AppealStatus;
}

/**
 * A decision that is made outside of an open appeal settles it too. Whoever is appealed against makes none meanwhile:
 * throws `own-decision`.
 */
export async function settleBeside(
  tx: Tx,
  messageId: string,
  { decision, officerId, at }: { decision: Decision; officerId: string; at: Date },
): Promise<SettledAppeal[]> {
  const open = await tx.findBy(Appeal, { messageId, status: In(['open', 'asked']) });
  const settled: SettledAppeal[] = [];
  for (const appeal of open) {
    if (appeal.barredIds.includes(officerId)) throw ownDecision();
    const status = afterAppealAct(appeal.status, afterDecisionBeside(decision));
    const version = appeal.version + 1;
    await tx.update(Appeal, { id: appeal.id }, { status, version, decidedBy: officerId, decidedAt: at });
    settled.push({ appealId: appeal.id, messageId, outcome: status });
  }
  return settled;
}

/** One fact for each, without a word of anybody. */
export async function recordSettled(
  tx: Tx,
  conversation: Conversation,
  { settled, actor, at }: { settled: readonly SettledAppeal[]; actor: EventActor; at: Date },
): Promise<Conversation> {
  let changed = conversation;
  for (const payload of settled) {
    const fact = { type: 'appeal.decided' as const, actor, payload: { ...payload }, at };
    changed = await changeConversation(tx, changed, { patch: {}, fact });
  }
  return changed;
}

export const ownDecision = () =>
  new Refusal('own-decision', { detail: 'The appeal is against what you decided: somebody else has to decide on it.' });
