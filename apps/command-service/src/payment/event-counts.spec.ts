import { evolve, NO_PAYMENT, type PaymentEvent } from '#payments';
import {
  assessed,
  authorisationRequested,
  initiated,
} from '../../../../test/support/payment-events.js';
import { EventCounts } from './event-counts.js';

describe('what was recorded of payments', () => {
  let counts: EventCounts;

  beforeEach(() => {
    counts = new EventCounts();
  });

  it('is zero by every type and provider before the first, so that a rate sees it', () => {
    expect(countOf('assay_payment_events_total', 'PaymentAuthorised', 'paypal')).toBe(0);
    expect(countOf('assay_fraud_verdicts_total', 'decline', 'yes')).toBe(0);
  });

  it('counts by the provider of the payment, which its first event names', () => {
    counts.note([initiated({ provider: 'paypal' }), assessed()], NO_PAYMENT);
    const payment = [initiated(), assessed()].reduce<typeof NO_PAYMENT>(evolve, NO_PAYMENT);
    counts.note([authorisationRequested()], payment);
    expect(countOf('assay_payment_events_total', 'PaymentInitiated', 'paypal')).toBe(1);
    expect(countOf('assay_payment_events_total', 'AuthorisationRequested', 'stripe')).toBe(1);
    expect(countOf('assay_payment_events_total', 'AuthorisationRequested', 'paypal')).toBe(0);
  });

  it('counts a verdict once, and tells what no model scored', () => {
    const late: PaymentEvent = assessed('decline', { stage: 'late' });
    counts.note([initiated(), assessed('decline'), late], NO_PAYMENT);
    counts.note([assessed('approve', { degraded: 'timeout', score: null })], NO_PAYMENT);
    expect(countOf('assay_fraud_verdicts_total', 'decline', 'yes')).toBe(1);
    expect(countOf('assay_fraud_verdicts_total', 'approve', 'no')).toBe(1);
    expect(countOf('assay_fraud_verdicts_total', 'approve', 'yes')).toBe(0);
  });

  function countOf(name: string, ...labels: readonly string[]): number | undefined {
    const samples = counts.metrics.find((metric) => metric.name === name)?.read() ?? [];
    return samples.find((sample) => Object.values(sample.labels ?? {}).join() === labels.join())
      ?.value;
  }
});
