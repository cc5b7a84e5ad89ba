import type { Stripe } from 'stripe';
import { Money } from '#money';
import { stripeFacts } from './facts.js';

const AT_S = Date.parse('2026-11-21T12:00:00Z') / 1000;
const AT = '2026-11-21T12:00:00.000Z';
const OURS = { payment_id: 'p1', authorisation_id: 'a1' };

describe('facts of Stripe events', () => {
  it('reads an authorisation and its end from the uncaptured charge', () => {
    const card = { capture_before: AT_S + 7 * 86_400 };
    const facts = stripeFacts(
      event('charge.succeeded', {
        ...charge({ captured: false }),
        payment_method_details: { type: 'card', card },
      }),
    );
    expect(facts).toEqual([
      {
        kind: 'authorised',
        paymentId: 'p1',
        authorisationId: 'a1',
        reference: 'pi_1',
        amount: eur(1000n),
        expiresAt: '2026-11-28T12:00:00.000Z',
        at: AT,
      },
    ]);
  });

  it('takes the same charge once captured as nothing new', () => {
    expect(stripeFacts(event('charge.succeeded', charge({ captured: true })))).toEqual([]);
    expect(stripeFacts(event('charge.captured', charge({ captured: true })))).toEqual([]);
  });

  it('reads a capture from the intent, under the charge that refunds and books name', () => {
    const intent = paid({ amount_received: 600, metadata: { ...OURS, c1: '600' } });
    expect(stripeFacts(event('payment_intent.succeeded', intent))).toEqual([captured('c1', 600n)]);
  });

  it('reads every capture so far, so that a lost event costs nothing', () => {
    const intent = paid({ amount_received: 1000, metadata: { ...OURS, c1: '600', c2: '400' } });
    expect(stripeFacts(event('payment_intent.amount_capturable_updated', intent))).toEqual([
      captured('c1', 600n),
      captured('c2', 400n),
    ]);
  });

  it('reads a capture in the dashboard as nobody’s command', () => {
    const intent = paid({ amount_received: 1000 });
    expect(stripeFacts(event('payment_intent.succeeded', intent))).toEqual([captured(null, 1000n)]);
  });

  it('reads no capture from a mere authorisation', () => {
    const intent = paid({ amount_received: 0, status: 'requires_capture' });
    expect(stripeFacts(event('payment_intent.amount_capturable_updated', intent))).toEqual([]);
  });

  it('reads a decline with the issuer’s reason', () => {
    const error = { code: 'card_declined', decline_code: 'lost_card', message: 'no' };
    const intent = paid({ status: 'requires_payment_method', last_payment_error: error });
    expect(stripeFacts(event('payment_intent.payment_failed', intent))).toEqual([
      {
        kind: 'authorisation-declined',
        paymentId: 'p1',
        authorisationId: 'a1',
        code: 'lost_card',
        reason: 'no',
        at: AT,
      },
    ]);
  });

  it.each([
    ['requested_by_customer', false],
    ['automatic', true],
    ['expired', true],
  ])('reads a cancellation as released; %s as expired: %s', (cancellation_reason, expired) => {
    const intent = paid({ status: 'canceled', cancellation_reason });
    expect(stripeFacts(event('payment_intent.canceled', intent))).toEqual([
      { kind: 'voided', paymentId: 'p1', reference: 'pi_1', expired, at: AT },
    ]);
  });

  it('reads a cancellation before any authorisation as a decline', () => {
    const intent = paid({ status: 'canceled', latest_charge: null, cancellation_reason: null });
    expect(stripeFacts(event('payment_intent.canceled', intent))).toMatchObject([
      { kind: 'authorisation-declined', code: 'payment_intent_canceled' },
    ]);
  });

  it.each([
    ['refund.created', { status: 'succeeded' }, 'refunded'],
    ['refund.created', { status: 'pending' }, 'refunded'],
    ['refund.created', { status: 'pending', balance_transaction: null }, null],
    ['refund.updated', { status: 'succeeded' }, 'refunded'],
    ['refund.failed', { status: 'failed', failure_reason: 'declined' }, 'refund-failed'],
    ['refund.created', { status: 'succeeded', reason: 'expired_uncaptured_charge' }, null],
  ])('reads %s %j as %s', (type, change, kind) => {
    const facts = stripeFacts(event(type, { ...refund(), ...change }));
    expect(facts.map((fact) => fact.kind)).toEqual(kind === null ? [] : [kind]);
  });

  it('reads a refund with the references of the answer to it', () => {
    expect(stripeFacts(event('refund.created', refund()))).toEqual([
      {
        kind: 'refunded',
        paymentId: 'p1',
        refundId: 'r1',
        captureReference: 'ch_1',
        reference: 're_1',
        amount: eur(400n),
        at: AT,
      },
    ]);
  });

  it.each(['charge.refunded', 'charge.updated', 'payout.paid', 'payment_intent.created'])(
    'keeps %s without acting on it',
    (type) => {
      expect(stripeFacts(event(type, {}))).toEqual([]);
    },
  );
});

function captured(captureId: string | null, units: bigint) {
  return {
    kind: 'captured',
    paymentId: 'p1',
    captureId,
    authorisationReference: 'pi_1',
    reference: 'ch_1',
    amount: eur(units),
    fee: null,
    at: AT,
  };
}

function event(type: string, object: object): Stripe.Event {
  return { id: 'evt_1', type, created: AT_S, data: { object } } as Stripe.Event;
}

function charge(change: object) {
  return {
    id: 'ch_1',
    payment_intent: 'pi_1',
    amount: 1000,
    currency: 'eur',
    created: AT_S,
    metadata: OURS,
    ...change,
  };
}

function paid(change: object) {
  const status = 'succeeded';
  return { id: 'pi_1', latest_charge: 'ch_1', currency: 'eur', metadata: OURS, status, ...change };
}

function refund() {
  return {
    id: 're_1',
    charge: 'ch_1',
    amount: 400,
    currency: 'eur',
    created: AT_S,
    status: 'succeeded',
    balance_transaction: 'txn_1',
    metadata: { payment_id: 'p1', refund_id: 'r1' },
  };
}

function eur(minorUnits: bigint): Money {
  return Money.of(minorUnits, 'EUR');
}
