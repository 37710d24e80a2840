import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DepartmentHead } from '#contracts/assignment.http.js';
import { Department } from '#database/entities/department.entity.js';
import { type Tx, transaction } from '#database/transaction.js';
import { mayOnStaffing } from '#domain/assignment/staffing.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import { isOnStaff } from './staffing.queries.js';
import { recordStaffing } from './staffing-record.js';

/** Who is told when a promise of the department is broken. */
@Injectable()
export class DepartmentHeadService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
  ) {}

  /** Throws `invalid` for somebody who has no part in the department. */
  async name(actor: Actor, slug: string, { officerId }: DepartmentHead): Promise<DepartmentHead> {
    await transaction(this.dataSource, async (tx) => {
      const department = await tx.findOne(Department, { where: { slug }, lock: { mode: 'for_no_key_update' } });
      assertMay(actor, department);
      if (department.headOfficerId === officerId) return;
      await assertOnStaff(tx, officerId, department.id);
      await tx.update(Department, { id: department.id }, { headOfficerId: officerId });
      const payload = { headId: officerId, fromHeadId: department.headOfficerId };
      await recordStaffing(tx, { actor, departmentIds: [department.id], at: this.clock.now(), payload });
    });
    this.nudge.nudge();
    return { officerId };
  }
}

function assertMay(actor: Actor, department: Department | null): asserts department is Department {
  if (!department) throw new Refusal('not-found', { detail: 'There is no such department.' });
  if (mayOnStaffing(actor, 'set-policy', { departmentIds: [department.id] })) return;
  throw new Refusal('forbidden', { detail: 'Only supervisors of the department name its head.' });
}

async function assertOnStaff(tx: Tx, officerId: string | null, departmentId: string): Promise<void> {
  if (officerId === null || (await isOnStaff(tx, officerId, departmentId))) return;
  const reason = 'is no active officer with a role in the department';
  throw new Refusal('invalid', { detail: `officerId: ${reason}`, errors: [{ field: 'officerId', reason }] });
}
