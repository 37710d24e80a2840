import type { Duplicate, Related, RelatedView } from '#contracts/merging.http.js';
import type { Duplicate as Found } from '#domain/merging/duplicates.js';
import type { FamilyRecord, OpeningRecord, RelatedRecord } from './related.queries.js';

export interface Relations {
  others: readonly RelatedRecord[];
  /** The most alike first. */
  duplicates: readonly Found<OpeningRecord>[];
  family: readonly FamilyRecord[];
  /** The readable ones among the duplicates and the family. */
  named: readonly RelatedRecord[];
}

export function relatedView({ others, duplicates, family, named }: Relations): RelatedView {
  const byId = new Map(named.map((record) => [record.id, record]));
  const ofKind = (kind: FamilyRecord['kind']) =>
    family.flatMap((row) => {
      const record = row.kind === kind ? byId.get(row.id) : undefined;
      return record ? [{ row, related: relatedRowView(record) }] : [];
    });
  return {
    others: others.map(relatedRowView),
    duplicates: duplicates.flatMap(({ conversation, reason, likeness }): Duplicate[] => {
      const record = byId.get(conversation.id);
      return record ? [{ ...relatedRowView(record), because: reason, likeness }] : [];
    }),
    merged: ofKind('merged').map(({ row, related }) => ({
      ...related,
      mergedAt: row.mergedAt?.toISOString() ?? related.openedAt,
      mergedBy: row.mergedBy ?? '',
      reason: row.reason,
    })),
    splitFrom: ofKind('split-from')[0]?.related ?? null,
    splitOff: ofKind('split-off').map(({ related }) => related),
  };
}

export function relatedRowView(record: RelatedRecord): Related {
  const { answer, answeredAt } = record;
  return {
    id: record.id,
    version: record.version,
    reference: record.reference,
    status: record.status,
    title: record.title,
    excerpt: record.excerpt,
    language: record.language,
    citizenName: record.citizenName,
    department: { slug: record.departmentSlug, name: { en: record.departmentNameEn, zh: record.departmentNameZh } },
    officerName: record.officerName,
    openedAt: record.openedAt.toISOString(),
    lastAnswer: answer !== null && answeredAt ? { excerpt: answer, at: answeredAt.toISOString() } : null,
  };
}
