import type { Dashboard } from './dashboard.js';

const EVENTS = 'assay_payment_events_total';
const REQUESTS = 'http_request_duration_seconds';
const COMMANDS = 'method="POST",route=~"/v1/payments.*"';

const perMinute = (type: string): string => `sum(rate(${EVENTS}{type="${type}"}[5m])) * 60`;
const lastHour = (type: string): string => `sum(increase(${EVENTS}{type="${type}"}[1h]))`;
const answeredWithin = (share: number): string =>
  `histogram_quantile(${share}, sum by (le) (rate(${REQUESTS}_bucket{method="POST",route="/v1/payments"}[5m])))`;

export const PAYMENTS: Dashboard = {
  uid: 'assay-payments',
  title: 'Payments',
  panels: [
    {
      title: 'Success rate',
      description:
        'Authorised, of what providers answered. A silent provider shows in reachability.',
      unit: 'percentunit',
      queries: {
        '{{provider}}': `sum by (provider) (increase(${EVENTS}{type="PaymentAuthorised"}[5m])) / sum by (provider) (increase(${EVENTS}{type=~"PaymentAuthorised|AuthorisationDeclined"}[5m]))`,
      },
    },
    {
      title: 'Error rate',
      description: 'Commands answered with 500 to 599, of all.',
      unit: 'percentunit',
      queries: {
        errors: `(sum(rate(${REQUESTS}_count{${COMMANDS},status=~"5.."}[5m])) or vector(0)) / sum(rate(${REQUESTS}_count{${COMMANDS}}[5m]))`,
      },
    },
    {
      title: 'Processing time of a payment',
      unit: 's',
      queries: {
        median: answeredWithin(0.5),
        '95 %': answeredWithin(0.95),
        '99 %': answeredWithin(0.99),
      },
    },
    {
      title: 'Volume a minute',
      unit: 'short',
      queries: {
        initiated: perMinute('PaymentInitiated'),
        authorised: perMinute('PaymentAuthorised'),
        captured: perMinute('PaymentCaptured'),
        refunded: perMinute('PaymentRefunded'),
      },
    },
    {
      title: 'Error distribution of the last hour',
      description: 'Commands that were not done, by the status of their answer.',
      unit: 'short',
      queries: {
        '{{status}}': `sum by (status) (increase(${REQUESTS}_count{${COMMANDS},status=~"[45].."}[1h]))`,
      },
    },
    {
      title: 'Top reasons of declines, last hour',
      unit: 'short',
      queries: {
        '{{provider}} {{reason}}':
          'topk(10, sum by (provider, reason) (increase(assay_declines_total[1h])))',
      },
    },
    {
      title: 'Retries of the last hour',
      description:
        'Calls for promises whose outcome was unknown, and outcomes that became unknown.',
      unit: 'short',
      queries: {
        'repeats {{provider}}': 'sum by (provider) (increase(assay_provider_repeats_total[1h]))',
        unknown: lastHour('ProviderOutcomeUnknown'),
        escalated: lastHour('OutcomeEscalated'),
      },
    },
    {
      title: 'Customers who did not get through, last hour',
      unit: 'short',
      queries: {
        declined: lastHour('AuthorisationDeclined'),
        'blocked as fraud': 'sum(increase(assay_fraud_verdicts_total{verdict="decline"}[1h]))',
        'rejected by a person': lastHour('ReviewRejected'),
        'capture failed': lastHour('CaptureFailed'),
        'wait now for a decision': 'max(assay_fraud_review_queue_payments)',
        'unfinished now': 'sum(assay_unfinished_streams)',
      },
    },
    {
      title: 'Provider reachability',
      unit: 'percentunit',
      queries: {
        '{{provider}}':
          '1 - sum by (provider) (rate(assay_provider_call_seconds_count{outcome=~"silent|not-asked"}[5m])) / sum by (provider) (rate(assay_provider_call_seconds_count[5m]))',
      },
    },
    {
      title: 'Time of provider calls, 95 %',
      unit: 's',
      queries: {
        '{{provider}} {{operation}}':
          'histogram_quantile(0.95, sum by (le, provider, operation) (rate(assay_provider_call_seconds_bucket[5m])))',
      },
    },
  ],
};
