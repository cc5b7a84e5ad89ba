import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import { queryText, type QueryValue } from './query-text.js';
import { send } from './transport.js';

export type Query = Readonly<Record<string, QueryValue>>;

export async function read<Answer>(path: string, query: Query = {}): Promise<Answer> {
  return (await send({ method: 'GET', path: path + queryText(query) })) as Answer;
}

type ReadOptions = {
  readonly refreshMs?: number;
  readonly enabled?: boolean;
  /** Shows the answer before while another query is on its way. */
  readonly keep?: boolean;
};

/** One answer, kept under its address. */
export function useRead<Answer>(
  path: string,
  query: Query = {},
  options: ReadOptions = {},
): UseQueryResult<Answer> {
  return useQuery({
    queryKey: [path, query],
    queryFn: () => read<Answer>(path, query),
    enabled: options.enabled ?? true,
    ...(options.refreshMs !== undefined && { refetchInterval: options.refreshMs }),
    ...(options.keep === true && { placeholderData: keepPreviousData }),
  });
}

type Page<Row> = {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
  readonly total?: number | null;
};

/** A list in pages, of which more are fetched as one scrolls. */
export function usePages<Row>(path: string, query: Query, keyOf: (row: Row) => string) {
  const pages = useInfiniteQuery({
    queryKey: [path, 'pages', query],
    queryFn: ({ pageParam }) => read<Page<Row>>(path, { ...query, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }: Page<Row>) => nextCursor ?? undefined,
  });
  const { data } = pages;
  const rows = useMemo(() => {
    const all = data?.pages.flatMap(({ items }) => items) ?? [];
    return [...new Map(all.map((row) => [keyOf(row), row])).values()];
  }, [data, keyOf]);
  const more = (): void => {
    if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage();
  };
  return { pages, rows, more, total: data?.pages[0]?.total ?? null };
}
