import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type TagView, tagListSchema } from '#contracts/triage.http.js';
import { read } from './http.js';
import { keys } from './keys.js';

/** Every tag of the viewer's departments: what the ids on a row are called. */
export const tagsQuery = queryOptions({
  queryKey: keys.tags,
  queryFn: ({ signal }) => read('/tags', tagListSchema, signal),
  staleTime: 60_000,
});

const NONE: readonly TagView[] = [];

/** By id, archived and merged ones too; empty until they are known. */
export function useTags(): ReadonlyMap<string, TagView> {
  const items = useQuery(tagsQuery).data?.items ?? NONE;
  return useMemo(() => new Map(items.map((tag) => [tag.id, tag])), [items]);
}

/** Those of a department that can be put on. */
export function usableTags(tags: ReadonlyMap<string, TagView>, departmentId: string): TagView[] {
  const isUsed = ({ isArchived, mergedIntoId, department }: TagView) =>
    !isArchived && mergedIntoId === null && department.id === departmentId;
  return [...tags.values()].filter(isUsed);
}
