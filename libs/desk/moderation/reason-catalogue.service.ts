import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ModerationReasonView, ReasonFields } from '#contracts/moderation-reasons.http.js';
import { ModerationReasonRow } from '#database/entities/moderation-reason.entity.js';
import { postgresCodeOf, transaction } from '#database/transaction.js';
import { type Actor, isAdministrator } from '#domain/identity/roles.js';
import { SCREENING_REASON } from '#domain/moderation/reasons.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { reasonsInForce, reasonVersions } from './reason.queries.js';
import { reasonView } from './reason.view.js';

const UNIQUE_VIOLATION = '23505';

/** Why something is decided, in words for everybody. A version is never changed: who was told it can still read it. */
@Injectable()
export class ReasonCatalogueService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Those in force; retired ones too. */
  async all(): Promise<ModerationReasonView[]> {
    return (await reasonsInForce(this.dataSource)).map(reasonView);
  }

  /** Newest first. Throws `not-found`. */
  async versions(code: string): Promise<ModerationReasonView[]> {
    const rows = await reasonVersions(this.dataSource, code);
    if (rows.length === 0) throw notFound();
    return rows.map(reasonView);
  }

  async make(actor: Actor, { code, ...fields }: ReasonFields & { code: string }): Promise<ModerationReasonView> {
    assertMayKeep(actor);
    return this.write(actor, { code, version: 1, isRetired: false, fields });
  }

  /** Makes the next version. Throws `stale-version` where somebody else has made it already. */
  async change(
    actor: Actor,
    { code, version, isRetired, ...fields }: ReasonFields & { code: string; version: number; isRetired: boolean },
  ): Promise<ModerationReasonView> {
    assertMayKeep(actor);
    const [newest] = await reasonVersions(this.dataSource, code);
    if (!newest) throw notFound();
    if (newest.version !== version) throw stale(newest.version);
    if (isRetired && code === SCREENING_REASON) {
      throw invalid('isRetired', 'screening gives this reason for what it decides by itself');
    }
    return this.write(actor, { code, version: version + 1, isRetired, fields });
  }

  private async write(
    actor: Actor,
    { code, version, isRetired, fields }: { code: string; version: number; isRetired: boolean; fields: ReasonFields },
  ): Promise<ModerationReasonView> {
    const row: ModerationReasonRow = {
      code,
      version,
      wordingEn: fields.wording.en,
      wordingZh: fields.wording.zh,
      isPublic: fields.isPublic,
      basis: fields.basis,
      basisEn: fields.basisWording.en,
      basisZh: fields.basisWording.zh,
      insteadEn: fields.instead.en,
      insteadZh: fields.instead.zh,
      decisions: [...new Set(fields.decisions)],
      isRetired,
      madeBy: actor.officerId,
      madeAt: this.clock.now(),
    };
    await transaction(this.dataSource, (tx) => tx.insert(ModerationReasonRow, row)).catch((error: unknown) => {
      if (postgresCodeOf(error) !== UNIQUE_VIOLATION) throw error;
      throw version === 1 ? invalid('code', 'is the code of another reason') : stale(version);
    });
    const [made] = await this.versions(code);
    if (!made) throw notFound();
    return made;
  }
}

function assertMayKeep(actor: Actor): void {
  if (isAdministrator(actor)) return;
  throw new Refusal('forbidden', { detail: 'The reasons are kept by administrators.' });
}

const notFound = () => new Refusal('not-found', { detail: 'There is no such reason.' });

function invalid(field: string, reason: string): Refusal {
  return new Refusal('invalid', { detail: `${field}: ${reason}`, errors: [{ field, reason }] });
}

function stale(version: number): Refusal {
  return new Refusal('stale-version', {
    detail: 'Somebody has changed this reason since you looked at it.',
    current: { version },
  });
}
