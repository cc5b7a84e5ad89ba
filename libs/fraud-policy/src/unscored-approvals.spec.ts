import fc from 'fast-check';
import { instantOf, secondsOf } from '#fraud';
import { eur, initiated, NOW } from '../../../test/support/payment-events.js';
import { judge, type JudgedPayment } from './decide.js';
import { DEFAULT_POLICY } from './policy.js';
import { UnscoredApprovals } from './unscored-approvals.js';

const START = secondsOf(NOW);
const BOUND = { minutes: 60, paymentsMax: 3, eurMax: 500 };

type Change = Parameters<typeof initiated>[0] & { readonly second?: number };

function payment({ second = 0, ...change }: Change): JudgedPayment['payment'] {
  return initiated({ initiatedAt: instantOf(START + second), ...change }).data;
}

describe('what was approved without a score', () => {
  it('is counted and summed by card, customer and device', () => {
    const card = { fingerprint: 'f', country: null };
    const approvals = new UnscoredApprovals();
    approvals.add(payment({ customerId: 'a', card }));
    approvals.add(payment({ customerId: 'b', card, deviceId: 'd', amount: eur('30.00') }));
    approvals.add(payment({ customerId: 'c', deviceId: 'd', amount: eur('70.00') }));
    const before = (change: Change) => approvals.before(payment(change))(60);
    expect(before({ customerId: 'x', card })).toEqual({ payments: 2, eur: 40 });
    expect(before({ customerId: 'x', card, deviceId: 'd' })).toEqual({ payments: 2, eur: 100 });
    expect(before({ customerId: 'b' })).toEqual({ payments: 1, eur: 30 });
    expect(before({ customerId: 'x' })).toEqual({ payments: 0, eur: 0 });
  });

  it('counts within the window only', () => {
    const approvals = new UnscoredApprovals();
    approvals.add(payment({ second: 0 }));
    expect(approvals.before(payment({ second: 3_599 }))(60)).toMatchObject({ payments: 1 });
    expect(approvals.before(payment({ second: 3_600 }))(60)).toMatchObject({ payments: 0 });
  });

  it('is not known any more once memory is full, and again when a day has passed', () => {
    const approvals = new UnscoredApprovals(3);
    for (const customerId of ['a', 'b', 'c']) approvals.add(payment({ customerId }));
    expect(approvals.before(payment({}))(60)).toBeNull();
    approvals.add(payment({ customerId: 'd', second: 86_400 }));
    expect(approvals.before(payment({ customerId: 'd', second: 86_400 }))(60)).toEqual({
      payments: 1,
      eur: 10,
    });
  });

  it('never comes to more than the bound, in any order and amounts of them', () => {
    const made = fc.record({
      who: fc.integer({ min: 0, max: 2 }),
      second: fc.integer({ min: 0, max: 7_200 }),
      euro: fc.integer({ min: 1, max: 250 }),
    });
    fc.assert(
      fc.property(fc.array(made, { maxLength: 60 }), (all) => {
        const approvals = new UnscoredApprovals();
        const approved = all.filter(({ who, second, euro }) => {
          const amount = eur(`${euro}.00`);
          const judged = {
            payment: payment({ customerId: `c-${who}`, second, amount }),
            scored: null,
          };
          const unscoredBefore = approvals.before(judged.payment);
          const context = { draw: 1, spentEur: 0, reviewPrice: 0, unscoredBefore, room: null };
          const { verdict } = judge(DEFAULT_POLICY, judged, context);
          approvals.note(judged, verdict);
          return verdict === 'approve';
        });
        for (const last of approved) {
          const recent = approved.filter(
            ({ who, second }) =>
              who === last.who && second <= last.second && second > last.second - 3_600,
          );
          expect(recent.length).toBeLessThanOrEqual(BOUND.paymentsMax);
          expect(recent.reduce((sum, { euro }) => sum + euro, 0)).toBeLessThanOrEqual(BOUND.eurMax);
        }
      }),
    );
  });
});
