import { idOf, type Json } from '#event-store';
import {
  FeatureState,
  foldFeatures,
  instantOf,
  SeededRandom,
  syntheticPayments,
  type InitiatedPayment,
} from '#fraud';
import { paymentStream, type PaymentEvent, type Verdict } from '#payments';
import type { FraudMeasures } from '../../apps/operations/src/fraud-watch/fraud-measures.js';
import { measureFraud } from '../../apps/operations/src/fraud-watch/fraud-watch.js';
import { fraudReport } from '../../apps/operations/src/reports/fraud-report.js';
import { disputed, reported } from '../support/fraud-labels.js';
import { InMemoryEventStore } from '../support/in-memory-event-store.js';
import { ASSESSMENT } from '../support/payment-events.js';

/** The made-up payments begin here; the watch looks back from 70 days later. */
const START = '2026-01-01T00:00:00Z';
const TO = '2026-03-12T00:00:00.000Z';
const WORLD = { seed: 14, days: 72, customers: 120, merchants: 30, startAt: START };

describe('watching over fraud', () => {
  const store = new InMemoryEventStore();
  let measures: FraudMeasures;
  let made = 0;
  const week = { payments: 0, alerts: 0, unscored: 0, held: 0 };
  const matured = { frauds: 0, detected: 0, honest: 0, bothered: 0 };

  beforeAll(async () => {
    const random = new SeededRandom(3);
    const state = new FeatureState();
    for (const fact of syntheticPayments(WORLD)) {
      if (fact.kind === 'label') continue;
      const { payment, fraud } = fact;
      const initiated = { type: 'PaymentInitiated', data: payment } as const;
      const features = [...(foldFeatures(state, initiated) ?? [])];
      const isFlagged = random.chance(fraud ? 0.8 : 0.02);
      const isUnscored = random.chance(0.05);
      const seen = { fraud, isFlagged, isUnscored };
      await append(initiated);
      await append(assessedAs(payment, features, seen));
      if (fraud) await append(SAYINGS[made % 2]?.(payment.paymentId) ?? initiated);
      if (isFlagged) await append(heldAs(payment));
      made += 1;
      count(payment.occurredAt, seen);
    }
    measures = await measureFraud(store, { to: TO, days: 7 });
  });

  it('counts the payments of the week, what was flagged and what was not scored', () => {
    const { payments, alerts, unscored, queueLength } = measures;
    expect({ payments, alerts, unscored, held: queueLength }).toEqual(week);
    expect(measures.unscoredRate).toBeCloseTo(week.unscored / week.payments, 10);
    expect(measures.days.map(({ day }) => day)[0]).toBe('2026-03-05');
    expect(measures.days).toHaveLength(7);
  });

  it('judges detection only on payments whose outcome is known by now', () => {
    expect(measures.matured).toMatchObject({
      frauds: matured.frauds,
      honest: matured.honest,
      detectionRate: matured.detected / matured.frauds,
      falsePositiveRate: matured.bothered / matured.honest,
    });
    expect(measures.reviewPrecision).toBeNull();
  });

  it('sees no drift in a world that does not change, and a shift when amounts jump', async () => {
    const steady = measures.drift.features.find(({ name }) => name === 'amountEur');
    expect(steady?.band).not.toBe('alarm');
    expect(measures.drift.payments).toBeGreaterThan(500);
    const shifted = new InMemoryEventStore();
    for (const { stream, id, type, data, metadata } of store.events) {
      await shifted.append(stream, [{ id, type, data: dearer(type, data), metadata }], 'any');
    }
    const { drift } = await measureFraud(shifted, { to: TO, days: 7 });
    expect(drift.features[0]).toMatchObject({ name: 'amountEur', band: 'alarm' });
  });

  it('is a page that needs nothing but itself', () => {
    const html = fraudReport('weekly', measures);
    expect(html).toContain('Fraud, the week to 2026-03-12');
    expect(html.match(/<svg /g)).toHaveLength(3);
    expect(html).not.toMatch(/<script|https?:\/\/|@import|url\(/);
    expect(
      fraudReport('weekly', { ...measures, models: [{ version: '<b>', payments: 1 }] }),
    ).toContain('&lt;b&gt;');
  });

  function count(occurredAt: string, { fraud, isFlagged, isUnscored }: Seen): void {
    const daysBack = (Date.parse(TO) - Date.parse(occurredAt)) / 86_400_000;
    if (daysBack <= 0) return;
    week.held += Number(isFlagged);
    if (daysBack <= 7) {
      week.payments += 1;
      week.alerts += Number(isFlagged);
      week.unscored += Number(isUnscored);
    }
    if (daysBack <= 30 || daysBack > 60) return;
    matured[fraud ? 'frauds' : 'honest'] += 1;
    matured[fraud ? 'detected' : 'bothered'] += Number(isFlagged);
  }

  async function append(event: PaymentEvent): Promise<void> {
    const { paymentId } = event.data;
    const data = JSON.parse(JSON.stringify(event.data)) as Json;
    const stored = { id: idOf(event.type, paymentId), type: event.type, data, metadata: {} };
    await store.append(paymentStream(paymentId), [stored], 'any');
  }
});

/** The same event, its payment ten times dearer if it was made in the week watched. */
function dearer(type: string, data: Json): Json {
  if (type !== 'RiskAssessed') return data;
  const assessed = data as { readonly assessedAt: string; readonly features: number[] | null };
  if (
    assessed.features === null ||
    assessed.assessedAt < instantOf(Date.parse(TO) / 1000 - 604_800)
  ) {
    return data;
  }
  const [amount = 0, ...others] = assessed.features;
  return { ...assessed, features: [amount * 10, ...others] };
}

type Seen = { readonly fraud: boolean; readonly isFlagged: boolean; readonly isUnscored: boolean };

const SAYINGS = [(paymentId: string) => disputed(paymentId), reported];

function assessedAs(
  { paymentId, occurredAt }: InitiatedPayment,
  features: number[],
  { fraud, isFlagged, isUnscored }: Seen,
): PaymentEvent {
  const verdict: Verdict = isFlagged ? 'review' : 'approve';
  const scoring = isUnscored
    ? { score: null, features: null, degraded: 'timeout' as const }
    : { score: fraud ? 0.8 : 0.1, features, degraded: null };
  const when = { stage: 'inline', policy: 'p', assessedAt: occurredAt } as const;
  return { type: 'RiskAssessed', data: { ...ASSESSMENT, ...scoring, ...when, paymentId, verdict } };
}

function heldAs({ paymentId, occurredAt: heldAt }: InitiatedPayment): PaymentEvent {
  return { type: 'PaymentHeldForReview', data: { paymentId, reason: 'score', heldAt } };
}
