import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type {
  ChangeScreeningPolicy,
  ScreeningPolicyVersions,
  ScreeningPolicyView,
  TriedScreening,
  TryScreening,
} from '#contracts/screening.http.js';
import { Department } from '#database/entities/department.entity.js';
import { ScreeningPolicyVersion } from '#database/entities/screening-policy-version.entity.js';
import { type Tx, transaction } from '#database/transaction.js';
import type { Actor } from '#domain/identity/roles.js';
import { screen } from '#domain/moderation/screening.js';
import {
  appliedPolicy,
  DEFAULT_SCREENING_POLICY,
  departmentStart,
  type ScreeningPolicy,
} from '#domain/moderation/screening-policy.js';
import { mayOnScreeningPolicy } from '#domain/moderation/screening-policy.permissions.js';
import { firstLook, verdictOn } from '#domain/moderation/verdict.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import { byOfficer, record } from '../conversations/conversation-record.js';
import { channelNames, policyVersions } from './screening-policy.queries.js';
import { screeningPolicyVersionsView, screeningPolicyView, triedView } from './screening-policy.view.js';

/** The slug of a department, or null for the desk's own policy. */
type Scope = string | null;

/** What screening makes of its findings, by version: of the desk, and of departments that want it otherwise. */
@Injectable()
export class ScreeningPolicyService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
  ) {}

  async read(actor: Actor, scope: Scope): Promise<ScreeningPolicyView> {
    const department = await this.readable(actor, scope);
    const tx = this.dataSource.manager;
    const desk = await newestOf(tx, null);
    const newest = department ? await newestOf(tx, department.id) : desk;
    const deskPolicy = desk?.policy ?? DEFAULT_SCREENING_POLICY;
    return screeningPolicyView(department, {
      newest,
      start: department ? departmentStart(deskPolicy) : deskPolicy,
      channels: await channelNames(tx),
      mayChange: mayOnScreeningPolicy(actor, 'change', department?.id ?? null),
    });
  }

  async versions(actor: Actor, scope: Scope): Promise<ScreeningPolicyVersions> {
    const department = await this.readable(actor, scope);
    const departmentId = department?.id ?? null;
    return screeningPolicyVersionsView(await policyVersions(this.dataSource.manager, { departmentId, limit: 200 }));
  }

  /** What screening would find in a text of somebody who wrote nothing before, and what would follow. Nothing is kept. */
  async try(
    actor: Actor,
    scope: Scope,
    { title, body, channel, standing, policy }: TryScreening,
  ): Promise<TriedScreening> {
    const department = await this.readable(actor, scope);
    const tx = this.dataSource.manager;
    const stored = async (id: string | null): Promise<ScreeningPolicy | null> =>
      (await newestOf(tx, id))?.policy ?? null;
    const ofDesk = (!department && policy) || ((await stored(null)) ?? DEFAULT_SCREENING_POLICY);
    const applied = appliedPolicy(ofDesk, department ? (policy ?? (await stored(department.id))) : null);
    const { blockedWords, suspectWords } = applied;
    const { findings } = screen({ title, body, blockedWords, suspectWords, repeatedOf: 0 });
    const author = { channel: channel ?? '', standing };
    return triedView(verdictOn(findings, applied, author), { findings, first: firstLook(applied, author) });
  }

  /** Throws `stale-version` where somebody else has changed it since. What waits for a moderator goes on waiting. */
  async change(actor: Actor, scope: Scope, change: ChangeScreeningPolicy): Promise<ScreeningPolicyView> {
    const department = await this.readable(actor, scope);
    const departmentId = department?.id ?? null;
    if (!mayOnScreeningPolicy(actor, 'change', departmentId)) {
      throw new Refusal('forbidden', { detail: 'Only supervisors and administrators change this.' });
    }
    await transaction(this.dataSource, (tx) => this.changeIn(tx, actor, { ...change, departmentId }));
    this.nudge.nudge();
    return this.read(actor, scope);
  }

  private async changeIn(
    tx: Tx,
    actor: Actor,
    { departmentId, version, policy, why }: ChangeScreeningPolicy & { departmentId: string | null },
  ): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`screening: ${departmentId}`]);
    const newest = await newestOf(tx, departmentId);
    const current = newest?.version ?? 0;
    if (current !== version) {
      throw new Refusal('stale-version', {
        detail: 'Somebody changed this in the meantime.',
        current: { version: current },
      });
    }
    const at = this.clock.now();
    const next = { id: uuidv7(), departmentId, version: version + 1, policy, why };
    await tx.insert(ScreeningPolicyVersion, { ...next, createdBy: actor.officerId, createdAt: at });
    const fact = { type: 'screening.changed', conversationId: null, departmentId, version: null } as const;
    await record(tx, [{ ...fact, actor: byOfficer(actor), payload: { version: next.version }, at }]);
  }

  private async readable(actor: Actor, scope: Scope): Promise<Department | null> {
    const department =
      scope === null ? null : await this.dataSource.getRepository(Department).findOneBy({ slug: scope });
    const isThere = scope === null || department !== null;
    if (isThere && mayOnScreeningPolicy(actor, 'read', department?.id ?? null)) return department;
    throw new Refusal(scope === null ? 'forbidden' : 'not-found', { detail: 'There is no such policy for you.' });
  }
}

async function newestOf(tx: Tx, departmentId: string | null) {
  const [newest = null] = await policyVersions(tx, { departmentId, limit: 1 });
  return newest;
}
