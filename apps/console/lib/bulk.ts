import {
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import {
  type BulkOrder,
  type BulkSelection,
  type BulkView,
  bulkFilterCountSchema,
  bulkListSchema,
  bulkSchema,
  orderedBulkSchema,
  refusedListSchema,
} from '#contracts/bulk.http.js';
import { act, order as orderWithoutAnswer, read, withQuery } from './http.js';
import { keys } from './keys.js';
import { firstPage } from './paging.js';
import { useTell } from './tell.js';
import { newId } from './uuid.js';

/** A lost ring must not leave a bar standing still: what is under way is also asked for. */
const LOOK_EVERY_MS = 3_000;

export const isUnderWay = ({ state }: BulkView): boolean => state === 'waiting' || state === 'running';

export const recentBulksQuery = queryOptions({
  queryKey: keys.recentBulks,
  queryFn: ({ signal }) => read('/bulk', bulkListSchema, signal),
  refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? LOOK_EVERY_MS : false),
});

export const bulkQuery = (id: string) =>
  queryOptions({
    queryKey: keys.bulk(id),
    queryFn: ({ signal }) => read(`/bulk/${id}`, bulkSchema, signal),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? LOOK_EVERY_MS : false),
  });

export const refusedQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: keys.refusedOfBulk(id),
    queryFn: ({ pageParam, signal }) =>
      read(withQuery(`/bulk/${id}/refused`, { cursor: pageParam }), refusedListSchema, signal),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.nextCursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });

/** How many rows a filter shows now, by the api's own count. */
export const countOfFilter = (filter: string) => read(withQuery('/bulk/selection', { filter }), bulkFilterCountSchema);

interface NewBulk {
  id: string;
  order: BulkOrder;
  selection: BulkSelection;
}

/** `id` stays the same when the same order is sent again: an answer that was lost does not do it twice. */
export function orderBulk({ id, order, selection }: NewBulk) {
  return act(orderedBulkSchema, { method: 'POST', path: '/bulk', body: { id, order, selection } });
}

/** Undo, retry and cancel of one bulk act. */
export function useBulkFollowUp(bulkId: string) {
  const queries = useQueryClient();
  const tell = useTell();
  return useMutation({
    mutationFn: (verb: 'undo' | 'retry' | 'cancel') => followUp(bulkId, verb),
    onError: tell.problem,
    onSettled: () => refetchBulks(queries),
  });
}

/** The id of the bulk act to look at now. */
async function followUp(bulkId: string, verb: 'undo' | 'retry' | 'cancel'): Promise<string> {
  const path = `/bulk/${bulkId}/${verb}`;
  if (verb === 'cancel') {
    await orderWithoutAnswer({ method: 'POST', path });
    return bulkId;
  }
  const ordered = await act(orderedBulkSchema, { method: 'POST', path, body: { id: newId() } });
  return ordered.bulkId;
}

export function refetchBulks(queries: QueryClient): Promise<void> {
  return queries.invalidateQueries({ queryKey: keys.bulks });
}
