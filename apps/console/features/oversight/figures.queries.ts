import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type FigureGroup, figuresSchema } from '#contracts/oversight.http.js';
import { read, withQuery } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';

export type Asked = Record<string, string | undefined>;

/** What becomes late or is acknowledged rings nobody here: figures are asked for by the clock too. */
const ASK_EVERY_MS = 15_000;

export const figuresQuery = (asked: Asked, groupBy: FigureGroup) => {
  const query = { ...asked, groupBy };
  return queryOptions({
    queryKey: keys.responseTimes(query),
    queryFn: ({ signal }) => read(withQuery('/oversight/response-times', query), figuresSchema, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ASK_EVERY_MS,
  });
};

/** The same figures as a file. */
export function csvAddress(asked: Asked, groupBy: FigureGroup): string {
  return withQuery('/api/oversight/response-times.csv', { ...asked, groupBy });
}
