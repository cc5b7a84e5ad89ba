import '../parts/parts.css';
import type { ReactNode } from 'react';
import type { ProjectionServiceTypes } from '#client';
import { useRead } from '../client/read.js';
import { Panel } from '../parts/panel.js';
import { SmallTable } from '../parts/small-table.js';
import { useSay } from '../words/language.js';
import { Amount } from './amount.js';

/** Whether the books balance, and what every account stands at. */
export function MoneyPage(): ReactNode {
  const say = useSay();
  return (
    <div className="parts-page">
      <h1>{say('page.money')}</h1>
      <TrialBalance />
      <Accounts />
    </div>
  );
}

function TrialBalance(): ReactNode {
  const say = useSay();
  const query = useRead<ProjectionServiceTypes.TrialBalanceResponse>('/v1/journal/trial-balance');
  const { data } = query;
  return (
    <Panel title={say('balance')} of={query}>
      {data && (
        <p className={data.balanced ? 'good' : 'bad'}>
          {say(data.balanced ? 'balance.yes' : 'balance.no')} · <bdi>{data.position}</bdi>
        </p>
      )}
      <SmallTable
        label={say('balance')}
        heads={[
          { name: say('balance.book') },
          { name: say('balance.debits'), isNumber: true },
          { name: say('balance.credits'), isNumber: true },
          { name: say('balance.difference'), isNumber: true },
        ]}
        rows={(data?.items ?? []).map(({ currency, book, debits, credits, difference }) => ({
          key: currency + book,
          cells: [
            book,
            ...[debits, credits, difference].map((amount, index) => (
              <Amount key={index} of={{ amount, currency }} />
            )),
          ],
        }))}
      />
    </Panel>
  );
}

function Accounts(): ReactNode {
  const say = useSay();
  const query = useRead<ProjectionServiceTypes.AccountsResponse>('/v1/journal/accounts');
  return (
    <Panel title={say('accounts')} of={query}>
      <SmallTable
        label={say('accounts')}
        heads={[
          { name: say('journal.account') },
          { name: say('balance.debits'), isNumber: true },
          { name: say('balance.credits'), isNumber: true },
          { name: say('balance.balance'), isNumber: true },
        ]}
        rows={(query.data?.items ?? []).map(({ account, currency, debits, credits, balance }) => ({
          key: account + currency,
          cells: [
            <bdi key="account" className="id">
              {account}
            </bdi>,
            ...[debits, credits, balance].map((amount, index) => (
              <Amount key={index} of={{ amount, currency }} />
            )),
          ],
        }))}
      />
    </Panel>
  );
}
