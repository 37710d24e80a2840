import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CLAIM_SECONDS, type ModerationClaim } from '#contracts/moderators.http.js';
import { departmentRoom } from '#contracts/realtime.js';
import type { Actor } from '#domain/identity/roles.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import { ReadableDepartments } from '../conversations/readable-departments.js';
import { moderatedMessage } from './moderated-message.js';
import { type ClaimRow, claimsIn, hold, holderOf, release } from './moderation-claim.queries.js';

/** Who has a message open to decide on it. It locks nobody out: a decision on what was decided meanwhile is refused anyway. */
@Injectable()
export class ModerationClaimService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly departments: ReadableDepartments,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  async all(actor: Actor, department: string | undefined): Promise<ModerationClaim[]> {
    const departmentIds = await this.departments.idsOf(actor, department, ['moderator']);
    const rows = await claimsIn(this.dataSource, departmentIds, this.silentSince());
    return rows.map((row) => claimView(row, actor));
  }

  /** A sign of life too. Answers who has it, which is somebody else where they had it first and it is not taken over. */
  async hold(
    actor: Actor,
    { messageId, takeOver }: { messageId: string; takeOver: boolean },
  ): Promise<ModerationClaim[]> {
    const { departmentId } = await moderatedMessage(this.dataSource.manager, actor, messageId);
    const [at, silentSince] = [this.runtime.clock.now(), this.silentSince()];
    const before = await holderOf(this.dataSource, messageId, silentSince);
    await hold(this.dataSource, { messageId, officerId: actor.officerId, at, silentSince, takesOver: takeOver });
    const now = await holderOf(this.dataSource, messageId, silentSince);
    if (before?.officerId !== now?.officerId) this.ring(departmentId);
    return now ? [claimView(now, actor)] : [];
  }

  async release(actor: Actor, messageId: string): Promise<void> {
    const { departmentId } = await moderatedMessage(this.dataSource.manager, actor, messageId);
    if (await release(this.dataSource, messageId, actor.officerId)) this.ring(departmentId);
  }

  private silentSince(): Date {
    return new Date(this.runtime.clock.now().getTime() - CLAIM_SECONDS * 1_000);
  }

  /** Not an event: it is true for seconds, and a ring that is lost is made up for by the next look. */
  private ring(departmentId: string): void {
    const { doorbell } = this.runtime;
    if (doorbell.isUp()) doorbell.ring([departmentRoom(departmentId)], { event: 'claims.changed', departmentId });
  }
}

function claimView({ messageId, officerId, officerName, since }: ClaimRow, actor: Actor): ModerationClaim {
  return {
    messageId,
    officer: { id: officerId, name: officerName },
    since: since.toISOString(),
    isOwn: officerId === actor.officerId,
  };
}
