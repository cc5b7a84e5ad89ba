import type { ReactNode } from 'react';
import type { Case } from '../client/cases.js';
import { Moment } from '../time/time.js';
import { useSay } from '../words/language.js';
import { Score } from './score.js';

/** What is known of a case at a glance. */
export function Facts({ of }: { readonly of: Case }): ReactNode {
  const say = useSay();
  return (
    <dl className="case-facts">
      <dt>{say('case.score')}</dt>
      <dd>
        <Scored of={of} />
      </dd>
      <dt>{say('payment')}</dt>
      <dd className="id">{of.paymentId}</dd>
      <dt>{say('order')}</dt>
      <dd>
        <bdi className="id">{of.orderId}</bdi>
      </dd>
      <dt>{say('customer')}</dt>
      <dd>
        <bdi className="id">{of.customerId}</bdi>
      </dd>
      <dt>{say('merchant')}</dt>
      <dd>
        <bdi className="id">{of.merchantId}</bdi>
      </dd>
      {of.dueAt !== null && (
        <>
          <dt>{say('case.due')}</dt>
          <dd>
            <Moment at={of.dueAt} />
          </dd>
        </>
      )}
      {of.desk.lease !== null && (
        <>
          <dt>{say('case.lease')}</dt>
          <dd>
            <bdi>{of.desk.lease.analyst}</bdi>{' '}
            <span className="soft">
              <Moment at={of.desk.lease.expiresAt} />
            </span>
          </dd>
        </>
      )}
      <dt>{say('case.held')}</dt>
      <dd>
        <Moment at={of.openedAt ?? of.occurredAt} />
      </dd>
    </dl>
  );
}

function Scored({ of }: { readonly of: Case }): ReactNode {
  const say = useSay();
  const { score, late, degraded } = of;
  return (
    <>
      {score === null ? (
        <span className="warn">{say('case.unscoredWhy', { why: degraded ?? '–' })}</span>
      ) : (
        <>
          <Score of={score} />{' '}
          <meter min={0} max={1} value={score} aria-label={say('case.score')} />
        </>
      )}
      {typeof late?.score === 'number' && (
        <span className="soft">
          {' '}
          {say('case.late')} <Score of={late.score} />
        </span>
      )}
    </>
  );
}
