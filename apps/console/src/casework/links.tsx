import './casework.css';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { Links as LinksOf } from '../client/cases.js';
import { useRead } from '../client/read.js';
import { Trouble } from '../frame/trouble.js';
import { Key, useKeys } from '../keys/keys.js';
import { Amount } from '../money/amount.js';
import { SmallTable } from '../parts/small-table.js';
import { Moment } from '../time/time.js';
import { useSay } from '../words/language.js';
import { LINK_KINDS } from './link-layout.js';
import { LinkGraph } from './link-graph.js';

const LISTED_MAX = 20;

/** Payments with the same card, device or customer: as counts, as a list and as a picture. */
export function Links({ paymentId }: { readonly paymentId: string }): ReactNode {
  const say = useSay();
  const [isGraph, setGraph] = useState(false);
  const query = useRead<LinksOf>(`/v1/cases/${encodeURIComponent(paymentId)}/links`);
  const { data } = query;
  useKeys([{ keys: ['L'], name: 'links.other', run: () => setGraph(!isGraph) }]);
  return (
    <section className="case-part" aria-label={say('links')}>
      <h3>{say('links')}</h3>
      <Trouble of={query} />
      {data && (
        <>
          <Counts of={data} />
          {data.items.length > 0 && (
            <p>
              <Button className="button" onPress={() => setGraph(!isGraph)}>
                {say(isGraph ? 'links.asList' : 'links.asGraph')} <Key of="L" />
              </Button>
            </p>
          )}
          {isGraph ? <LinkGraph of={data} /> : data.items.length > 0 && <List of={data} />}
        </>
      )}
    </section>
  );
}

function Counts({ of }: { readonly of: LinksOf }): ReactNode {
  const say = useSay();
  return (
    <ul>
      {LINK_KINDS.map((kind) => {
        const { payments, fraud } = of.counts[kind];
        return (
          <li key={kind}>
            {payments === null
              ? say(`links.${kind}.none`)
              : say(`links.${kind}`, { payments, fraud: fraud ?? 0 })}
          </li>
        );
      })}
    </ul>
  );
}

function List({ of }: { readonly of: LinksOf }): ReactNode {
  const say = useSay();
  const shown = of.items.slice(0, LISTED_MAX);
  return (
    <>
      <SmallTable
        label={say('links')}
        heads={[
          { name: say('payment') },
          { name: say('amount'), isNumber: true },
          { name: say('payments.at') },
          { name: say('links.by') },
          { name: say('links.known') },
        ]}
        rows={shown.map(({ paymentId, amount, occurredAt, by, fraud }) => ({
          key: paymentId,
          cells: [
            <Link key="payment" to="/payments/$paymentId" params={{ paymentId }} className="id">
              {paymentId}
            </Link>,
            <Amount key="amount" of={amount} />,
            <Moment key="at" at={occurredAt} />,
            by.map((kind) => say(`links.by.${kind as 'card'}`)).join(', '),
            <span key="fraud" className={fraud === true ? 'bad' : ''}>
              {say(fraud === null ? 'links.unknown' : fraud ? 'links.fraud' : 'links.legitimate')}
            </span>,
          ],
        }))}
      />
      {of.items.length > LISTED_MAX && (
        <p className="soft">{say('links.more', { more: of.items.length - LISTED_MAX })}</p>
      )}
    </>
  );
}
