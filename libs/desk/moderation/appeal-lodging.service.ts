import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AppealActed } from '#contracts/appeals.http.js';
import { Appeal } from '#database/entities/appeal.entity.js';
import { AppealEntry } from '#database/entities/appeal-entry.entity.js';
import { Conversation } from '#database/entities/conversation.entity.js';
import { Message } from '#database/entities/message.entity.js';
import { type Tx, transaction } from '#database/transaction.js';
import { mayOn } from '#domain/conversations/conversation.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { afterAppealAct } from '#domain/moderation/appeal.lifecycle.js';
import { mayOnAppeal } from '#domain/moderation/appeal.permissions.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import { byOfficer, changeConversation } from '../conversations/conversation-record.js';
import { lockSurvivor } from '../conversations/merged-parts.js';
import { appealActed } from './appeal.view.js';
import { type Lodged, lodgeAppeal } from './lodge-appeal.js';

/** Appeals, and answers about them, of whoever was refused: from the tracking page, or written down for them. */
@Injectable()
export class AppealLodgingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
  ) {}

  /** By who holds the private link. Answers whether it was new. */
  async lodge(trackingHash: Buffer, lodged: Lodged): Promise<boolean> {
    const isNew = await transaction(this.dataSource, async (tx) => {
      const citizenId = await holderOf(tx, trackingHash);
      const written = await lodgeAppeal(tx, {
        ...{ ...lodged, lodgedBy: null, at: this.clock.now() },
        assertMay: (message) => {
          if (message.citizenId !== citizenId) throw notFound();
          return { kind: 'citizen', id: citizenId };
        },
      });
      return written.isNew;
    });
    this.nudge.nudge();
    return isNew;
  }

  /** For an author who came by another way: a call, a letter, a partner's channel. */
  async lodgeFor(actor: Actor, lodged: Lodged): Promise<AppealActed> {
    const { appeal, conversation } = await transaction(this.dataSource, (tx) =>
      lodgeAppeal(tx, {
        ...{ ...lodged, lodgedBy: actor.officerId, at: this.clock.now() },
        assertMay: (_, { departmentId, officerId }) => {
          if (!mayOn(actor, 'read', { departmentId, officerId })) throw notFound();
          if (!mayOnAppeal(actor, 'lodge', { departmentId, barredIds: [] })) throw new Refusal('forbidden');
          return byOfficer(actor);
        },
      }),
    );
    this.nudge.nudge();
    return appealActed(appeal, conversation.id);
  }

  /** To the moderator's question. Answers whether it was new: the same id again answers once. */
  async answer(trackingHash: Buffer, answer: { appealId: string; id: string; body: string }): Promise<boolean> {
    const isNew = await transaction(this.dataSource, (tx) => this.answerIn(tx, trackingHash, answer));
    this.nudge.nudge();
    return isNew;
  }

  private async answerIn(
    tx: Tx,
    trackingHash: Buffer,
    { appealId, id, body }: { appealId: string; id: string; body: string },
  ): Promise<boolean> {
    const citizenId = await holderOf(tx, trackingHash);
    const found = await tx.findOneBy(Appeal, { id: appealId });
    const message = found && (await tx.findOneBy(Message, { id: found.messageId, citizenId }));
    if (!message) throw notFound();
    const conversation = await lockSurvivor(tx, message.conversationId);
    if (await tx.existsBy(AppealEntry, { id })) return false;
    const appeal = await tx.findOneByOrFail(Appeal, { id: appealId });
    const at = this.clock.now();
    const status = afterAppealAct(appeal.status, 'answer');
    await tx.update(Appeal, { id: appealId }, { status, version: appeal.version + 1, askedAt: null });
    await tx.insert(AppealEntry, { id, appealId, kind: 'answer', body, officerId: null, at });
    const payload = { appealId, messageId: message.id };
    const actor = { kind: 'citizen' as const, id: citizenId };
    await changeConversation(tx, conversation, { patch: {}, fact: { type: 'appeal.answered', actor, payload, at } });
    return true;
  }
}

async function holderOf(tx: Tx, trackingHash: Buffer): Promise<string> {
  const conversation = await tx.findOneBy(Conversation, { trackingHash });
  if (!conversation) throw notFound();
  return conversation.citizenId;
}

const notFound = () => new Refusal('not-found', { detail: 'There is no such decision.' });
