import fc from 'fast-check';
import { UnknownEvent } from '#event-shapes';
import { PAYOUT_STATUSES, type PayoutStatus } from '#provider-port';
import { eur, NOW } from '../../../../test/support/payment-events.js';
import { type PayoutRecorded, recordPayout, upcastPayout } from './payout.js';

function told(status: PayoutStatus): Parameters<typeof recordPayout>[0] {
  const payout = { provider: 'stripe', payoutReference: 'po_1', amount: eur('10.00') } as const;
  return { ...payout, status, arrivesAt: null, at: NOW };
}

function after(statuses: readonly PayoutStatus[]): PayoutRecorded[] {
  return statuses.reduce<PayoutRecorded[]>(
    (known, status) => [...known, ...recordPayout(told(status), known)],
    [],
  );
}

describe('a payout', () => {
  it('is recorded step by step, and fails even after it was paid', () => {
    const steps = ['pending', 'in-transit', 'paid', 'failed'] as const;
    expect(after(steps).map(({ data }) => data.status)).toEqual(steps);
  });

  it('ends the same in any order of its steps, told once or often', () => {
    const status = fc.constantFrom(...PAYOUT_STATUSES);
    fc.assert(
      fc.property(fc.array(status, { minLength: 1 }), (statuses) => {
        const furthest = Math.max(...statuses.map((each) => PAYOUT_STATUSES.indexOf(each)));
        const recorded = after(statuses);
        expect(recorded.at(-1)?.data.status).toBe(PAYOUT_STATUSES[furthest]);
        expect(after([...statuses, ...statuses])).toEqual(recorded);
      }),
    );
  });

  it('survives storage', () => {
    const [recorded] = after(['paid']);
    const stored: unknown = JSON.parse(JSON.stringify(recorded?.data));
    expect(upcastPayout('PayoutRecorded', stored)).toEqual(recorded);
    expect(() => upcastPayout('PaymentCaptured', {})).toThrow(UnknownEvent);
  });
});
