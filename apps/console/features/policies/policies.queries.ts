import { queryOptions } from '@tanstack/react-query';
import { deadlinePolicyVersionsSchema, deadlinePolicyViewSchema } from '#contracts/deadlines.http.js';
import { read } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';

export const policyPath = (slug: string) => `/departments/${encodeURIComponent(slug)}/deadline-policy`;

export const policyQuery = (slug: string) =>
  queryOptions({
    queryKey: keys.deadlinePolicy(slug),
    queryFn: ({ signal }) => read(policyPath(slug), deadlinePolicyViewSchema, signal),
  });

export const policyVersionsQuery = (slug: string) =>
  queryOptions({
    queryKey: keys.deadlinePolicyVersions(slug),
    queryFn: ({ signal }) => read(`${policyPath(slug)}/versions`, deadlinePolicyVersionsSchema, signal),
  });
