import '../parts/parts.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { usePages } from '../client/read.js';
import { Trouble } from '../frame/trouble.js';
import { Grid, type Column } from '../grid/grid.js';
import { moves } from '../grid/moves.js';
import { useKeys } from '../keys/keys.js';
import { Amount } from '../money/amount.js';
import { BooksPages } from '../books/books-pages.js';
import { Moment } from '../time/time.js';
import { useSayOf } from '../words/part.js';
import { EXCEPTIONS, type Exception } from './exception.js';
import { ExceptionFilters } from './exception-filters.js';
import { EXCEPTION_WORDS } from './words.js';

const PAGE_ROWS = 100;
const keyOf = ({ exceptionId }: Exception): string => exceptionId;

/** What the books do not agree on, the longest known first. */
export function ExceptionsPage(): ReactNode {
  const say = useSayOf(EXCEPTION_WORDS);
  const search = useSearch({ from: '/reconciliation/exceptions' });
  const navigate = useNavigate();
  const query = { ...search, limit: PAGE_ROWS, total: true };
  const { pages, rows, more, total } = usePages(EXCEPTIONS, query, keyOf);
  const [marked, setMarked] = useState<string | null>(null);
  const at = rows.findIndex((row) => keyOf(row) === marked);
  const open = (row: Exception): void =>
    void navigate({
      to: '/reconciliation/exceptions/$exceptionId',
      params: { exceptionId: row.exceptionId },
    });
  const columns = useColumns();
  const row = rows[at];
  useKeys([
    ...moves({ rows, at, go: (next) => setMarked(keyOf(next)) }),
    ...(row ? [{ keys: ['Enter'], name: 'move.open', run: () => open(row) } as const] : []),
  ]);
  return (
    <div className="parts-list parts-list-sub">
      <BooksPages />
      <h1>
        {say('title')}{' '}
        {total !== null && <span className="soft parts-count">{say('total', { total })}</span>}
      </h1>
      <ExceptionFilters search={search} />
      <Trouble of={pages} />
      {pages.isSuccess && rows.length === 0 ? (
        <p className="panel soft">{say('none')}</p>
      ) : (
        <Grid
          label={say('title')}
          rows={rows}
          keyOf={keyOf}
          columns={columns}
          selected={marked}
          onSelect={open}
          total={total}
          onNearEnd={more}
        />
      )}
    </div>
  );
}

function useColumns(): readonly Column<Exception>[] {
  const say = useSayOf(EXCEPTION_WORDS);
  return [
    {
      id: 'kind',
      head: say('kind'),
      width: 'minmax(180px, 1.4fr)',
      cell: ({ kind }) => say(`kind.${kind}`),
    },
    {
      id: 'stake',
      head: say('stake'),
      width: 'minmax(120px, 1fr)',
      isNumber: true,
      cell: ({ atStake }) => (atStake === null ? '–' : <Amount of={atStake} />),
    },
    {
      id: 'severity',
      head: say('severity'),
      width: 'minmax(80px, 0.6fr)',
      cell: ({ severity }) => (
        <span className={severity === 'high' || severity === 'critical' ? 'bad' : ''}>
          {say(`severity.${severity}`)}
        </span>
      ),
    },
    {
      id: 'state',
      head: say('state'),
      width: 'minmax(130px, 1fr)',
      cell: ({ state }) => say(`state.${state}`),
    },
    {
      id: 'assignee',
      head: say('assignee'),
      width: 'minmax(110px, 0.8fr)',
      cell: ({ assignee }) => <bdi>{assignee ?? '–'}</bdi>,
    },
    {
      id: 'provider',
      head: say('provider'),
      width: 'minmax(70px, 0.5fr)',
      cell: ({ provider }) => provider,
    },
    {
      id: 'due',
      head: say('due'),
      width: 'minmax(200px, 1fr)',
      cell: ({ dueAt, isOverdue }) => (
        <span className={isOverdue ? 'bad' : ''}>
          <Moment at={dueAt} /> {isOverdue && say('overdue')}
        </span>
      ),
    },
  ];
}
