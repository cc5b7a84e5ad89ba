import fc from 'fast-check';
import { evolve, NO_PAYMENT, reviewOf, type PaymentEvent } from '#payments';
import { endings } from '../../../test/support/payment-events.js';
import { paymentHistory } from '../../../test/support/payment-histories.js';
import { evolveCase, NO_CASE, type Case } from './case.js';
import { labelOf } from './label.js';

const HELD: PaymentEvent = {
  type: 'PaymentHeldForReview',
  data: { paymentId: 'p-1', reason: 'score', heldAt: '2026-11-21T04:00:00.000Z' },
};

const REJECTED: PaymentEvent = {
  type: 'ReviewRejected',
  data: { paymentId: 'p-1', analyst: 'ana', note: '', decidedAt: '2026-11-21T06:00:00.000Z' },
};

const ENDS = endings('p-1', '2026-11-21T05:00:00.000Z').map((end) => [end.type, end] as const);

describe('a case', () => {
  it('opens when its payment is held', () => {
    expect(caseOf([HELD])).toEqual({
      status: 'open',
      reason: 'score',
      openedAt: '2026-11-21T04:00:00.000Z',
      dueAt: '2026-11-22T04:00:00.000Z',
      decision: null,
      endedAt: null,
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

  it.each(ENDS)('ends with its payment by %s, and no decision comes to it later', (_type, end) => {
    const ended = { status: 'ended', decision: null, endedAt: '2026-11-21T05:00:00.000Z' };
    expect(caseOf([HELD, end])).toMatchObject(ended);
    expect(caseOf([HELD, end, REJECTED])).toMatchObject(ended);
    expect(caseOf([end, HELD])).toMatchObject(ended);
  });

  it.each(ENDS)('that is decided stays so when its payment ends by %s', (_type, end) => {
    expect(caseOf([HELD, REJECTED, end])).toMatchObject({ status: 'closed', endedAt: null });
  });

  it('is open exactly while the payment is held, in any history', () => {
    fc.assert(
      fc.property(paymentHistory, (events) => {
        const review = reviewOf(events.reduce(evolve, NO_PAYMENT));
        expect(caseOf(events).status).toBe(STATUS[review]);
      }),
    );
  });
});

describe('labelOf', () => {
  it('learns nothing from what the payment itself does', () => {
    expect(labelOf(HELD)).toBeNull();
  });
});

const STATUS = {
  none: 'none',
  held: 'open',
  approved: 'closed',
  rejected: 'closed',
  ended: 'ended',
} as const;

function caseOf(events: readonly PaymentEvent[]): Case {
  return events.reduce(evolveCase, NO_CASE);
}
