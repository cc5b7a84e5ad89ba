import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { cases, CASES, type CaseRow, type Cases } from '../client/cases.js';
import type { QueueSearch } from './queue-search.js';

const PAGE_ROWS = 200;
const REFRESH_MS = 15_000;

/** The pages of the queue that are loaded, as one list. */
export function useCases({ status = 'open', sort = 'oldest', ...filters }: QueueSearch) {
  const query = useInfiniteQuery({
    queryKey: [CASES, { status, sort, ...filters }],
    queryFn: ({ pageParam, signal }) => {
      const first = pageParam === undefined;
      const asked = { ...filters, status, sort, limit: PAGE_ROWS, cursor: pageParam };
      return cases(first ? { ...asked, total: true } : asked, signal);
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }: Cases) => nextCursor ?? undefined,
    refetchInterval: REFRESH_MS,
  });
  const { data } = query;
  const rows = useMemo<readonly CaseRow[]>(() => {
    const all = data?.pages.flatMap(({ items }) => items) ?? [];
    // A row may move from a page to the next while they are read.
    return [...new Map(all.map((row) => [row.paymentId, row])).values()];
  }, [data]);
  const first = data?.pages[0];
  return { query, rows, total: first?.total ?? null, position: first?.position ?? null };
}
