import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type QueryClient, QueryObserver } from '@tanstack/react-query';
import { z } from 'zod';
import { read } from './http.js';
import { keys } from './keys.js';
import { createQueries } from './queries.js';
import { leaveWhenSessionEnds } from './session.js';
import { nextSession } from './session-count.js';

const REFUSED = { type: 'about:blank', title: 'Unauthorized', status: 401, code: 'unauthenticated' };
const fetchOfHost = globalThis.fetch;

describe('a session that ends', () => {
  let queries: QueryClient;
  let answer: (response: Response) => void;
  let stop: () => void;

  beforeEach(() => {
    queries = createQueries();
    queries.setQueryData(keys.me, { id: 'officer' });
    stop = leaveWhenSessionEnds(queries);
    globalThis.fetch = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
  });
  afterEach(() => {
    stop();
    queries.clear();
    globalThis.fetch = fetchOfHost;
  });

  const refuse = () => answer(Response.json(REFUSED, { status: 401 }));

  it('closes the gate before the screen that asked hears of its failure', async () => {
    const told: string[] = [];
    const gate = new QueryObserver(queries, { queryKey: keys.me, enabled: false });
    const screen = new QueryObserver(queries, { queryKey: ['inbox'], queryFn: () => read('/inbox', z.object({})) });
    const stops = [
      gate.subscribe(({ data }) => told.push(`gate ${data === null ? 'closed' : 'open'}`)),
      screen.subscribe(({ isError }) => isError && told.push('failure')),
    ];
    refuse();
    await expect(screen.refetch({ cancelRefetch: false, throwOnError: true })).rejects.toThrow();
    // What is told is told in turns of its own.
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(told).toEqual(['gate closed', 'failure']);
    for (const leave of stops) leave();
  });

  it('is not ended by what was asked before it began', async () => {
    const late = read('/inbox', z.object({}));
    nextSession();
    refuse();
    await expect(late).rejects.toThrow();
    expect(queries.getQueryData(keys.me)).toEqual({ id: 'officer' });
  });
});
