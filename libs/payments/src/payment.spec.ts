import fc from 'fast-check';
import { UnknownEvent } from '#event-shapes';
import { NOW } from '../../../test/support/payment-events.js';
import { paymentHistory } from '../../../test/support/payment-histories.js';
import { attend, type Attention } from './attention.js';
import type { PaymentEvent } from './catalogue/events.js';
import { evolve } from './catalogue/evolve.js';
import { upcast } from './catalogue/upcast.js';
import { nextStep } from './next-step.js';
import { openPromises } from './payment/open-promises.js';
import { NO_PAYMENT, type Payment } from './payment/payment.js';
import { PAYMENT_STATUSES, statusOf } from './payment/status.js';
import { capturedOf, refundedOf } from './payment/sums.js';

describe('a payment of any history', () => {
  it('never captures more than it holds, nor refunds more than it captured', () => {
    fc.assert(
      fc.property(paymentHistory, (history) => {
        for (const payment of states(history)) {
          const { authorisation, initiated } = payment;
          if (!initiated) continue;
          const captured = capturedOf(payment, initiated.amount);
          const held = authorisation?.amount ?? initiated.amount;
          expect(captured.isGreaterThan(held)).toBe(false);
          expect(refundedOf(payment, initiated.amount).isGreaterThan(captured)).toBe(false);
        }
      }),
    );
  });

  it('has a status at every point', () => {
    fc.assert(
      fc.property(paymentHistory, (history) => {
        for (const payment of states(history)) {
          expect(PAYMENT_STATUSES).toContain(statusOf(payment));
        }
      }),
    );
  });

  it('reads the same from its stored form', () => {
    fc.assert(
      fc.property(paymentHistory, (history) => {
        const stored = JSON.parse(JSON.stringify(history)) as { type: string; data: unknown }[];
        const read = stored.map(({ type, data }) => upcast(type, data));
        expect(read).toEqual(history);
      }),
    );
  });

  it('has attention whenever there is something to do', () => {
    fc.assert(
      fc.property(paymentHistory, (history) => {
        let attention: Attention | null = null;
        let payment: Payment = NO_PAYMENT;
        for (const event of history) {
          attention = attend(attention, event, NOW);
          payment = evolve(payment, event);
          const toDo = openPromises(payment).length > 0 || nextStep(payment, NOW) !== null;
          if (toDo) expect(attention).not.toBeNull();
        }
      }),
    );
  });
});

describe('an event that no version has written', () => {
  it('is refused by name', () => {
    expect(() => upcast('PaymentTeleported', {})).toThrow(UnknownEvent);
  });
});

function states(history: readonly PaymentEvent[]): Payment[] {
  let payment = NO_PAYMENT;
  return history.map((event) => (payment = evolve(payment, event)));
}
