import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { ModerationDecisionInput } from '#contracts/moderation.http.js';
import { Message } from '#database/entities/message.entity.js';
import { ModerationDecision } from '#database/entities/moderation-decision.entity.js';
import { type Tx, transaction } from '#database/transaction.js';
import { afterClearedMessage } from '#domain/conversations/cleared-message.js';
import { mayOn } from '#domain/conversations/conversation.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import { byOfficer, changeConversation } from '../conversations/conversation-record.js';
import { lockSurvivor } from '../conversations/merged-parts.js';
import { wakeConversations } from '../conversations/wake-conversations.js';
import { holderIn, openingsOf } from './screen-messages.js';

@Injectable()
export class ModerationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
  ) {}

  /**
   * A moderator's decision on a held message: `clear` shows it as its author wished, `hide` keeps it from the public for
   * good. Either way the conversation goes on to an officer: who is not shown in public is still answered.
   */
  async decide(
    actor: Actor,
    input: ModerationDecisionInput,
  ): Promise<{ decisionId: string; conversationId: string; version: number }> {
    const decided = await transaction(this.dataSource, (tx) => this.decideIn(tx, actor, input));
    this.nudge.nudge();
    return decided;
  }

  private async decideIn(tx: Tx, actor: Actor, { messageId, decision, reason, note }: ModerationDecisionInput) {
    const found = await tx.findOneBy(Message, { id: messageId });
    if (!found) throw new Refusal('not-found', { detail: 'There is no such message.' });
    const conversation = await lockSurvivor(tx, found.conversationId);
    if (!mayOn(actor, 'read', conversation)) throw new Refusal('not-found', { detail: 'There is no such message.' });
    if (!mayOn(actor, 'moderate', conversation)) throw new Refusal('forbidden');
    const message = await tx.findOneByOrFail(Message, { id: messageId });
    assertStillIn(message, found.conversationId);
    assertDecidable(message, decision);
    const at = this.clock.now();
    const decisionId = uuidv7();
    await tx.update(Message, { id: messageId }, { state: decision === 'clear' ? 'visible' : 'hidden' });
    await tx.insert(ModerationDecision, {
      id: decisionId,
      messageId,
      decision,
      reason,
      note: note || null,
      findings: [],
      decidedBy: actor.officerId,
      decidedAt: at,
    });
    const isOpening = (await openingsOf(tx, [found.conversationId])).has(messageId);
    const changed = await changeConversation(tx, conversation, {
      patch: message.state === 'held' ? (afterClearedMessage(conversation, { ...message, isOpening }) ?? {}) : {},
      fact: {
        type: decision === 'clear' ? 'message.cleared' : 'message.hidden',
        actor: byOfficer(actor),
        payload: { messageId, reason, ...(message.state === 'held' && holderIn(conversation)) },
        at,
      },
    });
    const isWoken = message.state === 'held' && changed.snoozedUntil !== null;
    if (isWoken) await wakeConversations(tx, { ids: [changed.id], because: 'message', at });
    return { decisionId, conversationId: changed.id, version: changed.version + (isWoken ? 1 : 0) };
  }
}

/** Who split it off had the lock: what is locked now is not the message's conversation any more. */
function assertStillIn({ conversationId }: Message, lockedId: string): void {
  if (conversationId === lockedId) return;
  throw new Refusal('stale-version', {
    detail: 'The message was split off into another conversation in the meantime: decide on it there.',
    current: { conversationId },
  });
}

/** Held messages are decided, and what is public can still be hidden. A hidden one is not shown again by an old screen's "clear". */
function assertDecidable(message: Message, decision: 'clear' | 'hide'): void {
  const fits = decision === 'clear' ? ['held'] : ['held', 'visible'];
  if (fits.includes(message.state)) return;
  throw new Refusal('wrong-state', {
    detail: `A message that is ${message.state} cannot be decided "${decision}".`,
    current: { state: message.state },
  });
}
