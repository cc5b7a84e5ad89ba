import '../parts/parts.css';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useRead } from '../client/read.js';
import { Trouble } from '../frame/trouble.js';
import { Panel } from '../parts/panel.js';
import { BooksPages } from '../books/books-pages.js';
import { BOOKKEEPERS, useDuties } from '../session/duties.js';
import { Moment } from '../time/time.js';
import { useSayOf } from '../words/part.js';
import { Closing } from './closing.js';
import type { Period } from './period.js';
import { Reopening } from './reopening.js';
import { PERIOD_WORDS } from './words.js';

/** One month: what is still open in it, its closing, and how it is reopened by two people. */
export function PeriodPage(): ReactNode {
  const say = useSayOf(PERIOD_WORDS);
  const { may } = useDuties();
  const { period } = useParams({ from: '/reconciliation/periods/$period' });
  const query = useRead<Period>(`/v1/periods/${encodeURIComponent(period)}`);
  const { data } = query;
  const isBookkeeper = may(BOOKKEEPERS);
  return (
    <div className="parts-page">
      <BooksPages />
      <Link to="/reconciliation/periods">{say('back')}</Link>
      <h1>
        <bdi>{period}</bdi>{' '}
        {data && <span className="soft parts-count">{say(`is.${data.status}`)}</span>}
      </h1>
      <Trouble of={query} />
      {data && (
        <>
          <Closing key={`${period} ${data.closings}`} of={data} mayClose={isBookkeeper} />
          {data.status === 'closed' && <Reopening of={data} mayAsk={isBookkeeper} />}
          <History of={data} />
        </>
      )}
    </div>
  );
}

function History({ of }: { readonly of: Period }): ReactNode {
  const say = useSayOf(PERIOD_WORDS);
  return (
    <Panel title={say('history')}>
      {of.history.length === 0 && <p className="soft">{say('history.none')}</p>}
      {of.history.map(({ closing, closedBy, closedAt, digest, accounts, reopened }) => (
        <div key={closing} className="note">
          <p>
            {say('history.closed', { closing, accounts })} <bdi>{closedBy}</bdi> ·{' '}
            <Moment at={closedAt} />
          </p>
          <p className="id">
            <bdi>{digest}</bdi>
          </p>
          {reopened !== null && (
            <p>
              {say('history.reopened')} <bdi>{reopened.proposedBy}</bdi>,{' '}
              <bdi>{reopened.approvedBy}</bdi> · <Moment at={reopened.reopenedAt} />:{' '}
              <span dir="auto">{reopened.reason}</span>
            </p>
          )}
        </div>
      ))}
    </Panel>
  );
}
