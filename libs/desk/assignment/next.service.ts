import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Next } from '#contracts/assignment.http.js';
import { Department } from '#database/entities/department.entity.js';
import { Officer } from '#database/entities/officer.entity.js';
import { type Tx, transaction } from '#database/transaction.js';
import { languageReason } from '#domain/assignment/choose-officer.js';
import { freeHandsOf } from '#domain/assignment/free-hands.js';
import { NORMAL_WEIGHT, WEIGHT } from '#domain/conversations/priority.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import { lookAtStaff } from './candidates.js';
import { give } from './give.js';
import { lockMostUrgent, type Queue } from './next-in-queue.js';
import { hasQueueIn } from './queue.queries.js';

/** Taking instead of being given: the next most urgent one, under every policy. */
@Injectable()
export class NextService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
  ) {}

  /**
   * Gives the caller the most urgent conversation of the queues that the caller has a free hand, the language and the
   * skills for; working hours and the switch do not matter to who is at the desk and asks. Two who ask at the same
   * moment get two.
   */
  async take(actor: Actor, department?: string): Promise<Next> {
    const next = await transaction(this.dataSource, async (tx) => {
      const departmentIds = await queuesFor(tx, actor, department);
      return this.takeIn(tx, actor, departmentIds);
    });
    if (next.conversation) this.nudge.nudge();
    return next;
  }

  private async takeIn(tx: Tx, actor: Actor, departmentIds: string[]): Promise<Next> {
    const at = this.clock.now();
    // What this officer has in hand cannot change until the transaction ends.
    await tx.findOne(Officer, { where: { id: actor.officerId }, lock: { mode: 'for_no_key_update' } });
    const queues = await queuesOf(tx, actor.officerId, { departmentIds, at });
    const [first] = queues;
    if (!first) throw new Refusal('forbidden', { detail: 'Only officers take from a queue.' });
    const { load, capacity } = first.me;
    const found = await lockMostUrgent(tx, queues);
    if (found === null || found === 'busy') {
      // What somebody else is at is in their hand in a moment: for this officer the queue is empty.
      const why = found === 'busy' ? 'empty' : await whyNothing(tx, queues);
      return { conversation: null, why, inHand: load / NORMAL_WEIGHT, capacity };
    }
    const { conversation } = found;
    const reason = {
      rule: 'pulled' as const,
      inHand: load / NORMAL_WEIGHT,
      capacity,
      ...languageReason(found.queue.candidates, conversation.language),
    };
    const given = await give(tx, conversation, { actor, act: 'claim', officerId: actor.officerId, reason, at });
    const inHand = (load + WEIGHT[conversation.priority]) / NORMAL_WEIGHT;
    return { conversation: given, why: null, inHand, capacity };
  }
}

async function whyNothing(tx: Tx, queues: readonly Queue[]): Promise<Next['why']> {
  const isFull = queues.every(({ me, candidates }) => freeHandsOf([me], candidates) === null);
  for (const { departmentId } of queues) {
    if (await hasQueueIn(tx, departmentId)) return isFull ? 'full' : 'none-fits';
  }
  return 'empty';
}

async function queuesFor(tx: Tx, actor: Actor, slug?: string): Promise<string[]> {
  const own = actor.grants.flatMap(({ role, departmentId }) =>
    role === 'officer' && departmentId ? departmentId : [],
  );
  if (own.length === 0) throw new Refusal('forbidden', { detail: 'Only officers take from a queue.' });
  if (slug === undefined) return own;
  const department = await tx.findOneBy(Department, { slug });
  if (department && own.includes(department.id)) return [department.id];
  throw new Refusal('not-found', { detail: 'There is no such department.' });
}

async function queuesOf(
  tx: Tx,
  officerId: string,
  { departmentIds, at }: { departmentIds: string[]; at: Date },
): Promise<Queue[]> {
  const staff = await lookAtStaff(tx, departmentIds, at);
  return departmentIds.flatMap((departmentId) => {
    const candidates = staff.get(departmentId)?.candidates ?? [];
    const me = candidates.find((candidate) => candidate.officerId === officerId);
    return me ? { departmentId, candidates, me: { ...me, absence: null } } : [];
  });
}
