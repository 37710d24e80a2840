import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Reply } from '#database/entities/reply.entity.js';
import { isDatabaseAway, type Tx, transaction } from '#database/transaction.js';
import { isStuck, nextLeavingTryAt } from '#domain/replies/leaving.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import { changeConversation, lockConversation, SYSTEM } from '../conversations/conversation-record.js';
import { leaveReply } from './leave-reply.js';

const BATCH = 100;

/**
 * In the order in which they were to leave, one that failed after its turn; answered from a partial index that is empty
 * where nothing waits. What waits in the same conversation does not overtake one that failed.
 */
const DUE = `
  SELECT id, conversation_id AS "conversationId", leaving_failures AS "leavingFailures"
  FROM reply r WHERE state = 'waiting' AND coalesce(next_try_at, leaves_at) <= $1
    AND NOT EXISTS (SELECT 1 FROM reply before WHERE before.conversation_id = r.conversation_id AND before.state = 'waiting'
      AND before.leaving_failures > 0 AND (before.leaves_at, before.pressed_at) < (r.leaves_at, r.pressed_at))
  ORDER BY coalesce(next_try_at, leaves_at), pressed_at, id LIMIT ${BATCH}`;

const BEHIND = `
  SELECT EXISTS (SELECT 1 FROM reply r JOIN reply before USING (conversation_id)
    WHERE r.id = $1 AND before.state = 'waiting'
      AND (before.leaves_at, before.pressed_at) < (r.leaves_at, r.pressed_at)) AS "isBehind"`;

/** Of one conversation's history only. */
const TOLD = `
  SELECT EXISTS (SELECT 1 FROM conversation_event
    WHERE conversation_id = $1 AND type = 'reply.stuck' AND payload ->> 'replyId' = $2) AS "isTold"`;

type Due = Pick<Reply, 'id' | 'conversationId' | 'leavingFailures'>;

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
        if (!isDatabaseAway(error)) await this.failed(one);
      }
    }
    if (due.length > 0) this.nudge.nudge();
    if (failure) throw failure;
    return left;
  }

  /** The conversation's lock lets one worker through; the next one finds that it has left. */
  private async leave(tx: Tx, { id, conversationId }: Due): Promise<boolean> {
    const now = this.runtime.clock.now();
    const conversation = await lockConversation(tx, conversationId);
    const reply = await tx.findOneBy(Reply, { id, state: 'waiting' });
    if (!reply?.leavesAt || (reply.nextTryAt ?? reply.leavesAt) > now) return false;
    // Asked under the lock: the one before it may have failed within this look, or in another worker's.
    const [{ isBehind }]: [{ isBehind: boolean }] = await tx.query(BEHIND, [id]);
    if (isBehind) return false;
    await leaveReply(tx, conversation, reply, now);
    return true;
  }

  /** Whatever is wrong with this one, those after it have their turn: nothing is thrown. */
  private async failed(one: Due): Promise<void> {
    try {
      const isToBeTold = await transaction(this.dataSource, (tx) => this.stepBehind(tx, one));
      if (isToBeTold) await transaction(this.dataSource, (tx) => this.tell(tx, one));
    } catch (error) {
      this.runtime.log.error(
        { err: error, replyId: one.id },
        'of a reply that could not leave nobody could be told yet',
      );
    }
  }

  /**
   * Needs nothing but the reply's own row: what keeps it from leaving may be wrong with its conversation. Two workers
   * that failed with it at once count it once.
   */
  private async stepBehind(tx: Tx, { id, leavingFailures: before }: Due): Promise<boolean> {
    const leavingFailures = before + 1;
    const nextTryAt = nextLeavingTryAt(this.runtime.clock.now(), leavingFailures);
    const seen = { id, state: 'waiting', leavingFailures: before } as const;
    const { affected } = await tx.update(Reply, seen, { leavingFailures, nextTryAt });
    return affected === 1 && isStuck({ state: 'waiting', leavingFailures });
  }

  /** Whoever sent it, and who leads the department, are told once: at the first failure at which that can be recorded. */
  private async tell(tx: Tx, { id, conversationId }: Due): Promise<void> {
    const conversation = await lockConversation(tx, conversationId);
    const reply = await tx.findOneBy(Reply, { id, state: 'waiting' });
    const [{ isTold }]: [{ isTold: boolean }] = await tx.query(TOLD, [conversationId, id]);
    if (!reply || isTold) return;
    const payload = { replyId: id, ...(reply.officerId && { officerId: reply.officerId }) };
    await changeConversation(tx, conversation, {
      patch: {},
      fact: { type: 'reply.stuck', actor: SYSTEM, payload, at: this.runtime.clock.now() },
    });
  }
}
