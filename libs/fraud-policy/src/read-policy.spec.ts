import fc from 'fast-check';
import { DEFAULT_POLICY, DEFAULT_REVIEW_CAPACITY } from './policy.js';
import { readPolicy } from './read-policy.js';

const RULE = {
  id: 'block-device',
  when: [{ field: 'deviceId', in: ['d-1'] }],
  verdict: 'decline',
  reason: 'stolen',
};

const BOUND = { minutes: 60, paymentsMax: 3, eurMax: 500 };
const REST = { upToEur: null, verdict: 'review' };

function faultsOf(change: object): string[] {
  const read = readPolicy({ ...DEFAULT_POLICY, ...change });
  return 'faults' in read ? read.faults.map(({ field }) => field) : [];
}

describe('reading a policy', () => {
  it('takes one of before reviews were bounded as it is', () => {
    const { reviewCapacity: _, ...before } = DEFAULT_POLICY;
    expect(readPolicy(before)).toEqual({ policy: before });
  });

  it('takes the default and every kind of condition', () => {
    const when = [
      { field: 'cardFingerprint', in: ['f-1'] },
      { feature: 'card1hCount', atLeast: 5 },
      { feature: 'customerAgeDays', atMost: 1 },
      { amountAtLeast: { amount: '100000', currency: 'OMR' } },
    ];
    const costs = {
      recoveryShare: 0.2,
      insultEur: 5,
      marginShare: 0.1,
      reviewMinutes: 6,
      reviewMinuteEur: 0.5,
      reviewMissShare: 0.1,
      reviewsPerDayMax: 40,
    };
    expect(faultsOf({ rules: [{ ...RULE, when }], costs })).toEqual([]);
  });

  it.each([
    ['rules[0].verdict', { rules: [{ ...RULE, verdict: 'maybe' }] }],
    ['rules[0].when', { rules: [{ ...RULE, when: [] }] }],
    ['rules[0].when[0].field', { rules: [{ ...RULE, when: [{ field: 'email', in: [] }] }] }],
    ['rules[0].when[0].feature', { rules: [{ ...RULE, when: [{ feature: 'mood', atLeast: 1 }] }] }],
    ['rules[0].when[0].atLeast', { rules: [{ ...RULE, when: [{ feature: 'night' }] }] }],
    [
      'rules[0].when[0].amountAtLeast.currency',
      { rules: [{ ...RULE, when: [{ amountAtLeast: { amount: '1', currency: 'EURO' } }] }] },
    ],
    ['rules[1].id', { rules: [RULE, RULE] }],
    ['reviewCapacity', { reviewCapacity: null }],
    ['reviewCapacity.share', { reviewCapacity: { ...DEFAULT_REVIEW_CAPACITY, share: 1.1 } }],
    ['reviewCapacity.hours', { reviewCapacity: { ...DEFAULT_REVIEW_CAPACITY, hours: 1 } }],
    ['reviewCapacity.reserved', { reviewCapacity: { ...DEFAULT_REVIEW_CAPACITY, reserved: 9 } }],
    ['reviewCapacity.newDays', { reviewCapacity: { ...DEFAULT_REVIEW_CAPACITY, newDays: 29 } }],
    ['reviewCapacity.priceEur', { reviewCapacity: { ...DEFAULT_REVIEW_CAPACITY, priceEur: 251 } }],
    ['rules[0].id', { rules: [{ ...RULE, id: 'nul\u0000' }] }],
    ['rules[0].reason', { rules: [{ ...RULE, reason: 'half \ud800' }] }],
    ['rules[0].color', { rules: [{ ...RULE, color: 'red' }] }],
    ['degraded', { degraded: [{ upToEur: 10, verdict: 'approve' }] }],
    ['degraded', { degraded: [{ upToEur: null, within: BOUND, verdict: 'approve' }] }],
    [
      'degraded[0].within.minutes',
      {
        degraded: [{ upToEur: 9, within: { ...BOUND, minutes: 1_441 }, verdict: 'approve' }, REST],
      },
    ],
    [
      'degraded[0].within.eurMax',
      { degraded: [{ upToEur: 9, within: { ...BOUND, eurMax: '5' }, verdict: 'approve' }, REST] },
    ],
    ['randomApprovals.share', { randomApprovals: { share: 0.5, paymentEurMax: 1, dayEurMax: 1 } }],
    ['costs', { costs: 'cheap' }],
    ['surprise', { surprise: 1 }],
  ])('names %s when it is wrong', (field, change) => {
    expect(faultsOf(change)).toContain(field);
  });

  it('takes degraded rules with and without a bound', () => {
    const bounded = { upToEur: 9, within: BOUND, verdict: 'approve' };
    const unbounded = { upToEur: 5, verdict: 'approve' };
    expect(faultsOf({ degraded: [unbounded, bounded, REST] })).toEqual([]);
  });

  it('takes what people write, in any script', () => {
    expect(faultsOf({ rules: [{ ...RULE, reason: 'بطاقة مسروقة – gestohlen 🚫' }] })).toEqual([]);
  });

  it('answers any value it is given, and never fails over it', () => {
    const parts = ['rules', 'costs', 'degraded', 'randomApprovals'] as const;
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.constant([RULE]),
      fc.constant([{ ...RULE, when: 1 }]),
    );
    fc.assert(
      fc.property(fc.constantFrom(...parts), anything, (part, value) => {
        const read = readPolicy({ ...DEFAULT_POLICY, [part]: value });
        expect('policy' in read || read.faults.length > 0).toBe(true);
      }),
    );
  });

  it.each([null, [], 'x', 7])('refuses %j', (value) => {
    expect(readPolicy(value)).toHaveProperty('faults');
  });
});
