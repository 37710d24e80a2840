import { queryOptions } from '@tanstack/react-query';
import { ownHoursSchema, staffingSchema } from '#contracts/assignment.http.js';
import { read } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';

export const staffingQuery = (slug: string) =>
  queryOptions({
    queryKey: keys.staffing(slug),
    queryFn: ({ signal }) => read(`/departments/${encodeURIComponent(slug)}/staffing`, staffingSchema, signal),
  });

export const ownHoursQuery = queryOptions({
  queryKey: keys.ownHours,
  queryFn: ({ signal }) => read('/me/hours', ownHoursSchema, signal),
});
