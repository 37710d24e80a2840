import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from './http.js';

const RETRIES = 2;

export function createQueries(): QueryClient {
  return new QueryClient({
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
}

function mayPass(error: unknown): boolean {
  return !(error instanceof ProblemError) || error.problem.status >= 500;
}
