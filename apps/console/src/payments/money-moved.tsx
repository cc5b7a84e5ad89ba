import type { ReactNode } from 'react';
import type { ProjectionServiceTypes } from '#client';
import { Amount } from '../money/amount.js';
import { Panel } from '../parts/panel.js';
import { SmallTable } from '../parts/small-table.js';
import { Moment } from '../time/time.js';
import { useSay } from '../words/language.js';

type Payment = ProjectionServiceTypes.PaymentResponse;

/** Captures, refunds and disputes, each as it stands. */
export function MoneyMoved({ of }: { readonly of: Payment }): ReactNode {
  const say = useSay();
  const rows = [
    ...of.captures.map((each) => ({ ...each, what: say('moved.capture'), at: each.capturedAt })),
    ...of.refunds.map((each) => ({ ...each, what: say('moved.refund'), at: each.refundedAt })),
  ].map(({ what, amount, status, reference, at, decline }, index) => ({
    key: String(index),
    cells: [
      what,
      <Amount key="amount" of={amount} />,
      decline === null ? status : `${status}: ${decline.reason}`,
      <bdi key="reference" className="id">
        {reference ?? '–'}
      </bdi>,
      <Moment key="at" at={at} />,
    ],
  }));
  const disputes = of.disputes.map(({ disputeId, amount, status, reason, openedAt }) => ({
    key: disputeId,
    cells: [
      say('moved.dispute'),
      <Amount key="amount" of={amount} />,
      `${status}: ${reason}`,
      <bdi key="reference" className="id">
        {disputeId}
      </bdi>,
      <Moment key="at" at={openedAt} />,
    ],
  }));
  if (rows.length + disputes.length === 0) return null;
  return (
    <Panel title={say('moved')}>
      <SmallTable
        label={say('moved')}
        heads={[
          { name: say('moved.what') },
          { name: say('amount'), isNumber: true },
          { name: say('filter.status') },
          { name: say('moved.reference') },
          { name: say('payments.at') },
        ]}
        rows={[...rows, ...disputes]}
      />
    </Panel>
  );
}
