import { v7 as uuidv7 } from 'uuid';
import { Message } from '#database/entities/message.entity.js';
import { ModerationDecision } from '#database/entities/moderation-decision.entity.js';
import { SealedOriginal } from '#database/entities/sealed-original.entity.js';
import type { Tx } from '#database/transaction.js';
import { afterDecision, type Decision } from '#domain/moderation/decision.lifecycle.js';
import type { ModerationReason } from '#domain/moderation/reasons.js';
import type { RedactedSpan } from '#domain/moderation/redaction.js';
import { statementOf } from '#domain/moderation/statement.js';
import type { ModerationState } from '#domain/moderation/visibility.js';
import type { Decided } from './decided.queries.js';
import { seal, unseal } from './sealing.js';
import { settleReports } from './settle-reports.js';
import { type SettledAppeal, settleBeside } from './settled-appeals.js';

export interface DecisionOrder {
  id?: string | undefined;
  decision: Decision;
  reason: ModerationReason;
  explanation?: string | undefined;
  note?: string | undefined;
  /** Of a redaction. */
  spans?: readonly RedactedSpan[];
  hideProposalId?: string;
  officerId: string;
  at: Date;
}

export interface WrittenDecision {
  id: string;
  /** As it is now. */
  message: Message;
  state: ModerationState;
  /** Appeals that had been open on the message. */
  settled: SettledAppeal[];
}

/**
 * Decides on a message of a locked conversation: its state and texts, the decision, and the statement that its author is
 * owed. Throws `wrong-state` where the decision does not fit.
 */
export async function writeDecision(
  tx: Tx,
  { message, decided }: { message: Message; decided: readonly Decided[] },
  order: DecisionOrder,
): Promise<WrittenDecision> {
  const { id = uuidv7(), decision, reason, spans, officerId, at } = order;
  const isSealed = await tx.existsBy(SealedOriginal, { messageId: message.id });
  const state = afterDecision({ state: message.state, isSealed }, decision);
  const settled = await settleBeside(tx, message.id, { decision, officerId, at });
  const texts = await textsAfter(tx, message, { state, order });
  await tx.update(Message, { id: message.id }, { state });
  const explanation = order.explanation || null;
  await tx.insert(ModerationDecision, {
    id,
    messageId: message.id,
    decision,
    reason: reason.code,
    reasonVersion: reason.version,
    explanation,
    note: order.note || null,
    findings: [],
    state,
    spans: spans ? [...spans] : null,
    statement: statementOf({
      ...{ decision, reason, explanation, at, isByDesk: false },
      foundKinds: foundKinds(decided, spans),
    }),
    hideProposalId: order.hideProposalId ?? null,
    decidedBy: officerId,
    decidedAt: at,
  });
  await settleReports(tx, { messageId: message.id, decision, officerId, at });
  return { id, message: { ...texts, state }, state, settled };
}

function textsAfter(
  tx: Tx,
  message: Message,
  { state, order }: { state: ModerationState; order: DecisionOrder },
): Promise<Message> {
  if (order.spans) return seal(tx, message, { spans: order.spans, at: order.at });
  return state === 'visible' ? unseal(tx, message) : Promise.resolve(message);
}

/** What screening found in the text; of a redaction, in what is covered. */
function foundKinds(decided: readonly Decided[], spans: readonly RedactedSpan[] | undefined): string[] {
  const found = decided.flatMap(({ findings }) => findings);
  const isCovered = ({ field, start, end }: (typeof found)[number]) =>
    !spans || spans.some((span) => span.field === field && span.start < end && start < span.end);
  return [...new Set(found.filter(isCovered).map(({ kind }) => kind))];
}
