import { decider } from '../../../../test/support/decider.js';
import {
  AUTHORISED,
  authorised,
  captured,
  captureRequested,
  eur,
  initiated,
  NOW,
  PAYMENT_ID,
  voidRequested,
} from '../../../../test/support/payment-events.js';
import type { PaymentEvent } from '../catalogue/events.js';
import type { Payment } from '../payment/payment.js';
import { recordIncrement, recordOutsideIncrement, requestIncrement } from './decide.js';

const requested: PaymentEvent = {
  type: 'IncrementRequested',
  data: { paymentId: PAYMENT_ID, incrementId: 'i1', amount: eur('12.00'), requestedAt: NOW },
};
const incremented: PaymentEvent = {
  type: 'AuthorisationIncremented',
  data: {
    paymentId: PAYMENT_ID,
    incrementId: 'i1',
    amount: eur('12.00'),
    increase: eur('2.00'),
    expiresAt: null,
    incrementedAt: NOW,
  },
};

describe('requesting an increment', () => {
  const given = decider((total: string, payment: Payment) =>
    requestIncrement({ incrementId: 'i1', amount: eur(total), now: NOW }, payment),
  );

  it('promises to ask for the new total', () => {
    given(...AUTHORISED)
      .when('12.00')
      .then(requested);
  });

  it('ignores a repeated request', () => {
    given(...AUTHORISED, requested)
      .when('12.00')
      .thenNothing();
  });

  it.each(['10.00', '9.99'])('refuses %s, which raises nothing', (total) => {
    given(...AUTHORISED)
      .when(total)
      .thenRefused('amount-not-raised');
  });

  it('refuses before authorisation, while a void is under way, and once money is captured', () => {
    given(initiated()).when('12.00').thenRefused('payment-not-authorised');
    given(...AUTHORISED, voidRequested())
      .when('12.00')
      .thenRefused('operation-in-progress');
    given(...AUTHORISED, captureRequested('c1', '1.00', false))
      .when('12.00')
      .thenRefused('hold-in-use');
  });
});

describe('recording an increment', () => {
  const given = decider((status: 'incremented' | 'refused', payment: Payment) => {
    const refusal = { status: 'refused', code: 'card_declined', reason: 'no', at: NOW } as const;
    const raised = { status: 'incremented', expiresAt: null, at: NOW } as const;
    return recordIncrement('i1', status === 'refused' ? refusal : raised, payment);
  });

  it('says by how much the hold was raised', () => {
    given(...AUTHORISED, requested)
      .when('incremented')
      .then(incremented);
  });

  it('keeps the old hold when it is declined', () => {
    given(...AUTHORISED, requested)
      .when('refused')
      .thenTypes('IncrementDeclined');
  });

  it('changes nothing a second time', () => {
    given(...AUTHORISED, requested, incremented)
      .when('incremented')
      .thenNothing();
  });
});

describe('an increment told by the provider', () => {
  const given = decider((total: string, payment: Payment) =>
    recordOutsideIncrement(
      { incrementId: 'i1', amount: eur(total), expiresAt: null, at: NOW },
      payment,
    ),
  );

  it('is recorded without a command of ours', () => {
    given(...AUTHORISED)
      .when('12.00')
      .then(incremented);
  });

  it('changes nothing when it tells an older total', () => {
    given(...AUTHORISED, requested, incremented)
      .when('11.00')
      .thenNothing();
  });

  it('changes nothing once the rest was given up', () => {
    given(...AUTHORISED, captureRequested('c1', '1.00'), captured('c1', '1.00'))
      .when('12.00')
      .thenNothing();
    given(authorised()).when('9.00').thenRefused('payment-not-found');
  });
});
