import type { Dashboard } from './dashboard.js';

const VERDICTS = 'assay_fraud_verdicts_total';
const NO_WATCH = 'measured by the weekly watch once labels have matured';

export const FRAUD: Dashboard = {
  uid: 'assay-fraud',
  title: 'Fraud',
  panels: [
    {
      title: 'Verdicts a minute',
      unit: 'short',
      queries: { '{{verdict}}': `sum by (verdict) (rate(${VERDICTS}[5m])) * 60` },
    },
    {
      title: 'Blocks in 5 minutes',
      unit: 'short',
      queries: { blocks: `sum(increase(${VERDICTS}{verdict="decline"}[5m]))` },
    },
    {
      title: 'Held payments that wait',
      unit: 'short',
      queries: {
        queue: 'max(assay_fraud_review_queue_payments)',
        'within their time': 'max(assay_cases_within_time)',
      },
    },
    {
      title: 'Without a score in time',
      unit: 'percentunit',
      queries: {
        share: `sum(rate(${VERDICTS}{scored="no"}[5m])) / sum(rate(${VERDICTS}[5m]))`,
      },
    },
    {
      title: 'New merchants: reviews the score wanted, last hour',
      unit: 'short',
      queries: {
        '{{verdict}}': 'sum by (verdict) (increase(assay_fraud_bounded_reviews_total[1h]))',
      },
    },
    {
      title: 'Decisions of people, last hour',
      unit: 'short',
      queries: {
        '{{type}}':
          'sum by (type) (increase(assay_payment_events_total{type=~"ReviewApproved|ReviewRejected"}[1h]))',
      },
    },
    {
      title: 'Workers that score',
      unit: 'short',
      queries: { '{{model}}': 'sum by (model) (assay_fraud_worker_scoring)' },
    },
    {
      title: 'Frauds found, and honest payments stopped',
      unit: 'percentunit',
      queries: {
        detected: 'max(assay_fraud_detection_ratio)',
        'false positives': 'max(assay_fraud_false_positive_ratio)',
        'reviews that found fraud': 'max(assay_fraud_review_precision_ratio)',
      },
      emptyUntil: NO_WATCH,
    },
    {
      title: 'Drift (population stability index)',
      unit: 'short',
      queries: {
        score: 'max(assay_fraud_score_drift_psi)',
        'most moved feature': 'max(assay_fraud_feature_drift_psi_max)',
      },
      emptyUntil: NO_WATCH,
    },
  ],
};
