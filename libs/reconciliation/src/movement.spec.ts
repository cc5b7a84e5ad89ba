import fc from 'fast-check';
import { Money } from '#money';
import type { PaymentEvent } from '#payments';
import { captured, initiated } from '../../../test/support/payment-events.js';
import { paymentHistory } from '../../../test/support/payment-histories.js';
import { evolveMovementContext, isTelling, toldBy, type MovementContext } from './movement.js';

const AT = '2026-11-21T04:00:00.000Z';
const PAYMENT = { paymentId: 'p-1' };
const TEN = Money.of(1000n, 'EUR');

describe('what an event says to the books', () => {
  it('is a capture under its reference, and its fee under the same', () => {
    const context = after('stripe', captured('c1', '10.00'));
    expect(toldBy(captured('c1', '10.00'), context)).toMatchObject({
      key: { provider: 'stripe', kind: 'capture', reference: 'ch_c1' },
      movement: { operationId: 'c1', fee: null },
    });
    const fee = Money.of(59n, 'EUR');
    const told: PaymentEvent = {
      type: 'ProviderFeeRecorded',
      data: { ...PAYMENT, captureId: 'c1', fee, recordedAt: AT },
    };
    expect(toldBy(told, context)).toEqual({
      key: { provider: 'stripe', kind: 'capture', reference: 'ch_c1' },
      feeOf: 'c1',
      fee,
    });
  });

  it('is the fee that came back with a refund, under the refund', () => {
    const ids = { ...PAYMENT, refundId: 'r1', captureId: 'c1' };
    const refunded: PaymentEvent = {
      type: 'PaymentRefunded',
      data: { ...ids, reference: 're_1', amount: TEN, refundedAt: AT },
    };
    const fee = Money.of(-30n, 'EUR');
    const told: PaymentEvent = {
      type: 'ProviderFeeRecorded',
      data: { ...ids, fee, recordedAt: AT },
    };
    expect(toldBy(told, after('paypal', captured('c1', '10.00'), refunded))).toEqual({
      key: { provider: 'paypal', kind: 'refund', reference: 're_1' },
      feeOf: 'r1',
      fee,
    });
  });

  it('is a refund and its return under one key, with opposite signs', () => {
    const ids = { ...PAYMENT, refundId: 'r1', captureId: 'c1', reference: 're_1', amount: TEN };
    const refunded: PaymentEvent = { type: 'PaymentRefunded', data: { ...ids, refundedAt: AT } };
    const back: PaymentEvent = {
      type: 'RefundReversed',
      data: { ...ids, code: 'expired', reversedAt: AT },
    };
    const told = [refunded, back].map((event) => toldBy(event, after('stripe')));
    const key = { provider: 'stripe', kind: 'refund', reference: 're_1' };
    expect(told).toMatchObject([
      { key, movement: { amount: TEN.negated() } },
      { key, movement: { amount: TEN } },
    ]);
  });

  it.each([
    ['stripe', 'dp_1'],
    ['paypal', 'ch_c1'],
  ] as const)('is a dispute at %s under what its books name: %s', (provider, reference) => {
    const opened: PaymentEvent = {
      type: 'DisputeOpened',
      data: {
        ...PAYMENT,
        disputeId: 'dp_1',
        captureId: 'c1',
        amount: TEN,
        reason: 'fraudulent',
        stage: 'chargeback',
        dueBy: null,
        openedAt: AT,
      },
    };
    const withdrawn: PaymentEvent = {
      type: 'DisputeFundsWithdrawn',
      data: {
        ...PAYMENT,
        disputeId: 'dp_1',
        movementReference: 'm1',
        amount: TEN,
        fee: Money.of(1500n, 'EUR'),
        withdrawnAt: AT,
      },
    };
    const context = after(provider, captured('c1', '10.00'), opened);
    expect(toldBy(withdrawn, context)).toMatchObject({
      key: { provider, kind: 'dispute', reference },
      movement: { operationId: 'm1', amount: TEN.negated(), fee: Money.of(1500n, 'EUR') },
    });
  });

  it('is announced by the type of the event, in any history', () => {
    fc.assert(
      fc.property(paymentHistory, (events) => {
        let context: MovementContext | null = null;
        for (const event of events) {
          if (context && toldBy(event, context)) expect(isTelling(event.type)).toBe(true);
          context = evolveMovementContext(context, event);
        }
      }),
    );
  });
});

function after(provider: 'stripe' | 'paypal', ...events: PaymentEvent[]): MovementContext {
  const context = [initiated({ provider }), ...events].reduce<MovementContext | null>(
    evolveMovementContext,
    null,
  );
  if (!context) throw new Error('was initiated');
  return context;
}
