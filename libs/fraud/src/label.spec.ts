import { disputed, disputeWon, reported } from '../../../test/support/fraud-labels.js';
import { endings } from '../../../test/support/payment-events.js';
import type { PaymentEvent } from '#payments';
import { evidenceAfter, isFraud, NO_EVIDENCE } from './label.js';

describe('the label of a payment', () => {
  it('is unknown without any report', () => {
    expect(labelAfter()).toBeNull();
    expect(labelAfter(disputed('p', 'product_not_received'))).toBeNull();
  });

  it('is what the last analyst found', () => {
    expect(labelAfter(rejected)).toBe(true);
    expect(labelAfter(approved)).toBe(false);
    expect(labelAfter(rejected, approved)).toBe(false);
    expect(labelAfter(approved, rejected)).toBe(true);
  });

  it('is what the analyst chose to say, which may be nothing', () => {
    const as = (event: PaymentEvent, label: string) =>
      ({ ...event, data: { ...event.data, label } }) as PaymentEvent;
    expect(labelAfter(as(rejected, 'not-fraud'))).toBe(false);
    expect(labelAfter(as(rejected, 'fraud'))).toBe(true);
    expect(labelAfter(as(rejected, 'none'))).toBeNull();
    expect(labelAfter(as(approved, 'none'))).toBeNull();
    expect(labelAfter(as(rejected, 'none'), reported('p'))).toBe(true);
  });

  it.each(['fraudulent', 'UNAUTHORISED', 'UNAUTHORIZED_TRANSACTION'])(
    'is fraud by a dispute as %s, also against the finding of an analyst',
    (reason) => {
      expect(labelAfter(approved, disputed('p', reason))).toBe(true);
      expect(labelAfter(disputed('p', reason), approved)).toBe(true);
    },
  );

  it('is fraud by an early warning, even when the dispute after it is won', () => {
    expect(labelAfter(reported('p'))).toBe(true);
    expect(labelAfter(reported('p'), disputed('p'), disputeWon('p'))).toBe(true);
  });

  it('goes back to what it was when the dispute is won', () => {
    expect(labelAfter(disputed('p'), disputeWon('p'))).toBe(false);
    expect(labelAfter(rejected, disputed('p'), disputeWon('p'))).toBe(true);
    expect(labelAfter(approved, disputed('p'), disputeWon('p'), disputed('p'))).toBe(false);
  });

  it('does not change by winning about something else', () => {
    expect(labelAfter(rejected, disputed('p', 'duplicate'), disputeWon('p'))).toBe(true);
    expect(labelAfter(disputed('p', 'duplicate'), disputeWon('p'))).toBeNull();
  });

  it.each(endings('p', '2026-03-01T00:00:00Z').map((end) => [end.type, end] as const))(
    'is not what an analyst found after the payment had ended by %s',
    (_type, end) => {
      expect(labelAfter(held, end, rejected)).toBeNull();
      expect(labelAfter(held, end, approved)).toBeNull();
      expect(labelAfter(held, end, rejected, reported('p'))).toBe(true);
      expect(labelAfter(held, rejected, end)).toBe(true);
    },
  );

  it('keeps its evidence when told again', () => {
    const once = [rejected, reported('p'), disputed('p')].reduce(evidenceAfter, NO_EVIDENCE);
    expect([rejected, reported('p'), disputed('p')].reduce(evidenceAfter, once)).toBe(once);
  });
});

const held: PaymentEvent = {
  type: 'PaymentHeldForReview',
  data: { paymentId: 'p', reason: 'score', heldAt: '2026-03-01T00:00:00Z' },
};
const finding = { paymentId: 'p', analyst: 'ann', note: '', decidedAt: '2026-03-01T00:00:00Z' };
const rejected: PaymentEvent = { type: 'ReviewRejected', data: finding };
const approved: PaymentEvent = { type: 'ReviewApproved', data: finding };

function labelAfter(...events: readonly PaymentEvent[]): boolean | null {
  return isFraud(events.reduce(evidenceAfter, NO_EVIDENCE));
}
