import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import type { Acted } from '#contracts/conversations.http.js';
import { Assignment } from '#database/entities/assignment.entity.js';
import { Reply } from '#database/entities/reply.entity.js';
import { type Tx, transaction } from '#database/transaction.js';
import { afterAct } from '#domain/conversations/conversation.lifecycle.js';
import { mayOn } from '#domain/conversations/conversation.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import { assertSeen, byOfficer, changeConversation, lockConversation } from '../conversations/conversation-record.js';

export interface SendReply {
  conversationId: string;
  /** Made by the console: the same one again is the same reply. */
  replyId: string;
  /** What the officer was looking at: somebody may have written since. */
  version: number;
  body: string;
}

@Injectable()
export class ReplyService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
  ) {}

  /** The casual answer: it is public as soon as this returns. A repeated `replyId` sends nothing twice. */
  async send(actor: Actor, reply: SendReply): Promise<Acted> {
    const sent = await transaction(this.dataSource, (tx) => this.sendIn(tx, actor, reply));
    this.nudge.nudge();
    return sent;
  }

  private async sendIn(tx: Tx, actor: Actor, { conversationId, replyId, version, body }: SendReply): Promise<Acted> {
    const conversation = await lockConversation(tx, conversationId);
    if (!mayOn(actor, 'read', conversation))
      throw new Refusal('not-found', { detail: 'There is no such conversation.' });
    const earlier = await tx.findOneBy(Reply, { id: replyId });
    if (earlier) return resent(earlier, { conversationId, officerId: actor.officerId, now: conversation });
    if (!mayOn(actor, 'reply', conversation)) {
      throw new Refusal('forbidden', {
        detail: 'Only the officer who has the conversation answers it: claim it first.',
      });
    }
    assertSeen(conversation, version);
    const status = afterAct(conversation.status, 'answer');
    const at = this.clock.now();
    await tx.insert(Reply, {
      id: replyId,
      conversationId,
      officerId: actor.officerId,
      body: body.trim(),
      sentAt: at,
      isImported: false,
    });
    await tx.update(Assignment, { conversationId, endedAt: IsNull() }, { endedAt: at });
    const changed = await changeConversation(tx, conversation, {
      patch: { status, waitingSince: null, firstAnsweredAt: conversation.firstAnsweredAt ?? at },
      fact: { type: 'reply.sent', actor: byOfficer(actor), payload: { replyId }, at },
    });
    return { id: changed.id, status: changed.status, version: changed.version };
  }
}

function resent(
  earlier: Reply,
  again: { conversationId: string; officerId: string; now: { id: string; status: Acted['status']; version: number } },
): Acted {
  const isSame = earlier.conversationId === again.conversationId && earlier.officerId === again.officerId;
  if (!isSame) throw new Refusal('invalid', { errors: [{ field: 'replyId', reason: 'is taken' }] });
  return { id: again.now.id, status: again.now.status, version: again.now.version };
}
