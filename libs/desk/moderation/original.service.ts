import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MessageTextsView } from '#contracts/moderation.http.js';
import { Message } from '#database/entities/message.entity.js';
import { transaction } from '#database/transaction.js';
import { mayOn } from '#domain/conversations/conversation.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import { byOfficer, changeConversation } from '../conversations/conversation-record.js';
import { lockSurvivor } from '../conversations/merged-parts.js';
import { originalOf } from './sealing.js';

@Injectable()
export class OriginalService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
  ) {}

  /**
   * What stands under the blocks of a redacted message, for who leads the department and has to say why; the look stands in
   * the history before anything is shown. Moderators and who has the conversation see it there anyway.
   */
  async open(actor: Actor, { messageId, why }: { messageId: string; why: string }): Promise<MessageTextsView> {
    const original = await transaction(this.dataSource, async (tx) => {
      const message = await tx.findOneBy(Message, { id: messageId });
      if (!message) throw notFound();
      const conversation = await lockSurvivor(tx, message.conversationId);
      if (!mayOn(actor, 'read', conversation)) throw notFound();
      if (!mayOn(actor, 'open-original', conversation)) throw new Refusal('forbidden');
      const sealed = await originalOf(tx, messageId);
      if (!sealed) throw new Refusal('wrong-state', { detail: 'Nothing of this message is covered.' });
      await changeConversation(tx, conversation, {
        patch: {},
        fact: {
          type: 'original.opened',
          actor: byOfficer(actor),
          payload: { messageId },
          words: { reason: why },
          at: this.clock.now(),
        },
      });
      return sealed;
    });
    this.nudge.nudge();
    return { title: original.title, body: original.body, citizenName: original.authorName };
  }
}

const notFound = () => new Refusal('not-found', { detail: 'There is no such message.' });
