import '../parts/parts.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ProjectionServiceTypes } from '#client';
import { useRead } from '../client/read.js';
import { Panel } from '../parts/panel.js';
import { SmallTable } from '../parts/small-table.js';
import { BooksPages } from '../books/books-pages.js';
import { useSayOf } from '../words/part.js';
import { PERIOD_WORDS } from './words.js';

/** Months of the ledger: which are closed, and what came too late for them. */
export function PeriodsPage(): ReactNode {
  const say = useSayOf(PERIOD_WORDS);
  const query = useRead<ProjectionServiceTypes.PeriodsResponse>('/v1/periods');
  const rows = (query.data?.items ?? []).map(({ period, status, closings, lateEntries }) => ({
    key: period,
    cells: [
      <Link key="period" to="/reconciliation/periods/$period" params={{ period }}>
        <bdi>{period}</bdi>
      </Link>,
      say(`is.${status}`),
      closings,
      <span key="late" className={lateEntries > 0 ? 'warn' : ''}>
        {lateEntries}
      </span>,
    ],
  }));
  return (
    <div className="parts-page">
      <BooksPages />
      <h1>{say('title')}</h1>
      <Panel title={say('months')} of={query}>
        <p className="soft">{say('zone')}</p>
        <SmallTable
          label={say('months')}
          heads={[
            { name: say('month') },
            { name: say('status') },
            { name: say('closings'), isNumber: true },
            { name: say('late'), isNumber: true },
          ]}
          rows={rows}
        />
      </Panel>
    </div>
  );
}
