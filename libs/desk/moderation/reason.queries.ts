import type { DataSource } from 'typeorm';
import { ModerationReasonRow } from '#database/entities/moderation-reason.entity.js';
import type { Tx } from '#database/transaction.js';
import type { ModerationReason } from '#domain/moderation/reasons.js';

export type ReasonRecord = ModerationReasonRow & { madeByName: string | null };

const COLUMNS = `r.code, r.version, r.wording_en AS "wordingEn", r.wording_zh AS "wordingZh", r.is_public AS "isPublic", r.basis,
  r.basis_en AS "basisEn", r.basis_zh AS "basisZh", r.instead_en AS "insteadEn", r.instead_zh AS "insteadZh", r.decisions,
  r.is_retired AS "isRetired", r.made_by AS "madeBy", r.made_at AS "madeAt", o.name AS "madeByName"`;

/** The newest version of each, in the order in which they were first made. */
export function reasonsInForce(dataSource: DataSource): Promise<ReasonRecord[]> {
  return dataSource.query(
    `SELECT ${COLUMNS} FROM moderation_reason r LEFT JOIN officer o ON o.id = r.made_by
     WHERE r.version = (SELECT max(version) FROM moderation_reason WHERE code = r.code)
     ORDER BY r.is_retired, (SELECT min(made_at) FROM moderation_reason WHERE code = r.code), r.code`,
  );
}

/** Newest first. */
export function reasonVersions(dataSource: DataSource, code: string): Promise<ReasonRecord[]> {
  return dataSource.query(
    `SELECT ${COLUMNS} FROM moderation_reason r LEFT JOIN officer o ON o.id = r.made_by
     WHERE r.code = $1 ORDER BY r.version DESC`,
    [code],
  );
}

/** The one in force; null where there is none of that code. */
export async function reasonInForce(tx: Tx, code: string): Promise<ModerationReason | null> {
  const row = await tx.findOne(ModerationReasonRow, { where: { code }, order: { version: 'DESC' } });
  return row && reasonOf(row);
}

/** One that the desk gives by itself, even where moderators no longer can. */
export async function builtInReason(tx: Tx, code: string): Promise<ModerationReason> {
  const reason = await reasonInForce(tx, code);
  if (!reason) throw new Error(`the reason ${code} is gone`);
  return reason;
}

/** The version with which something was decided. */
export async function reasonAt(
  tx: Tx,
  { code, version }: { code: string; version: number },
): Promise<ModerationReason | null> {
  const row = await tx.findOneBy(ModerationReasonRow, { code, version });
  return row && reasonOf(row);
}

export function reasonOf(row: ModerationReasonRow): ModerationReason {
  return {
    code: row.code,
    version: row.version,
    wording: { en: row.wordingEn, zh: row.wordingZh },
    isPublic: row.isPublic,
    basis: row.basis,
    basisWording: { en: row.basisEn, zh: row.basisZh },
    instead: { en: row.insteadEn, zh: row.insteadZh },
    decisions: row.decisions,
    isRetired: row.isRetired,
  };
}
