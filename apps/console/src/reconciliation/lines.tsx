import type { ReactNode } from 'react';
import type { ProjectionServiceTypes } from '#client';
import { useRead } from '../client/read.js';
import { Amount } from '../money/amount.js';
import { Panel } from '../parts/panel.js';
import { SmallTable } from '../parts/small-table.js';
import { useSay } from '../words/language.js';

const ROWS = 100;

/** The last lines that were compared, with what each side has. */
export function Lines(): ReactNode {
  const say = useSay();
  const query = useRead<ProjectionServiceTypes.LinesResponse>('/v1/reconciliation/lines', {
    limit: ROWS,
  });
  const rows = (query.data?.items ?? []).map(
    ({ provider, kind, reference, status, ours, theirs }) => ({
      key: provider + kind + reference,
      cells: [
        `${provider} ${kind}`,
        <bdi key="reference" className="id">
          {reference}
        </bdi>,
        <span key="status" className={status === 'matched' ? 'good' : 'warn'}>
          {status}
        </span>,
        <Sums key="ours" of={ours} />,
        <Sums key="theirs" of={theirs} />,
      ],
    }),
  );
  return (
    <Panel title={say('lines')} of={query}>
      {query.data && rows.length === 0 && <p className="soft">{say('lines.none')}</p>}
      {rows.length > 0 && (
        <SmallTable
          label={say('lines')}
          heads={[
            { name: say('moved.what') },
            { name: say('moved.reference') },
            { name: say('filter.status') },
            { name: say('reconciliation.ours'), isNumber: true },
            { name: say('reconciliation.theirs'), isNumber: true },
          ]}
          rows={rows}
        />
      )}
    </Panel>
  );
}

type Side = readonly { readonly amount: { readonly amount: string; readonly currency: string } }[];

function Sums({ of }: { readonly of: Side }): ReactNode {
  if (of.length === 0) return '–';
  return of.map(({ amount }, index) => (
    <span key={index}>
      <Amount of={amount} />{' '}
    </span>
  ));
}
