import type { Metrics } from '#platform';
import type { FraudMeasures } from './fraud-measures.js';

type Gauge = readonly [
  name: string,
  help: string,
  read: (measures: FraudMeasures) => number | null,
];

const GAUGES: readonly Gauge[] = [
  [
    'assay_fraud_detection_ratio',
    'Frauds of the matured month that were held or declined.',
    ({ matured }) => matured.detectionRate,
  ],
  [
    'assay_fraud_false_positive_ratio',
    'Honest payments of the matured month that were held or declined.',
    ({ matured }) => matured.falsePositiveRate,
  ],
  [
    'assay_fraud_unscored_ratio',
    'Payments of the week without a score in time.',
    ({ unscoredRate }) => unscoredRate,
  ],
  [
    'assay_fraud_review_precision_ratio',
    'Decisions of the week that found fraud.',
    ({ reviewPrecision }) => reviewPrecision,
  ],
  [
    'assay_fraud_score_drift_psi',
    'Population stability index of the score.',
    ({ drift }) => drift.score.psi,
  ],
  [
    'assay_fraud_feature_drift_psi_max',
    'Population stability index of the most moved feature.',
    ({ drift }) => drift.features[0]?.psi ?? null,
  ],
];

/** What the last weekly watch found, for alerts; no line where nothing was found yet. */
export class FraudMetrics {
  #last: FraudMeasures | null = null;

  measured(measures: FraudMeasures): void {
    this.#last = measures;
  }

  addTo(metrics: Metrics): void {
    for (const [name, help, valueOf] of GAUGES) {
      const read = () => {
        const value = this.#last && valueOf(this.#last);
        return value === null ? [] : [{ value }];
      };
      metrics.add({ name, help, type: 'gauge', read });
    }
  }
}
