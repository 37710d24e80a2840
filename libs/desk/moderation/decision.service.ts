import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EventType } from '#contracts/conversations.http.js';
import type { ModerationDecided, ModerationDecisionInput } from '#contracts/moderation.http.js';
import type { Conversation } from '#database/entities/conversation.entity.js';
import { postgresCodeOf, type Tx, transaction } from '#database/transaction.js';
import { afterClearedMessage } from '#domain/conversations/cleared-message.js';
import { afterRejectedMessage } from '#domain/conversations/rejected-message.js';
import type { Actor } from '#domain/identity/roles.js';
import { type Decision, wasTakenUp } from '#domain/moderation/decision.lifecycle.js';
import { fitsDecision, type ModerationReason } from '#domain/moderation/reasons.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import { byOfficer, type ConversationPatch, changeConversation } from '../conversations/conversation-record.js';
import { wakeConversations } from '../conversations/wake-conversations.js';
import { assertSeenMessage, type Deciding, lockMessage } from './lock-message.js';
import { reasonInForce } from './reason.queries.js';
import { holderIn } from './screen-messages.js';
import { recordSettled } from './settled-appeals.js';
import { assertNotAllOfIt } from './whole-conversation.js';
import { type DecisionOrder, type WrittenDecision, writeDecision } from './write-decision.js';

/** The fact that each decision is. */
const FACTS: Record<Decision, EventType> = {
  publish: 'message.cleared',
  hold: 'message.held',
  redact: 'message.redacted',
  hide: 'message.hidden',
  reject: 'message.rejected',
  restore: 'message.restored',
};

@Injectable()
export class DecisionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
  ) {}

  /**
   * A moderator's decision on one message, as it was seen: lock, decide, write, record. What officers had not seen yet goes
   * on to one, unless it is rejected: who is not shown in public is still answered. The same decision id again answers as
   * the first time.
   */
  async decide(actor: Actor, input: ModerationDecisionInput): Promise<ModerationDecided> {
    const decided = await transaction(this.dataSource, (tx) => this.decideIn(tx, actor, input)).catch(idTaken);
    this.nudge.nudge();
    return decided;
  }

  private async decideIn(tx: Tx, actor: Actor, input: ModerationDecisionInput): Promise<ModerationDecided> {
    const deciding = await lockMessage(tx, actor, input.messageId);
    const { conversation, message, decided } = deciding;
    const earlier = decided.find(({ id }) => id === input.decisionId);
    if (earlier) return answer(conversation, { id: earlier.id, state: earlier.state ?? message.state });
    assertSeenMessage(deciding, input.version);
    const reason = await reasonFor(tx, input);
    if (input.decision === 'hide') await assertNotAllOfIt(tx, deciding);
    const at = this.clock.now();
    const { explanation, note, decision } = input;
    const spans = input.decision === 'redact' ? { spans: input.spans } : {};
    const order = { id: input.decisionId, decision, reason, explanation, note, officerId: actor.officerId, at };
    const { written, conversation: changed } = await carryOut(tx, deciding, { actor, order: { ...order, ...spans } });
    return answer(changed, written);
  }
}

/** Writes what was decided on a locked message, what it means for the conversation, and what it settles, with their facts. */
export async function carryOut(
  tx: Tx,
  deciding: Deciding,
  { actor, order }: { actor: Actor; order: DecisionOrder },
): Promise<{ written: WrittenDecision; conversation: Conversation }> {
  const written = await writeDecision(tx, deciding, order);
  const followed = await follow(tx, { actor, deciding, written, order });
  const settled = { settled: written.settled, actor: byOfficer(actor), at: order.at };
  return { written, conversation: await recordSettled(tx, followed, settled) };
}

interface Followed {
  actor: Actor;
  deciding: Deciding;
  written: WrittenDecision;
  order: { decision: Decision; reason: ModerationReason; at: Date };
}

/** What the decision means for the conversation, with its fact. */
async function follow(tx: Tx, { actor, deciding, written, order }: Followed): Promise<Conversation> {
  const { conversation, isOpening, decided } = deciding;
  const { decision, reason, at } = order;
  const isNew = !wasTakenUp(decided);
  const patch = isNew ? patchOf(decision, { conversation, message: written.message, isOpening }) : {};
  const takesUp = isNew && decision !== 'reject' && decision !== 'hold';
  const changed = await changeConversation(tx, conversation, {
    patch,
    fact: {
      type: FACTS[decision],
      actor: byOfficer(actor),
      payload: {
        messageId: written.message.id,
        reason: reason.code,
        reasonVersion: reason.version,
        ...(takesUp && holderIn(conversation)),
        ...(decision === 'reject' && { closes: patch.status === 'closed' }),
        ...(decision === 'restore' && { reopens: takesUp && isOpening && conversation.status === 'closed' }),
      },
      at,
    },
  });
  if (!takesUp || changed.snoozedUntil === null) return changed;
  await wakeConversations(tx, { ids: [changed.id], because: 'message', at });
  return { ...changed, version: changed.version + 1 };
}

function patchOf(
  decision: Decision,
  { conversation, message, isOpening }: Pick<Deciding, 'conversation' | 'message' | 'isOpening'>,
): ConversationPatch {
  if (decision === 'reject') return afterRejectedMessage(conversation, { isOpening }) ?? {};
  if (decision === 'hold') return {};
  return afterClearedMessage(conversation, { ...message, isOpening }) ?? {};
}

/** The version in force. Throws `invalid` where it is none, or not for this decision. */
export async function reasonFor(
  tx: Tx,
  { reason: code, decision }: { reason: string; decision: Decision },
): Promise<ModerationReason> {
  const reason = await reasonInForce(tx, code);
  if (reason && fitsDecision(reason, decision)) return reason;
  const why = `is no reason to ${decision}`;
  throw new Refusal('invalid', { detail: `reason: ${why}`, errors: [{ field: 'reason', reason: why }] });
}

const UNIQUE_VIOLATION = '23505';

function idTaken(error: unknown): never {
  if (postgresCodeOf(error) !== UNIQUE_VIOLATION) throw error;
  const reason = 'is that of a decision on another message';
  throw new Refusal('invalid', {
    detail: `decisionId: ${reason}`,
    errors: [{ field: 'decisionId', reason }],
  });
}

function answer(
  { id: conversationId, version }: Conversation,
  { id: decisionId, state }: Pick<WrittenDecision, 'id' | 'state'>,
): ModerationDecided {
  return { decisionId, conversationId, version, state };
}
