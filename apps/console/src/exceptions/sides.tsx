import type { ReactNode } from 'react';
import { Amount } from '../money/amount.js';
import { Panel } from '../parts/panel.js';
import { SmallTable } from '../parts/small-table.js';
import { Moment } from '../time/time.js';
import { useSayOf } from '../words/part.js';
import type { OneException } from './exception.js';
import { EXCEPTION_WORDS } from './words.js';

/** What we recorded beside what the provider or the bank says. */
export function Sides({ of }: { readonly of: OneException }): ReactNode {
  const say = useSayOf(EXCEPTION_WORDS);
  const ours = of.ours.map(({ operationId, amount, fee, at }) => ({
    id: operationId,
    amount,
    fee,
    at,
  }));
  const theirs = of.theirs.map(({ lineId, amount, fee, at }) => ({ id: lineId, amount, fee, at }));
  return (
    <div className="parts-two">
      <Side title={say('ours')} none={say('ours.none')} rows={ours} />
      <Side title={say('theirs')} none={say('theirs.none')} rows={theirs} />
    </div>
  );
}

type Money = OneException['theirs'][number]['amount'];
type Row = {
  readonly id: string;
  readonly amount: Money;
  readonly fee: Money | null;
  readonly at: string;
};

type SideProps = { readonly title: string; readonly none: string; readonly rows: readonly Row[] };

function Side({ title, none, rows }: SideProps): ReactNode {
  const say = useSayOf(EXCEPTION_WORDS);
  return (
    <Panel title={title}>
      {rows.length === 0 ? (
        <p className="soft">{none}</p>
      ) : (
        <SmallTable
          label={title}
          heads={[
            { name: say('amount'), isNumber: true },
            { name: say('fee'), isNumber: true },
            { name: say('at') },
            { name: say('id') },
          ]}
          rows={rows.map(({ id, amount, fee, at }) => ({
            key: id,
            cells: [
              <Amount key="amount" of={amount} />,
              fee === null ? '–' : <Amount key="fee" of={fee} />,
              <Moment key="at" at={at} />,
              <bdi key="id" className="id">
                {id}
              </bdi>,
            ],
          }))}
        />
      )}
    </Panel>
  );
}
