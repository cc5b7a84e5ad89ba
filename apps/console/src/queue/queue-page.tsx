import './queue.css';
import { Outlet, useMatch, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, type ReactNode } from 'react';
import type { CaseRow } from '../client/cases.js';
import { Trouble } from '../frame/trouble.js';
import { Grid } from '../grid/grid.js';
import { moves } from '../grid/moves.js';
import { useKeys } from '../keys/keys.js';
import { useSay } from '../words/language.js';
import { useCaseColumns } from './queue-columns.js';
import { QueueHead, useQueueKeys } from './queue-head.js';
import { QueueFilters } from './queue-filters.js';
import { useCases } from './use-cases.js';
import { useNextCase, usePutBack } from './use-next-case.js';

/** The cases that wait, and beside them the one that is open. */
export function QueuePage(): ReactNode {
  const say = useSay();
  const search = useSearch({ from: '/queue' });
  const open = useMatch({ from: '/queue/$paymentId', shouldThrow: false })?.params.paymentId;
  const { rows, total, position, query } = useCases(search);
  const navigate = useNavigate();
  const go = useCallback(
    (row: Pick<CaseRow, 'paymentId'>) =>
      void navigate({
        to: '/queue/$paymentId',
        params: { paymentId: row.paymentId },
        search,
        replace: open !== undefined,
      }),
    [navigate, search, open],
  );
  const at = rows.findIndex(({ paymentId }) => paymentId === open);
  const back = (): void => void navigate({ to: '/queue', search });
  const next = useNextCase((paymentId) => go({ paymentId }));
  const putBack = usePutBack(back);
  useQueueKeys({ open, take: next.take, back, putBack });
  useKeys(moves({ rows, at, go }));
  const columns = useCaseColumns();
  return (
    <div className={open === undefined ? 'queue' : 'queue queue-split'}>
      <section className="queue-list" aria-labelledby="queue-title">
        <QueueHead total={total} isUpdating={query.isFetching && !query.isLoading} next={next} />
        <QueueFilters search={search} />
        <Trouble of={query} position={position} />
        {query.isSuccess && rows.length === 0 ? (
          <Empty isFiltered={Object.keys(search).length > 0} />
        ) : (
          <Grid
            label={say('page.queue')}
            rows={rows}
            keyOf={({ paymentId }) => paymentId}
            columns={columns}
            selected={open ?? null}
            onSelect={go}
            total={total}
            onNearEnd={() => {
              if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
            }}
          />
        )}
      </section>
      <Outlet />
    </div>
  );
}

function Empty({ isFiltered }: { readonly isFiltered: boolean }): ReactNode {
  const say = useSay();
  return <p className="panel soft">{say(isFiltered ? 'queue.noneLeft' : 'queue.none')}</p>;
}
