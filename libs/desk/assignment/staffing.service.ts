import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type {
  ChangeHours,
  ChangeOfficer,
  OwnHours,
  Policy,
  StaffedOfficer,
  Staffing,
} from '#contracts/assignment.http.js';
import { Department } from '#database/entities/department.entity.js';
import { Officer } from '#database/entities/officer.entity.js';
import { type Tx, transaction } from '#database/transaction.js';
import { mayOnStaffing, type StaffingPermission } from '#domain/assignment/staffing.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import { departmentView } from '../conversations/department.view.js';
import { loadsOf } from '../conversations/officer-loads.js';
import { takeBackBeyond } from './lower-capacity.js';
import { replaceSkillRules, skillRulesOf } from './skill-rules.js';
import { answersIn, colleaguesOf, staffed, staffOf } from './staffing.queries.js';
import { policyView, staffedOfficerView } from './staffing.view.js';
import { recordStaffing } from './staffing-record.js';

/** Who answers, how much, in what and when; and how a department hands out its queue. */
@Injectable()
export class StaffingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
  ) {}

  async read(actor: Actor, slug: string): Promise<Staffing> {
    const department = await this.departmentFor(actor, 'read', slug);
    const { manager } = this.dataSource;
    const now = this.clock.now();
    const rows = await staffOf(manager, department.id, now);
    const loads = await loadsOf(
      manager,
      rows.map(({ id }) => id),
    );
    return {
      department: departmentView(department),
      policy: policyView(department, await skillRulesOf(manager, department.id)),
      officers: rows.map((row) => staffedOfficerView(row, loads.get(row.id), now)),
      headId: department.headOfficerId,
      mayRemove: mayOnStaffing(actor, 'remove', { departmentIds: [department.id] }),
    };
  }

  async changePolicy(actor: Actor, slug: string, change: Policy): Promise<Policy> {
    const { id } = await this.departmentFor(actor, 'set-policy', slug);
    const changed = await transaction(this.dataSource, async (tx) => {
      const department = await tx.findOneOrFail(Department, { where: { id }, lock: { mode: 'for_no_key_update' } });
      assertVersion(department.policyVersion, change.version);
      const patch = {
        assignmentPolicy: change.policy,
        escalateAfterMinutes: change.escalateAfterMinutes,
        leaveGraceMinutes: change.leaveGraceMinutes,
        policyVersion: change.version + 1,
      };
      await tx.update(Department, { id }, patch);
      await replaceSkillRules(tx, id, change.skillRules);
      await recordStaffing(tx, {
        actor,
        departmentIds: [id],
        at: this.clock.now(),
        payload: { policy: change.policy },
      });
      return { ...department, ...patch };
    });
    this.nudge.nudge();
    return policyView(changed, await skillRulesOf(this.dataSource.manager, id));
  }

  /** Capacity, languages, skills and hours. What is beyond a lowered capacity is offered again at once. */
  async changeOfficer(actor: Actor, officerId: string, change: ChangeOfficer): Promise<StaffedOfficer> {
    const { capacity, languages, skills } = change;
    const abilities = { capacity, languages: [...new Set(languages)].sort(), skills: [...new Set(skills)].sort() };
    return this.change(actor, officerId, { permission: 'set-officer', change, abilities });
  }

  /** Hours and time off: the officer's own affair too. */
  async changeHours(actor: Actor, officerId: string, change: ChangeHours): Promise<StaffedOfficer> {
    return this.change(actor, officerId, { permission: 'set-hours', change, abilities: {} });
  }

  async ownHours(actor: Actor): Promise<OwnHours> {
    const { manager } = this.dataSource;
    const departmentIds = await answersIn(manager, actor.officerId);
    if (departmentIds.length === 0) throw new Refusal('forbidden', { detail: 'Only officers have hours.' });
    const [department] = await manager.find(Department, { where: { id: In(departmentIds) }, order: { slug: 'ASC' } });
    return {
      officer: await this.officerView(actor.officerId),
      departmentTimeZone: department?.timeZone ?? null,
      colleagues: await colleaguesOf(manager, actor.officerId),
    };
  }

  private async change(
    actor: Actor,
    officerId: string,
    {
      permission,
      change,
      abilities,
    }: { permission: StaffingPermission; change: ChangeHours; abilities: Partial<Officer> },
  ): Promise<StaffedOfficer> {
    const departmentIds = await this.assertMay(actor, permission, officerId);
    await assertStandIn(this.dataSource.manager, officerId, change.outOfOffice?.standInId ?? null);
    const now = this.clock.now();
    await transaction(this.dataSource, async (tx) => {
      if (abilities.capacity !== undefined) await takeBackBeyond(tx, { officerId, capacity: abilities.capacity, now });
      const officer = await tx.findOneOrFail(Officer, {
        where: { id: officerId },
        lock: { mode: 'for_no_key_update' },
      });
      assertVersion(officer.staffingVersion, change.version);
      await tx.update(
        Officer,
        { id: officerId },
        { ...abilities, ...hoursPatch(change), staffingVersion: change.version + 1 },
      );
      await recordStaffing(tx, { actor, departmentIds, at: now, payload: { officerId } });
    });
    this.nudge.nudge();
    return this.officerView(officerId);
  }

  private async officerView(officerId: string): Promise<StaffedOfficer> {
    const now = this.clock.now();
    const record = await staffed(this.dataSource.manager, officerId, now);
    if (!record) throw new Refusal('not-found', { detail: 'There is no such officer.' });
    return staffedOfficerView(record, (await loadsOf(this.dataSource.manager, [officerId])).get(officerId), now);
  }

  /** Where the officer answers, since it is there that less would be answered. For whoever leads none of it there is no such officer. */
  private async assertMay(actor: Actor, act: StaffingPermission, officerId: string): Promise<string[]> {
    const departmentIds = await answersIn(this.dataSource.manager, officerId);
    if (mayOnStaffing(actor, act, { departmentIds, officerId })) return departmentIds;
    throw new Refusal('not-found', { detail: 'There is no such officer.' });
  }

  private async departmentFor(actor: Actor, act: StaffingPermission, slug: string): Promise<Department> {
    const department = await this.dataSource.manager.findOneBy(Department, { slug });
    if (!department) throw new Refusal('not-found', { detail: 'There is no such department.' });
    if (mayOnStaffing(actor, act, { departmentIds: [department.id] })) return department;
    throw new Refusal('forbidden', { detail: 'Only supervisors of the department see its staffing.' });
  }
}

function hoursPatch({ timeZone, workingHours, outOfOffice }: ChangeHours): Partial<Officer> {
  return {
    timeZone,
    workingHours,
    outFrom: outOfOffice ? new Date(outOfOffice.from) : null,
    outUntil: outOfOffice?.until ? new Date(outOfOffice.until) : null,
    standInId: outOfOffice?.standInId ?? null,
  };
}

function assertVersion(current: number, seen: number): void {
  if (current === seen) return;
  throw new Refusal('stale-version', {
    detail: 'Somebody changed this in the meantime.',
    current: { version: current },
  });
}

async function assertStandIn(tx: Tx, officerId: string, standInId: string | null): Promise<void> {
  if (standInId === null) return;
  const colleagues = await colleaguesOf(tx, officerId);
  if (colleagues.some(({ id }) => id === standInId)) return;
  const reason = 'is no active officer of the same departments';
  throw new Refusal('invalid', {
    detail: `standInId: ${reason}`,
    errors: [{ field: 'outOfOffice.standInId', reason }],
  });
}
