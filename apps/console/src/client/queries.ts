import { QueryClient } from '@tanstack/react-query';
import { NoAnswer, Refused } from './transport.js';

const STALE_MS = 30_000;
const RETRIES_MAX = 2;

/** What the page knows; an answer of 401 ends the session. */
export function newQueryClient(onSignedOut: () => void): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: STALE_MS,
        networkMode: 'always',
        refetchOnWindowFocus: true,
        // The transport has repeated already; what was refused stays refused.
        retry: (count, error) => error instanceof NoAnswer && count < RETRIES_MAX,
      },
      // A mutation that waits for the network would be sent later, unseen, by itself.
      mutations: { networkMode: 'always', retry: false },
    },
  });
  const tell = (error: unknown): void => {
    const isAnswer = error instanceof Refused || error instanceof NoAnswer;
    if (isAnswer && error.status === 401) onSignedOut();
  };
  // At the failure itself: what failed once is still in error when it is drawn or asked again, and
  // would end the next session too.
  client.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error') tell(event.query.state.error);
  });
  client.getMutationCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error') tell(event.mutation.state.error);
  });
  return client;
}
