import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PRESENCE_SECONDS } from '#contracts/realtime.js';
import { Officer } from '#database/entities/officer.entity.js';
import { type Tx, transaction } from '#database/transaction.js';
import type { Actor } from '#domain/identity/roles.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import { byOfficer, type Fact, record } from '../conversations/conversation-record.js';

/** Who takes conversations now: available, and with a console that was heard of lately. PostgreSQL knows, so that assignment can ask inside its transaction. */
@Injectable()
export class PresenceService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
  ) {}

  /** A console of the officer is connected. When that makes the officer present, what waits is offered. */
  async heartbeat(actor: Actor): Promise<void> {
    await this.change(actor, (officer, now) => ({ isAvailable: officer.isAvailable, seenAt: now }));
  }

  /** The officer's own switch. */
  async setAvailable(actor: Actor, isAvailable: boolean): Promise<void> {
    await this.change(actor, (officer) => ({ isAvailable, seenAt: officer.seenAt }));
  }

  /** The officer's last console has gone: nothing new comes until one is back. */
  async leave(actor: Actor): Promise<void> {
    await this.change(actor, (officer) => ({ isAvailable: officer.isAvailable, seenAt: null }));
  }

  private async change(
    actor: Actor,
    next: (officer: Officer, now: Date) => Pick<Officer, 'isAvailable' | 'seenAt'>,
  ): Promise<void> {
    const hasChanged = await transaction(this.dataSource, async (tx) => {
      const now = this.clock.now();
      const officer = await tx.findOne(Officer, {
        where: { id: actor.officerId },
        lock: { mode: 'for_no_key_update' },
      });
      if (!officer) return false;
      const patch = next(officer, now);
      await tx.update(Officer, { id: officer.id }, patch);
      const [was, is] = [isPresent(officer, now), isPresent({ ...officer, ...patch }, now)];
      if (was === is) return false;
      await recordFor(tx, actor, { type: is ? 'officer.available' : 'officer.away', at: now });
      return true;
    });
    if (hasChanged) this.nudge.nudge();
  }
}

export function isPresent(officer: Pick<Officer, 'isAvailable' | 'seenAt' | 'isActive'>, now: Date): boolean {
  const { isActive, isAvailable, seenAt } = officer;
  return isActive && isAvailable && seenAt !== null && now.getTime() - seenAt.getTime() < PRESENCE_SECONDS * 1_000;
}

/** One fact per department in which the officer answers: each has its own queue. */
async function recordFor(tx: Tx, actor: Actor, fact: Pick<Fact, 'type' | 'at'>): Promise<void> {
  const departmentIds = actor.grants.filter((grant) => grant.role === 'officer').map((grant) => grant.departmentId);
  await record(
    tx,
    departmentIds.map((departmentId) => ({
      ...fact,
      conversationId: null,
      departmentId,
      version: null,
      actor: byOfficer(actor),
      payload: { officerId: actor.officerId },
    })),
  );
}
