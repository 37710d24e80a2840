import { queryOptions } from '@tanstack/react-query';
import { screeningPolicyVersionsSchema, screeningPolicyViewSchema } from '#contracts/screening.http.js';
import { read } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';

/** Stands for the whole desk in addresses; no department has such a slug. */
export const DESK = '';

export const screeningPath = (scope: string) =>
  scope === DESK ? '/screening-policy' : `/departments/${encodeURIComponent(scope)}/screening-policy`;

export const screeningPolicyQuery = (scope: string) =>
  queryOptions({
    queryKey: keys.screeningPolicy(scope),
    queryFn: ({ signal }) => read(screeningPath(scope), screeningPolicyViewSchema, signal),
  });

export const screeningVersionsQuery = (scope: string) =>
  queryOptions({
    queryKey: keys.screeningPolicyVersions(scope),
    queryFn: ({ signal }) => read(`${screeningPath(scope)}/versions`, screeningPolicyVersionsSchema, signal),
  });
