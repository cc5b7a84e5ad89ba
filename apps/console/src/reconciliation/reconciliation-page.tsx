import '../parts/parts.css';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { ProjectionServiceTypes } from '#client';
import { useRead } from '../client/read.js';
import { Amount } from '../money/amount.js';
import { Panel } from '../parts/panel.js';
import { SmallTable } from '../parts/small-table.js';
import { SEE_EXCEPTIONS, useDuties } from '../session/duties.js';
import { useSay } from '../words/language.js';
import { BooksPages } from '../books/books-pages.js';
import { ExceptionsGrid } from './exceptions-grid.js';
import { Lines } from './lines.js';

/** Our books against the providers'. */
export function ReconciliationPage(): ReactNode {
  const say = useSay();
  const { formatNumber } = useIntl();
  const { may } = useDuties();
  const query = useRead<ProjectionServiceTypes.ReconciliationResponse>('/v1/reconciliation');
  const { data } = query;
  const share = (rate: number | null): string =>
    rate === null ? '–' : formatNumber(rate, { style: 'percent', maximumFractionDigits: 2 });
  return (
    <div className="parts-page">
      <BooksPages />
      <h1>{say('page.reconciliation')}</h1>
      {may(SEE_EXCEPTIONS) && <ExceptionsGrid />}
      <Panel title={say('reconciliation.summary')} of={query}>
        {data && <p>{say('reconciliation.rate', { rate: share(data.matchRate) })}</p>}
        <SmallTable
          label={say('reconciliation.summary')}
          heads={[
            { name: say('provider') },
            { name: say('reconciliation.ours'), isNumber: true },
            { name: say('reconciliation.theirs'), isNumber: true },
            { name: say('balance.difference'), isNumber: true },
            { name: say('reconciliation.matched'), isNumber: true },
          ]}
          rows={(data?.items ?? []).map(({ provider, currency, ours, theirs, ...rest }) => ({
            key: provider + currency,
            cells: [
              provider,
              ...[ours, theirs, rest.difference].map((amount, index) => (
                <Amount key={index} of={{ amount, currency }} />
              )),
              share(rest.matchRate),
            ],
          }))}
        />
      </Panel>
      <Lines />
    </div>
  );
}
