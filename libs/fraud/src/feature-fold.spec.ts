import fc from 'fast-check';
import type { PaymentEvent } from '#payments';
import { eur, initiated } from '../../../test/support/payment-events.js';
import { disputed, disputeWon, reported } from '../../../test/support/fraud-labels.js';
import { foldFeatures } from './feature-fold.js';
import { FEATURE_LIMITS, FeatureState, type FeatureRecord } from './feature-state.js';
import { DAY, instantOf, secondsOf } from './instant.js';

const START = secondsOf('2026-03-01T00:00:00Z');

describe('folding features', () => {
  it('lets no later event change an earlier vector', () => {
    fc.assert(
      fc.property(histories(), fc.nat(), (events, cut) => {
        const end = cut % (events.length + 1);
        const whole = vectorsOf(new FeatureState(), events);
        expect(vectorsOf(new FeatureState(), events.slice(0, end))).toEqual(whole.slice(0, end));
      }),
      { numRuns: 60 },
    );
  });

  it('lets no label change a vector before it was known', () => {
    fc.assert(
      fc.property(histories(), fc.nat(), (events, cut) => {
        const end = cut % (events.length + 1);
        // From the cut-off on, every label is turned around.
        const turned = events.map((event, index) => (index < end ? event : reversed(event)));
        const known = vectorsOf(new FeatureState(), events);
        const other = vectorsOf(new FeatureState(), turned);
        expect(other.slice(0, end)).toEqual(known.slice(0, end));
      }),
      { numRuns: 60 },
    );
  });

  it('uses nothing that happened after the payment, even if it was folded before', () => {
    fc.assert(
      fc.property(payments(), (events) => {
        const at = START + 20 * DAY;
        const late = initiated({
          paymentId: 'late',
          occurredAt: instantOf(at),
          imported: true,
          ...RECORDED,
        });
        const isEarlier = (event: PaymentEvent) =>
          event.type === 'PaymentInitiated' && secondsOf(event.data.occurredAt) <= at;
        const all = new FeatureState();
        const earlier = new FeatureState();
        vectorsOf(all, events);
        vectorsOf(earlier, events.filter(isEarlier));
        expect(foldFeatures(all, late)).toEqual(foldFeatures(earlier, late));
      }),
      { numRuns: 60 },
    );
  });

  it('goes on from a snapshot as if there had been none', () => {
    fc.assert(
      fc.property(histories(), fc.nat(), (events, cut) => {
        const end = cut % (events.length + 1);
        const stored = new Map<string, FeatureRecord>();
        const before = new FeatureState(FEATURE_LIMITS, { trackChanges: true });
        events.slice(0, end).forEach((event, index) => {
          foldFeatures(before, event);
          if (index % 7 === 0) store(before);
        });
        store(before);
        const resumed = new FeatureState();
        // A database gives its entries back in the order of their keys, as JSON.
        const records = [...stored.values()].sort(([a], [b]) => (a < b ? -1 : 1));
        resumed.restore(JSON.parse(JSON.stringify(records)) as FeatureRecord[]);
        expect(sorted(resumed)).toEqual(sorted(before));

        const rest = events.slice(end);
        expect(vectorsOf(resumed, rest)).toEqual(vectorsOf(before, rest));

        function store(state: FeatureState): void {
          for (const record of state.takeChanges()) {
            if (record[1] === null) stored.delete(record[0]);
            else stored.set(record[0], structuredClone(record));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives a snapshot of one moment, although it is taken in slices while folding', () => {
    fc.assert(
      fc.property(histories(), fc.nat(), fc.integer({ min: 1, max: 9 }), (events, cut, size) => {
        const end = cut % (events.length + 1);
        const state = new FeatureState(FEATURE_LIMITS, { trackChanges: true });
        vectorsOf(state, events.slice(0, end));
        const wanted = sorted(state);
        state.beginChanges();
        const taken = new FeatureState();
        const records: FeatureRecord[] = [];
        for (const event of events.slice(end)) {
          records.push(...state.takeSlice(size));
          foldFeatures(state, event);
        }
        for (let slice = state.takeSlice(size); slice.length > 0; slice = state.takeSlice(size)) {
          records.push(...slice);
        }
        taken.restore(JSON.parse(JSON.stringify(records)) as FeatureRecord[]);
        expect(sorted(taken)).toEqual(wanted);
      }),
      { numRuns: 60 },
    );
  });

  it('folds a payment once and a label once', () => {
    const state = new FeatureState();
    expect(foldFeatures(state, initiated())).not.toBeNull();
    expect(foldFeatures(state, initiated())).toBeNull();
    const once = sorted(state);
    foldFeatures(state, review('ReviewRejected', initiated().data.paymentId));
    const rejected = sorted(state);
    foldFeatures(state, review('ReviewRejected', initiated().data.paymentId));
    expect(sorted(state)).toEqual(rejected);
    expect(rejected).not.toEqual(once);
  });

  it('takes a fraud back when a label is reversed', () => {
    const state = new FeatureState();
    foldFeatures(state, initiated());
    const { paymentId } = initiated().data;
    state.label(paymentId, true);
    const later = initiated({ paymentId: 'next' });
    state.label(paymentId, false);
    const clean = new FeatureState();
    foldFeatures(clean, initiated());
    expect(foldFeatures(state, later)).toEqual(foldFeatures(clean, later));
  });

  it('forgets the least recently touched beyond its bounds', () => {
    const limits = { ...FEATURE_LIMITS, entitiesMax: 100, paymentsMax: 200 };
    const state = new FeatureState(limits);
    for (let index = 0; index < 8192; index += 1) {
      const occurredAt = instantOf(START + index * 60);
      const change = { paymentId: `p-${index}`, customerId: `c-${index}`, occurredAt };
      foldFeatures(state, initiated({ ...change, initiatedAt: occurredAt }));
    }
    expect(state.entityCount).toBe(100);
    expect(state.entity('merchant', 'merchant-1')).toBeDefined();
    expect(state.payment('p-8191')).toBeDefined();
    expect(state.payment('p-7000')).toBeUndefined();
  });
});

const RECORDED = { initiatedAt: instantOf(START) };

function review(type: 'ReviewApproved' | 'ReviewRejected', paymentId: string): PaymentEvent {
  return { type, data: { paymentId, analyst: 'ann', note: '', decidedAt: instantOf(START) } };
}

function reversed(event: PaymentEvent): PaymentEvent {
  const { paymentId } = event.data;
  switch (event.type) {
    case 'ReviewRejected':
    case 'FraudReported':
      return review('ReviewApproved', paymentId);
    case 'ReviewApproved':
      return reported(paymentId);
    case 'DisputeOpened':
      return disputeWon(paymentId);
    case 'DisputeWon':
      return disputed(paymentId);
    default:
      return event;
  }
}

/** What analysts, banks and networks may say about a payment. */
const SAYINGS: readonly ((paymentId: string) => PaymentEvent)[] = [
  (paymentId) => review('ReviewApproved', paymentId),
  (paymentId) => review('ReviewRejected', paymentId),
  disputed,
  disputeWon,
  reported,
];

/** Payments of few people at few shops, in any order of their time. */
function payments() {
  const payment = fc
    .record({
      day: fc.integer({ min: 0, max: 40 }),
      second: fc.integer({ min: 0, max: DAY - 1 }),
      who: fc.integer({ min: 0, max: 3 }),
      where: fc.integer({ min: 0, max: 2 }),
      euro: fc.integer({ min: 1, max: 900 }),
      country: fc.constantFrom('DE', 'US', null),
    })
    .map(({ day, second, who, where, euro, country }) => ({
      customerId: `c-${who}`,
      merchantId: `m-${where}`,
      amount: eur(`${euro}.00`),
      card: { fingerprint: `f-${who % 2}`, country },
      deviceId: country === null ? null : `d-${(who + where) % 3}`,
      ipCountry: country,
      occurredAt: instantOf(START + day * DAY + second),
      imported: true as const,
      ...RECORDED,
    }));
  return fc
    .array(payment, { minLength: 1, maxLength: 40 })
    .map((all) => all.map((change, index) => initiated({ paymentId: `p-${index}`, ...change })));
}

/** The same, with decisions about some of them in between. */
function histories() {
  return fc.tuple(payments(), fc.array(fc.nat(), { maxLength: 15 })).map(([all, picks]) => {
    const events: PaymentEvent[] = [...all];
    picks.forEach((pick, index) => {
      const paymentId = `p-${pick % all.length}`;
      const say = SAYINGS[index % SAYINGS.length] ?? reported;
      const from = events.findIndex(({ data }) => data.paymentId === paymentId) + 1;
      events.splice(from + (pick % (events.length - from + 1)), 0, say(paymentId));
    });
    return events;
  });
}

function vectorsOf(state: FeatureState, events: readonly PaymentEvent[]) {
  return events.map((event) => foldFeatures(state, event));
}

function sorted(state: FeatureState): unknown {
  const records = [...state.records()].sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.parse(JSON.stringify(records));
}
