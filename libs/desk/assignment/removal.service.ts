import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { Department } from '#database/entities/department.entity.js';
import { Officer } from '#database/entities/officer.entity.js';
import { RoleGrantRow } from '#database/entities/role-grant.entity.js';
import { Session } from '#database/entities/session.entity.js';
import { type Tx, transaction } from '#database/transaction.js';
import { mayOnStaffing } from '#domain/assignment/staffing.permissions.js';
import type { TakenBackBecause } from '#domain/assignment/taken-back.js';
import type { Actor, Role } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import { byOfficer } from '../conversations/conversation-record.js';
import { lockInHand } from './lock-in-hand.js';
import { worksIn } from './staffing.queries.js';
import { recordStaffing } from './staffing-record.js';
import { takeBack } from './take-back.js';

interface Leaving {
  officerId: string;
  /** All of them where it is missing. */
  departmentId?: string;
  because: TakenBackBecause;
}

/** Officers who are no longer that, or no longer there: nothing stays in their hands. */
@Injectable()
export class RemovalService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
  ) {}

  /** Ends the officer's sessions and offers what is in hand again, at once; a reply that was sent off still leaves. */
  async deactivate(actor: Actor, officerId: string): Promise<void> {
    await this.removing(actor, officerId, async (tx, departmentIds) => {
      const at = this.clock.now();
      await this.takeAll(tx, actor, { officerId, because: 'deactivated' });
      await tx.update(Officer, { id: officerId }, { isActive: false, seenAt: null, absentSince: at });
      await tx.delete(Session, { officerId });
      await recordStaffing(tx, { actor, departmentIds, at, payload: { officerId, isActive: false } });
    });
  }

  /** Undoes `deactivate`: the officer signs in again. */
  async activate(actor: Actor, officerId: string): Promise<void> {
    await this.removing(actor, officerId, async (tx, departmentIds) => {
      await tx.update(Officer, { id: officerId }, { isActive: true });
      const at = this.clock.now();
      await recordStaffing(tx, { actor, departmentIds, at, payload: { officerId, isActive: true } });
    });
  }

  /** Takes a role away, in one department or (an administrator's) everywhere. What the officer had there is offered again. */
  async removeRole(
    actor: Actor,
    officerId: string,
    removed: { role: Role; department?: string | undefined },
  ): Promise<void> {
    await this.removing(actor, officerId, async (tx) => {
      const departmentId = removed.department === undefined ? null : await idOf(tx, removed.department);
      const where = { officerId, role: removed.role, departmentId: departmentId ?? IsNull() };
      const { affected } = await tx.delete(RoleGrantRow, where);
      if (affected === 0) throw new Refusal('not-found', { detail: 'The officer does not have this role.' });
      if (departmentId === null) return;
      if (removed.role === 'officer')
        await this.takeAll(tx, actor, { officerId, departmentId, because: 'role-removed' });
      const at = this.clock.now();
      const payload = { officerId, removedRole: removed.role };
      await recordStaffing(tx, { actor, departmentIds: [departmentId], at, payload });
    });
  }

  private async removing(
    actor: Actor,
    officerId: string,
    act: (tx: Tx, departmentIds: string[]) => Promise<void>,
  ): Promise<void> {
    await transaction(this.dataSource, async (tx) => {
      const departmentIds = await worksIn(tx, officerId);
      if (!mayOnStaffing(actor, 'remove', { departmentIds, officerId })) {
        throw new Refusal('forbidden', { detail: 'Only an administrator removes officers, and never oneself.' });
      }
      if (!(await tx.existsBy(Officer, { id: officerId })))
        throw new Refusal('not-found', { detail: 'There is no such officer.' });
      await act(tx, departmentIds);
    });
    this.nudge.nudge();
  }

  private async takeAll(tx: Tx, actor: Actor, { officerId, departmentId, because }: Leaving): Promise<void> {
    const locked = await lockInHand(tx, officerId);
    const held = [...locked.values()].filter(
      (conversation) =>
        (departmentId === undefined || conversation.departmentId === departmentId) && !conversation.replyLeavesAt,
    );
    const taken = held.map((conversation) => ({ conversation, because }));
    await takeBack(tx, taken, { actor: byOfficer(actor), now: this.clock.now() });
  }
}

async function idOf(tx: Tx, slug: string): Promise<string> {
  const department = await tx.findOneBy(Department, { slug });
  if (!department) throw new Refusal('not-found', { detail: 'There is no such department.' });
  return department.id;
}
