import type { Money } from '#money';
import { decider } from '../../../../test/support/decider.js';
import {
  AUTHORISED,
  captured,
  captureRequested,
  eur,
  NOW,
  PAYMENT_ID,
} from '../../../../test/support/payment-events.js';
import type { PaymentEvent } from '../catalogue/events.js';
import { evolve } from '../catalogue/evolve.js';
import { NO_PAYMENT, type Payment } from '../payment/payment.js';
import { recordReauthorisation, requestReauthorisation } from './decide.js';

const IDS = { paymentId: PAYMENT_ID, reauthorisationId: 'ra1' };
const requested: PaymentEvent = {
  type: 'ReauthorisationRequested',
  data: { ...IDS, amount: eur('11.00'), requestedAt: NOW },
};
const reauthorised: PaymentEvent = {
  type: 'PaymentReauthorised',
  data: {
    ...IDS,
    amount: eur('11.00'),
    increase: eur('1.00'),
    reference: 'AUTH-2',
    expiresAt: null,
    reauthorisedAt: NOW,
  },
};

describe('requesting a reauthorisation', () => {
  const given = decider((amount: Money | null, payment: Payment) =>
    requestReauthorisation({ reauthorisationId: 'ra1', amount, now: NOW }, payment),
  );

  it('promises to hold the money again', () => {
    given(...AUTHORISED)
      .when(eur('11.00'))
      .then(requested);
  });

  it('holds the same amount again when none is named', () => {
    given(...AUTHORISED)
      .when(null)
      .then({ ...requested, data: { ...requested.data, amount: eur('10.00') } });
  });

  it('ignores a repeated request and refuses once money is captured', () => {
    given(...AUTHORISED, requested)
      .when(eur('11.00'))
      .thenNothing();
    given(...AUTHORISED, captureRequested('c1', '1.00', false), captured('c1', '1.00', false))
      .when(null)
      .thenRefused('hold-in-use');
  });

  it('refuses an amount of nothing', () => {
    given(...AUTHORISED)
      .when(eur('0.00'))
      .thenRefused('amount-not-positive');
  });
});

describe('recording a reauthorisation', () => {
  const given = decider((status: 'reauthorised' | 'refused', payment: Payment) => {
    const refusal = { status: 'refused', code: 'TOO_SOON', reason: 'no', at: NOW } as const;
    const held = { status: 'reauthorised', reference: 'AUTH-2', expiresAt: null, at: NOW } as const;
    return recordReauthorisation('ra1', status === 'refused' ? refusal : held, payment);
  });

  it('takes the new reference in place of the old', () => {
    given(...AUTHORISED, requested)
      .when('reauthorised')
      .then(reauthorised);
    const payment = [...AUTHORISED, requested, reauthorised].reduce(evolve, NO_PAYMENT);
    expect(payment.authorisation).toMatchObject({ reference: 'AUTH-2', amount: eur('11.00') });
  });

  it('keeps the old hold when the provider refuses, and changes nothing a second time', () => {
    given(...AUTHORISED, requested)
      .when('refused')
      .thenTypes('ReauthorisationFailed');
    given(...AUTHORISED, requested, reauthorised)
      .when('reauthorised')
      .thenNothing();
  });
});
