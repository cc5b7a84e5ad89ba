import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ProjectionServiceTypes } from '#client';
import { useRead } from '../client/read.js';
import { AGES, EXCEPTIONS, KINDS, type Exception } from '../exceptions/exception.js';
import { EXCEPTION_WORDS } from '../exceptions/words.js';
import { Panel } from '../parts/panel.js';
import { SmallTable } from '../parts/small-table.js';
import { useSayOf } from '../words/part.js';
import { BOOKS_WORDS } from '../books/words.js';

const ROWS = 200;

/** How many exceptions of each kind are how old; every count leads to those that it counts. */
export function ExceptionsGrid(): ReactNode {
  const say = useSayOf(BOOKS_WORDS);
  const sayOf = useSayOf(EXCEPTION_WORDS);
  const query = useRead<ProjectionServiceTypes.ExceptionsResponse>(EXCEPTIONS, { limit: ROWS });
  const items = query.data?.items ?? [];
  const kinds = KINDS.filter((kind) => items.some((each) => each.kind === kind));
  const rows = kinds.map((kind) => ({
    key: kind,
    cells: [
      <Link key="kind" to="/reconciliation/exceptions" search={{ kind }}>
        {sayOf(`kind.${kind}`)}
      </Link>,
      ...AGES.map(([ageDays, days]) => (
        <Count key={ageDays} of={items} kind={kind} ageDays={ageDays} days={days} />
      )),
    ],
  }));
  return (
    <Panel title={say('grid')} of={query}>
      {query.data && rows.length === 0 && <p className="good">{say('grid.none')}</p>}
      {query.data && query.data.nextCursor !== null && (
        <p className="note note-warn">{say('grid.more', { count: items.length })}</p>
      )}
      {rows.length > 0 && (
        <SmallTable
          label={say('grid')}
          heads={[
            { name: say('grid.kind') },
            ...AGES.map(([ageDays]) => ({
              name: say('grid.days', { days: ageDays.replace('over-', '> ') }),
              isNumber: true,
            })),
          ]}
          rows={rows}
        />
      )}
    </Panel>
  );
}

type CountProps = {
  readonly of: readonly Exception[];
  readonly kind: Exception['kind'];
  readonly ageDays: Exception['ageDays'];
  readonly days: number;
};

function Count({ of, kind, ageDays, days }: CountProps): ReactNode {
  const count = of.filter((each) => each.kind === kind && each.ageDays === ageDays).length;
  if (count === 0) return <span className="soft">0</span>;
  const search = { kind, ...(days > 0 && { daysMin: String(days) }) };
  return (
    <Link to="/reconciliation/exceptions" search={search}>
      {count}
    </Link>
  );
}
