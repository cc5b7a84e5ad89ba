import '../parts/parts.css';
import '../case/case.css';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ProjectionServiceTypes } from '#client';
import { Timeline } from '../case/timeline.js';
import { useRead } from '../client/read.js';
import { Trouble } from '../frame/trouble.js';
import { Amount } from '../money/amount.js';
import { Panel } from '../parts/panel.js';
import { useSay } from '../words/language.js';
import { Causes } from './causes.js';
import { Journal } from './journal.js';
import { MoneyMoved } from './money-moved.js';
import { PaymentActions } from './payment-actions.js';

type Payment = ProjectionServiceTypes.PaymentResponse;

/** One payment: where it stands, what moved, what happened, and what can be done. */
export function PaymentPage(): ReactNode {
  const say = useSay();
  const { paymentId } = useParams({ from: '/payments/$paymentId' });
  // As its stream says, which is never older than the last command.
  const query = useRead<Payment>(`/v1/payments/${encodeURIComponent(paymentId)}`);
  const payment = query.data;
  return (
    <div className="parts-page">
      <Link to="/payments">{say('payments.back')}</Link>
      <h1>
        {payment ? <Amount of={payment.amount} /> : say('payment')}{' '}
        {payment && <span className="soft">{payment.status}</span>}
      </h1>
      <Trouble of={query} />
      {payment && (
        <>
          <Standing of={payment} />
          <PaymentActions of={payment} />
          <MoneyMoved of={payment} />
          <div className="panel">
            <Timeline paymentId={paymentId} />
          </div>
          <Journal paymentId={paymentId} />
          <Causes key={paymentId} paymentId={paymentId} />
        </>
      )}
    </div>
  );
}

function Standing({ of }: { readonly of: Payment }): ReactNode {
  const say = useSay();
  return (
    <Panel title={say('payment.standing')}>
      {of.outcomeUnknown && <p className="note note-warn">{say('payment.unknownLong')}</p>}
      {of.contradictions.map(({ contradictionId, explanation }) => (
        <p key={contradictionId} className="note note-bad" dir="auto">
          {explanation}
        </p>
      ))}
      {of.decline && (
        <p className="note">
          {say('payment.declined')} <code>{of.decline.reason}</code>{' '}
          {of.decline.providerCode !== null && <code>{of.decline.providerCode}</code>}
        </p>
      )}
      <dl className="case-facts">
        <dt>{say('payment')}</dt>
        <dd className="id">{of.paymentId}</dd>
        <dt>{say('order')}</dt>
        <dd className="id">
          <bdi>{of.orderId}</bdi>
        </dd>
        <dt>{say('customer')}</dt>
        <dd>
          <Link to="/payments" search={{ customerId: of.customerId }}>
            <bdi className="id">{of.customerId}</bdi>
          </Link>
        </dd>
        <dt>{say('merchant')}</dt>
        <dd className="id">
          <bdi>{of.merchantId}</bdi>
        </dd>
        <dt>{say('provider')}</dt>
        <dd>
          {of.provider} <span className="id">{of.authorisation?.reference ?? ''}</span>
        </dd>
        <dt>{say('payment.authorised')}</dt>
        <dd>
          <Amount of={of.authorised} />
        </dd>
        <dt>{say('payment.captured')}</dt>
        <dd>
          <Amount of={of.captured} />
        </dd>
        <dt>{say('payment.refunded')}</dt>
        <dd>
          <Amount of={of.refunded} />
        </dd>
      </dl>
    </Panel>
  );
}
