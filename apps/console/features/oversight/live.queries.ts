import { queryOptions } from '@tanstack/react-query';
import { oversightLiveSchema } from '#contracts/oversight.http.js';
import { read, withQuery } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';

/** Who waits at this moment; rung by the doorbell, at most once a second. */
export const liveQuery = (timeZone: string) =>
  queryOptions({
    queryKey: keys.liveFigures(timeZone),
    queryFn: ({ signal }) => read(withQuery('/oversight/live', { timeZone }), oversightLiveSchema, signal),
  });
