import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ProblemError } from './http.js';
import { keys } from './keys.js';

const RETRIES = 2;

export function createQueries(): QueryClient {
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error) => noticeSignedOut(queries, error) }),
    mutationCache: new MutationCache({ onError: (error) => noticeSignedOut(queries, error) }),
    defaultOptions: {
      queries: {
        // The live feed says what is old; this only keeps several parts of one screen from fetching the same twice.
        staleTime: 2_000,
        // Waiting silently for the network would look like loading for ever.
        networkMode: 'always',
        retry: (failures, error) => failures < RETRIES && mayPass(error),
        retryDelay: (failures) => 500 * 2 ** failures,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  return queries;
}

/** The session ended: the gate sees nobody signed in and asks to sign in, then comes back to this page. */
function noticeSignedOut(queries: QueryClient, error: unknown): void {
  if (error instanceof ProblemError && error.problem.code === 'unauthenticated') queries.setQueryData(keys.me, null);
}

function mayPass(error: unknown): boolean {
  return !(error instanceof ProblemError) || error.problem.status >= 500;
}
