import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Reply } from '#database/entities/reply.entity.js';
import { type Tx, transaction } from '#database/transaction.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import { lockConversation } from '../conversations/conversation-record.js';
import { leaveReply } from './leave-reply.js';

const BATCH = 100;

/** In the order in which they were to leave; answered from a partial index that is empty where nothing waits. */
const DUE = `
  SELECT id, conversation_id AS "conversationId" FROM reply WHERE state = 'waiting' AND leaves_at <= $1
  ORDER BY leaves_at, pressed_at, id LIMIT ${BATCH}`;

type Due = Pick<Reply, 'id' | 'conversationId'>;

/** Sends what has waited its time: found in PostgreSQL, so that neither a crash nor a lost Redis forgets or doubles one. */
@Injectable()
export class ReplyLeavingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly nudge: EventNudge,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** Returns how many left. Throws what the last one that failed threw, after all others had their turn. */
  async leaveDue(): Promise<number> {
    let left = 0;
    let failure: unknown;
    const due: Due[] = await this.dataSource.query(DUE, [this.runtime.clock.now()]);
    for (const one of due) {
      try {
        if (await transaction(this.dataSource, (tx) => this.leave(tx, one))) left += 1;
      } catch (error) {
        failure = error;
        this.runtime.log.error({ err: error, replyId: one.id }, 'a reply could not leave; it is tried again');
      }
    }
    if (left > 0) this.nudge.nudge();
    if (failure) throw failure;
    return left;
  }

  /** The conversation's lock lets one worker through; the next one finds that it has left. */
  private async leave(tx: Tx, { id, conversationId }: Due): Promise<boolean> {
    const now = this.runtime.clock.now();
    const conversation = await lockConversation(tx, conversationId);
    const reply = await tx.findOneBy(Reply, { id, state: 'waiting' });
    if (!reply?.leavesAt || reply.leavesAt > now) return false;
    await leaveReply(tx, conversation, reply, now);
    return true;
  }
}
