import fc from 'fast-check';
import { evolve, NO_PAYMENT, type PaymentEvent } from '#payments';
import { paymentHistory } from '../../../test/support/payment-histories.js';
import { evolveCase, type Case } from './case.js';
import { labelOf } from './label.js';

const HELD: PaymentEvent = {
  type: 'PaymentHeldForReview',
  data: { paymentId: 'p-1', reason: 'score', heldAt: '2026-11-21T04:00:00.000Z' },
};

describe('a case', () => {
  it('opens when its payment is held', () => {
    expect(caseOf([HELD])).toEqual({
      paymentId: 'p-1',
      status: 'open',
      reason: 'score',
      openedAt: '2026-11-21T04:00:00.000Z',
      decision: null,
    });
  });

  it.each([
    ['ReviewApproved', 'approved', 'legitimate'],
    ['ReviewRejected', 'rejected', 'fraud'],
  ] as const)('is closed by %s, which labels the payment', (type, outcome, finding) => {
    const decidedAt = '2026-11-21T06:00:00.000Z';
    const decided: PaymentEvent = {
      type,
      data: { paymentId: 'p-1', analyst: 'ana', note: 'called the payer', decidedAt },
    };
    expect(caseOf([HELD, decided])).toMatchObject({
      status: 'closed',
      decision: { outcome, analyst: 'ana', label: { finding, knownAt: decidedAt } },
    });
  });

  it('is open exactly while the payment is held, in any history', () => {
    fc.assert(
      fc.property(paymentHistory, (events) => {
        const { review } = events.reduce(evolve, NO_PAYMENT);
        expect(caseOf(events)?.status ?? 'none').toBe(
          { none: 'none', held: 'open', approved: 'closed', rejected: 'closed' }[review],
        );
      }),
    );
  });
});

describe('labelOf', () => {
  it('learns nothing from what the payment itself does', () => {
    expect(labelOf(HELD)).toBeNull();
  });
});

function caseOf(events: readonly PaymentEvent[]): Case | null {
  return events.reduce<Case | null>(evolveCase, null);
}
