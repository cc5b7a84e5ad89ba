import { Money } from '#money';
import { eur, initiated } from '../../../test/support/payment-events.js';
import { foldFeatures } from './feature-fold.js';
import { FeatureState, type InitiatedPayment } from './feature-state.js';
import { featuresOf, vectorOf } from './feature-vector.js';
import { FEATURES, subjectOf, type Feature } from './features.js';
import { secondsOf, instantOf, DAY, HOUR } from './instant.js';
import { syntheticPayments } from './synthetic/index.js';

const START = secondsOf('2026-03-02T12:00:00Z');

describe('the features of a payment', () => {
  it('has a number for every feature', () => {
    const state = new FeatureState();
    for (const fact of syntheticPayments({ seed: 3, days: 5, customers: 40, merchants: 10 })) {
      if (fact.kind === 'label') continue;
      const { vector, marks } = featuresOf(state, fact.payment);
      expect(vector).toHaveLength(FEATURES.length);
      expect(vector.every(Number.isFinite)).toBe(true);
      state.add(fact.payment, marks);
    }
  });

  it('counts the payment itself among the customer’s', () => {
    const first = featuresAfter([], {});
    expect(first).toMatchObject({ customer1dCount: 1, customer30dMeanEur: 10, customerAgeDays: 0 });
    expect(first).toMatchObject({ amountOverCustomerMeanRatio: 1, customerMerchantNew: 0 });
  });

  it('compares the amount with the customer’s own past', () => {
    const past = [20, 22, 18].map((euro, day) => payment({ at: day * DAY, euro }));
    const features = featuresAfter(past, { at: 3 * DAY, euro: 100 });
    expect(features.amountOverCustomerMeanRatio).toBeCloseTo(5);
    expect(features.amountOverCustomerMaxRatio).toBeCloseTo(100 / 22);
    expect(features.amountCustomerZScore).toBeGreaterThan(40);
    expect(features).toMatchObject({ customerSinceLastSeconds: DAY, customerAgeDays: 3 });
  });

  it('sees what is new for a customer, but not on a first payment', () => {
    const known = { card: { fingerprint: 'a', country: 'DE' }, deviceId: 'd1', ipCountry: 'DE' };
    const other = { card: { fingerprint: 'b', country: 'US' }, deviceId: 'd2', ipCountry: 'BR' };
    const change = { ...other, merchantId: 'other', amount: Money.parse('5.00', 'GBP') };
    const names = ['cardNew', 'deviceNew', 'ipCountryNew', 'customerMerchantNew', 'currencyNew'];
    const first = featuresAfter([], change);
    const second = featuresAfter([payment({ at: 0, ...known })], { at: HOUR, ...change });
    expect(names.map((name) => first[name as Feature])).toEqual([0, 0, 0, 0, 0]);
    expect(names.map((name) => second[name as Feature])).toEqual([1, 1, 1, 1, 1]);
    expect(second).toMatchObject({ cardIpCountryMismatch: 1, currencyForeign: 1 });
  });

  it('counts the customers that share a card or a device', () => {
    const shared = { card: { fingerprint: 'a', country: null }, deviceId: 'd' };
    const past = ['x', 'y'].map((customerId) => payment({ ...shared, customerId }));
    const features = featuresAfter(past, { at: 60, ...shared, customerId: 'z' });
    expect(features).toMatchObject({ cardCustomerCount: 3, deviceCustomerCount: 3 });
    expect(features).toMatchObject({ card1hCount: 3, device1dCount: 3 });
    expect(featuresAfter(past, { at: 60 })).toMatchObject({ card1hCount: 0, deviceAbsent: 1 });
  });

  it('lets a merchant’s fraud rates lag by seven days', () => {
    const state = new FeatureState();
    const past = [0, 1, 6].map((day) => payment({ at: day * DAY, customerId: `c${day}` }));
    for (const facts of past) foldFeatures(state, { type: 'PaymentInitiated', data: facts });
    state.label(past[1]?.paymentId ?? '', true);
    const early = named(vectorOf(state, payment({ at: 7 * DAY + HOUR })));
    expect(early).toMatchObject({ merchantDelayed7dCount: 1, merchantDelayed7dFraudRate: 0 });
    expect(early).toMatchObject({ merchantKnownFraud14dCount: 1 });
    const later = named(vectorOf(state, payment({ at: 8 * DAY })));
    expect(later).toMatchObject({ merchantDelayed7dCount: 2, merchantDelayed7dFraudRate: 0.5 });
    expect(later).toMatchObject({ merchantSinceKnownFraudDays: 7, merchantLast3FraudShare: 0.5 });
  });

  it('finds the latest run of frauds, and the honest payments known since', () => {
    const state = new FeatureState();
    const past = [0, 1, 2, 3, 4, 12].map((day) =>
      payment({ at: day * DAY, customerId: `c${day}` }),
    );
    for (const facts of past) foldFeatures(state, { type: 'PaymentInitiated', data: facts });
    for (const index of [0, 2, 3]) state.label(past[index]?.paymentId ?? '', true);
    const features = named(vectorOf(state, payment({ at: 13 * DAY })));
    expect(features).toMatchObject({ merchantFraudRunCount: 2, merchantSinceFraudRunDays: 11 });
    expect(features).toMatchObject({ merchantHonestSinceFraudCount: 1 });
    expect(features.merchantFraudRunShare).toBeCloseTo(2 / 4);
    expect(features).toMatchObject({ merchantLastFraudShare: 0, merchantLast6FraudShare: 0.6 });
    expect(named(vectorOf(new FeatureState(), payment({})))).toMatchObject({
      merchantFraudRunCount: 0,
      merchantSinceFraudRunDays: 67,
    });
  });

  it('tells frauds of usual amounts, which point to the merchant, from others', () => {
    const state = new FeatureState();
    const past = [10, 10, 100].map((euro, day) => payment({ at: day * DAY, euro }));
    for (const facts of past) foldFeatures(state, { type: 'PaymentInitiated', data: facts });
    for (const { paymentId } of past.slice(1)) state.label(paymentId, true);
    const features = named(vectorOf(state, payment({ at: 9 * DAY, customerId: 'other' })));
    expect(features).toMatchObject({ merchantKnownFraud28dCount: 2 });
    expect(features).toMatchObject({ merchantKnownUsualFraud28dCount: 1 });
    expect(features).toMatchObject({ merchantKnownFraud28dMeanEur: 55 });
  });

  it('compares with the customer’s median, which one large payment does not move', () => {
    const past = [20, 22, 18, 900].map((euro, day) => payment({ at: day * DAY, euro }));
    const features = featuresAfter(past, { at: 4 * DAY, euro: 88 });
    expect(features.amountOverCustomerMedianRatio).toBeCloseTo(4);
    expect(features.customer7dMaxOverMedianRatio).toBeCloseTo(900 / 22);
    expect(features.customerSinceKnownFraudDays).toBe(67);
  });

  it('measures the amount by factors of what the customer, and others here, usually pay', () => {
    const past = [20, 22, 18, 21].map((euro, day) => payment({ at: day * DAY, euro }));
    const usual = featuresAfter(past, { at: 4 * DAY, euro: 20 });
    const tenfold = featuresAfter(past, { at: 4 * DAY, euro: 200 });
    const tenth = featuresAfter(past, { at: 4 * DAY, euro: 2 });
    expect(Math.abs(usual.amountCustomerLogZScore)).toBeLessThan(0.2);
    expect(tenfold.amountCustomerLogZScore).toBeGreaterThan(3);
    expect(tenfold.amountCustomerLogZScore + tenth.amountCustomerLogZScore).toBeCloseTo(0, 0);
    expect(tenfold.amountCustomerAboveShare).toBeCloseTo(1 / 6);
    expect(featuresAfter([], { euro: 200 })).toMatchObject({
      amountCustomerLogZScore: 0,
      amountCustomerMerchantLogZScore: 0,
      amountCustomerAboveShare: 0.5,
    });

    // Three customers pay ten times their usual here, so the fourth doing so is less of a surprise.
    const dear = ['x', 'y', 'z'].flatMap((customerId) => [
      ...[0, 1, 2].map((day) => payment({ at: day * DAY, euro: 20, customerId })),
      payment({ at: 3 * DAY, euro: 200, customerId, merchantId: 'dear' }),
    ]);
    const there = featuresAfter([...past, ...dear], { at: 4 * DAY, euro: 200, merchantId: 'dear' });
    expect(there.amountCustomerLogZScore).toBe(tenfold.amountCustomerLogZScore);
    expect(there.amountCustomerMerchantLogZScore).toBeLessThan(
      tenfold.amountCustomerMerchantLogZScore - 0.5,
    );
  });

  it('compares a stranger’s amount with what is paid at the merchant', () => {
    const past = ['a', 'b', 'c', 'd'].map((customerId, day) =>
      payment({ at: day * DAY, euro: 20 + day, customerId }),
    );
    const usual = featuresAfter(past, { at: 5 * DAY, euro: 21, customerId: 'e' });
    const tenfold = featuresAfter(past, { at: 5 * DAY, euro: 210, customerId: 'e' });
    expect(Math.abs(usual.amountMerchantLogZScore)).toBeLessThan(0.3);
    expect(tenfold.amountMerchantLogZScore).toBeGreaterThan(3);
    expect(tenfold).toMatchObject({ amountCustomerMerchantLogZScore: 0, amountRaisedLogOdds: 0 });
    expect(featuresAfter([], { euro: 210 }).amountMerchantLogZScore).toBe(0);
  });

  it('takes raised amounts of some days together for another person’s', () => {
    const past = [...Array(20).keys()].map((day) =>
      payment({ at: day * DAY, euro: 20 + (day % 3) }),
    );
    const raised = (days: readonly number[]) =>
      days.map((day) => payment({ at: day * DAY + HOUR, euro: 120 }));
    const oddsAfter = (days: readonly number[]) =>
      featuresAfter([...past, ...raised(days)], { at: 24 * DAY, euro: 20 })
        .customerRaised14dLogOdds;

    const [none, one, two] = [oddsAfter([]), oddsAfter([20]), oddsAfter([20, 22])];
    expect(one).toBeGreaterThan(none + 1);
    expect(two).toBeGreaterThan(one + 1);
    // Three weeks ago is long over.
    expect(oddsAfter([3])).toBeLessThan(none + 0.1);

    const now = (euro: number) => featuresAfter(past, { at: 20 * DAY, euro }).amountRaisedLogOdds;
    expect(now(120)).toBeGreaterThan(2);
    expect(now(20)).toBeLessThan(-1);
    // So much that no payer would: unlike the usual, but no more like a thief's.
    expect(now(20_000)).toBeLessThan(now(120));
  });

  it('remembers what was odd about the last day, and how long a device is known', () => {
    const home = { card: { fingerprint: 'a', country: 'DE' }, deviceId: 'd1', ipCountry: 'DE' };
    const past = [
      payment({ at: 0, ...home }),
      payment({ at: 3 * DAY, ...home, deviceId: 'd2', ipCountry: 'BR', merchantId: 'other' }),
    ];
    const next = featuresAfter(past, { at: 3 * DAY + HOUR, ...home, deviceId: 'd2' });
    expect(next).toMatchObject({ customerOdd1dCount: 1, cardOdd1dCount: 1, deviceNew: 0 });
    expect(next.customerDeviceAgeDays).toBeCloseTo(1 / 24);
    expect(next).toMatchObject({ customerIpCountryAgeDays: 3 + 1 / 24 });
    expect(next).toMatchObject({ customerMerchantCount: 2, customerFirstMerchant1dCount: 1 });
    const later = featuresAfter(past, { at: 5 * DAY, ...home });
    expect(later).toMatchObject({ customerOdd1dCount: 0, customerOdd7dCount: 1 });
    expect(later).toMatchObject({ customerFirstMerchant1dCount: 0 });
    expect(featuresAfter(past, { at: 5 * DAY }).customerDeviceAgeDays).toBe(67);
  });

  it('counts the payers that are new to a merchant', () => {
    const past = ['a', 'b', 'b'].map((customerId, turn) =>
      payment({ at: turn * 60, euro: 1, customerId }),
    );
    const next = featuresAfter(past, { at: 200, euro: 3, customerId: 'c' });
    expect(next).toMatchObject({ merchantFirst1hCount: 3, merchant10mCount: 4 });
    expect(next.merchant1hMeanEur).toBeCloseTo(1.5);
    expect(featuresAfter(past, { at: 200, customerId: 'a' }).merchantFirst1hCount).toBe(2);
  });

  it('tells the ordinary day of a large merchant as that of a small one', () => {
    const minutes = [360, 1];
    const [small, large] = minutes.map((minute) => {
      const turns = Math.floor((9 * 24 * 60) / minute);
      const past = Array.from({ length: turns }, (_, turn) =>
        payment({ at: turn * minute * 60, customerId: `c${turn % 40}` }),
      );
      const state = new FeatureState();
      for (const data of past) foldFeatures(state, { type: 'PaymentInitiated', data });
      const frauds = past.filter((_, turn) => turn % 9 === 4);
      for (const { paymentId } of frauds) state.label(paymentId, true);
      return named(vectorOf(state, payment({ at: 9 * DAY, customerId: 'c1' })));
    });
    // Windows that reach back before the first payment are fuller where many come.
    const reachesBack = /Fraud(14|28|60)d|SinceFirst|SinceFraudRun/;
    const names = FEATURES.filter(
      (name) => /^merchant.*(Count|Days)$/.test(name) && !reachesBack.test(name),
    );
    expect(names.length).toBeGreaterThan(12);
    for (const name of names) {
      const [one = NaN, other = NaN] = [small?.[name], large?.[name]];
      // Newcomers came earlier where many come, so of them there are fewer.
      if (name.includes('First1')) expect(other).toBeLessThanOrEqual(one);
      else expect(Math.abs(other - one)).toBeLessThanOrEqual(1 + 0.25 * one);
    }
    // Minutes and 1,440 frauds of the large merchant are days and some of the small one.
    expect(large?.merchantSinceKnownFraudDays).toBeGreaterThan(0.5);
    expect(large?.merchantSinceFraudRunDays).toBe(67);
    expect(large?.merchantKnownFraud60dCount).toBeLessThan(30);
  });

  it('counts by the time of recording, not by the time the sender names', () => {
    const hidden = { occurredAt: '1970-01-21T12:00:00Z', initiatedAt: instantOf(START) };
    const card = { fingerprint: 'a', country: null };
    const past = Array.from({ length: 20 }, () => payment({ ...hidden, card }));
    const features = featuresAfter(past, { at: 60, card });
    expect(features).toMatchObject({ customer10mCount: 21, card1hCount: 21 });
    expect(features.customerAgeDays).toBeLessThan(1);
    // A time of its own does not take the payment out of the windows either.
    expect(featuresAfter(past, { ...hidden, card })).toMatchObject({ card1hCount: 21 });
  });

  it('counts imported payments by the time they were made', () => {
    const imported = { imported: true, initiatedAt: '2026-11-21T12:00:00Z' } as const;
    const past = [0, 1, 2].map((day) => payment({ ...imported, at: day * DAY }));
    expect(featuresAfter(past, { ...imported, at: 2 * DAY + 60 })).toMatchObject({
      customer10mCount: 2,
      customer7dCount: 4,
      customerAgeDays: 2 + 60 / DAY,
    });
  });

  it('gives every feature a subject', () => {
    expect(FEATURES.filter((feature) => subjectOf(feature) === 'payment')).toEqual(['paypal']);
  });
});

type Change = Partial<InitiatedPayment> & { readonly at?: number; readonly euro?: number };
let serial = 0;

function payment({ at = 0, euro = 10, ...change }: Change): InitiatedPayment {
  serial += 1;
  const occurredAt = instantOf(START + at);
  const amount = eur(euro.toFixed(2));
  const facts = { paymentId: `p-${serial}`, amount, occurredAt, initiatedAt: occurredAt };
  return initiated({ ...facts, ...change }).data;
}

function featuresAfter(past: readonly InitiatedPayment[], change: Change) {
  const state = new FeatureState();
  for (const data of past) foldFeatures(state, { type: 'PaymentInitiated', data });
  return named(vectorOf(state, payment(change)));
}

function named(vector: Float64Array): Record<Feature, number> {
  const entries = FEATURES.map((feature, index) => [feature, vector[index]]);
  return Object.fromEntries(entries) as Record<Feature, number>;
}
