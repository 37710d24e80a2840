import { queryOptions } from '@tanstack/react-query';
import { reportListSchema } from '#contracts/reports.http.js';
import { read } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';

export const reportsQuery = queryOptions({
  queryKey: keys.reports,
  queryFn: ({ signal }) => read('/oversight/reports', reportListSchema, signal),
});
