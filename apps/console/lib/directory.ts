import { queryOptions } from '@tanstack/react-query';
import { colleagueListSchema, departmentListSchema, officialListSchema } from '#contracts/directory.http.js';
import { read } from './http.js';
import { keys } from './keys.js';

const RARELY_CHANGES_MS = 5 * 60_000;

export const departmentsQuery = queryOptions({
  queryKey: keys.departments,
  queryFn: ({ signal }) => read('/departments', departmentListSchema, signal),
  staleTime: RARELY_CHANGES_MS,
});

export const colleaguesQuery = (slug: string) =>
  queryOptions({
    queryKey: keys.colleagues(slug),
    queryFn: ({ signal }) => read(`/departments/${encodeURIComponent(slug)}/colleagues`, colleagueListSchema, signal),
  });

export const officialsQuery = (slug: string) =>
  queryOptions({
    queryKey: keys.officials(slug),
    queryFn: ({ signal }) => read(`/departments/${encodeURIComponent(slug)}/officials`, officialListSchema, signal),
    staleTime: RARELY_CHANGES_MS,
  });
