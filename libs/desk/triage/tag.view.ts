import type { TagView } from '#contracts/triage.http.js';
import type { Tag } from '#database/entities/tag.entity.js';

export function tagView(tag: Tag, departmentSlug: string): TagView {
  return {
    id: tag.id,
    version: tag.version,
    department: { id: tag.departmentId, slug: departmentSlug },
    name: { en: tag.nameEn, zh: tag.nameZh },
    colour: tag.colour,
    isArchived: tag.archivedAt !== null,
    mergedIntoId: tag.mergedIntoId,
  };
}
