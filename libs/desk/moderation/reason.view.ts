import type { ModerationReasonView } from '#contracts/moderation-reasons.http.js';
import { type ReasonRecord, reasonOf } from './reason.queries.js';

export function reasonView(row: ReasonRecord): ModerationReasonView {
  const { code, version, wording, isPublic, basis, basisWording, instead, decisions, isRetired } = reasonOf(row);
  return {
    code,
    version,
    wording,
    isPublic,
    basis,
    basisWording,
    instead,
    decisions: [...decisions],
    isRetired,
    madeBy: row.madeByName,
    madeAt: row.madeAt.toISOString(),
  };
}
