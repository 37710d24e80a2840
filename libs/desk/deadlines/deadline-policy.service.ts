import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type {
  ChangeDeadlinePolicy,
  DeadlinePolicyInput,
  DeadlinePolicyVersions,
  DeadlinePolicyView,
  DeadlinePreview,
} from '#contracts/deadlines.http.js';
import { DeadlinePolicyVersion } from '#database/entities/deadline-policy-version.entity.js';
import { Department } from '#database/entities/department.entity.js';
import { type Tx, transaction } from '#database/transaction.js';
import { generalAnswerHours } from '#domain/deadlines/deadline-policy.js';
import { mayOnDeadlinePolicy } from '#domain/deadlines/deadline-policy.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import { byOfficer, record } from '../conversations/conversation-record.js';
import { policyInForce } from '../conversations/deadline-policies.queries.js';
import { deadlinePolicyVersionsView, deadlinePolicyView } from './deadline-policy.view.js';
import { calendarOf, namedVersions } from './policy.queries.js';
import { previewOf } from './policy-preview.js';

/** What a department promises, by version. What is open follows the newest within moments of its change. */
@Injectable()
export class DeadlinePolicyService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
  ) {}

  async read(actor: Actor, slug: string): Promise<DeadlinePolicyView> {
    const department = await this.readable(actor, slug);
    const [newest = null] = await namedVersions(this.dataSource.manager, { departmentId: department.id, limit: 1 });
    return deadlinePolicyView(department, {
      newest,
      calendar: await calendarOf(this.dataSource.manager, department.id),
      mayChange: mayOnDeadlinePolicy(actor, 'change', department.id),
    });
  }

  async versions(actor: Actor, slug: string): Promise<DeadlinePolicyVersions> {
    const { id: departmentId } = await this.readable(actor, slug);
    return deadlinePolicyVersionsView(await namedVersions(this.dataSource.manager, { departmentId, limit: 500 }));
  }

  async preview(actor: Actor, slug: string, policy: DeadlinePolicyInput): Promise<DeadlinePreview> {
    const { id: departmentId } = await this.changeable(actor, slug);
    return previewOf(this.dataSource.manager, { departmentId, proposed: { policy }, now: this.clock.now() });
  }

  /** Throws `stale-version` where somebody else has changed it since. */
  async change(actor: Actor, slug: string, change: ChangeDeadlinePolicy): Promise<DeadlinePolicyView> {
    const { id } = await this.changeable(actor, slug);
    await transaction(this.dataSource, (tx) => this.changeIn(tx, actor, { departmentId: id, ...change }));
    this.nudge.nudge();
    return this.read(actor, slug);
  }

  private async changeIn(
    tx: Tx,
    actor: Actor,
    { departmentId, version, policy, why }: ChangeDeadlinePolicy & { departmentId: string },
  ): Promise<void> {
    await tx.findOneOrFail(Department, { where: { id: departmentId }, lock: { mode: 'for_no_key_update' } });
    const newest = await policyInForce(tx, departmentId);
    if ((newest?.version ?? 0) !== version) {
      throw new Refusal('stale-version', {
        detail: 'Somebody changed this in the meantime.',
        current: { version: newest?.version ?? 0 },
      });
    }
    const at = this.clock.now();
    const next = { departmentId, version: version + 1, policy, why, createdBy: actor.officerId, createdAt: at };
    await tx.insert(DeadlinePolicyVersion, next);
    await tx.update(Department, { id: departmentId }, { answerWithinHours: generalAnswerHours(policy) });
    const payload = { version: next.version };
    const fact = { type: 'policy.changed', conversationId: null, departmentId, version: null } as const;
    await record(tx, [{ ...fact, actor: byOfficer(actor), payload, at }]);
  }

  private async changeable(actor: Actor, slug: string): Promise<Department> {
    const department = await this.readable(actor, slug);
    if (mayOnDeadlinePolicy(actor, 'change', department.id)) return department;
    throw new Refusal('forbidden', { detail: 'Only supervisors and administrators change what is promised.' });
  }

  private async readable(actor: Actor, slug: string): Promise<Department> {
    const department = await this.dataSource.getRepository(Department).findOneBy({ slug });
    if (department && mayOnDeadlinePolicy(actor, 'read', department.id)) return department;
    throw new Refusal('not-found', { detail: 'There is no such department.' });
  }
}
