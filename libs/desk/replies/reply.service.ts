import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Acted } from '#contracts/conversations.http.js';
import type { SentReply, takenBackSchema } from '#contracts/replies.http.js';
import { transaction } from '#database/transaction.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import { ConversationReadingService } from '../conversations/conversation-reading.service.js';
import { type CorrectReply, correctReply } from './correct-reply.js';
import { sentReplyView } from './reply.view.js';
import { ReplyDraftService } from './reply-draft.service.js';
import { draftView } from './reply-draft-record.js';
import type { ReplyAddress } from './reply-record.js';
import { type SendReply, sendReply } from './send-reply.js';
import { takeBackReply } from './take-back-reply.js';

/** At most this many unread entries are shown beside the refusal; the thread has all of them. */
const UNREAD_SHOWN = 20;

/** The casual answer. Each: lock, decide, write and record. */
@Injectable()
export class ReplyService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reading: ConversationReadingService,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
    private readonly drafts: ReplyDraftService,
  ) {}

  /** A repeated `replyId` sends nothing twice. Refuses `something-new` with the entries that were not read. */
  async send(actor: Actor, order: SendReply): Promise<SentReply> {
    const at = this.clock.now();
    const sending = await transaction(this.dataSource, (tx) => sendReply(tx, actor, order, at));
    this.nudge.nudge();
    if (!('unread' in sending)) {
      this.drafts.ringConsoles(actor.officerId, order.conversationId);
      return sentReplyView(sending, this.clock.now());
    }
    const { conversation, unread } = sending;
    const entries = await this.reading.entries(actor, conversation.id, unread.slice(-UNREAD_SHOWN));
    const { status, version, officerId } = conversation;
    throw new Refusal('something-new', {
      detail: 'Somebody has written since you last read the conversation. Nothing was sent.',
      current: { status, version, officerId, lastEntryId: unread.at(-1), entries },
    });
  }

  /** As long as it waits. Refuses `already-left` afterwards. */
  async takeBack(actor: Actor, address: ReplyAddress): Promise<z.infer<typeof takenBackSchema>> {
    const at = this.clock.now();
    const { conversation, draft, senderId } = await transaction(this.dataSource, (tx) =>
      takeBackReply(tx, actor, address, at),
    );
    this.nudge.nudge();
    const { id, status, version } = conversation;
    this.drafts.ringConsoles(senderId, id);
    return { id, status, version, draft: draft && draftView(draft) };
  }

  async correct(actor: Actor, order: CorrectReply): Promise<Acted> {
    const at = this.clock.now();
    const { id, status, version } = await transaction(this.dataSource, (tx) => correctReply(tx, actor, order, at));
    this.nudge.nudge();
    return { id, status, version };
  }
}
