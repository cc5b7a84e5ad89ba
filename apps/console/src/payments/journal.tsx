import type { ReactNode } from 'react';
import type { ProjectionServiceTypes } from '#client';
import { useRead } from '../client/read.js';
import { Amount } from '../money/amount.js';
import { Panel } from '../parts/panel.js';
import { SmallTable } from '../parts/small-table.js';
import { useCaller } from '../session/session-store.js';
import { Moment } from '../time/time.js';
import { useSay } from '../words/language.js';

const ROWS = 200;

/** How the payment is booked: the postings of each entry add up to nothing. */
export function Journal({ paymentId }: { readonly paymentId: string }): ReactNode {
  const say = useSay();
  const { role } = useCaller();
  const query = useRead<ProjectionServiceTypes.EntriesResponse>(
    '/v1/journal/entries',
    { paymentId, limit: ROWS },
    { enabled: role !== 'service' },
  );
  if (role === 'service') return null;
  const rows = (query.data?.items ?? []).flatMap(({ entryId, eventType, effectiveAt, postings }) =>
    postings.map(({ account, amount }, index) => ({
      key: `${entryId}-${index}`,
      cells: [
        index === 0 ? eventType : '',
        <bdi key="account" className="id">
          {account}
        </bdi>,
        <Amount key="amount" of={amount} />,
        index === 0 ? <Moment key="at" at={effectiveAt} /> : '',
      ],
    })),
  );
  return (
    <Panel title={say('journal')} of={query}>
      {query.data && rows.length === 0 && <p className="soft">{say('journal.none')}</p>}
      {rows.length > 0 && (
        <SmallTable
          label={say('journal')}
          heads={[
            { name: say('journal.event') },
            { name: say('journal.account') },
            { name: say('amount'), isNumber: true },
            { name: say('payments.at') },
          ]}
          rows={rows}
        />
      )}
    </Panel>
  );
}
