import type { Evaluation } from './comparison.js';
import type { ModelMeta } from './model-meta.js';

/** The model card (Mitchell et al., 2019), written by the job that trained the model. */
export function modelCardOf(
  meta: ModelMeta,
  { test, hash, notes }: { test: Evaluation; hash: string; notes: readonly string[] },
): string {
  const { training, thresholds, calibration } = meta;
  return `# Fraud model ${meta.version}

Written by the training job; do not edit.

## Details

- A network of fully connected layers (64, 32, 1) on ${meta.features.length} features of fold ${meta.foldVersion}, TensorFlow.js ${training.tensorflow}.
- Artefacts: SHA-256 \`${hash}\`.
- Trained on ${training.rows} payments (${training.frauds} frauds) from ${training.from} to ${training.to}: ${training.source}.
- Seed ${training.seed}, backend ${training.backend}, best after epoch ${training.epochs}, data SHA-256 \`${training.dataHash}\`.
- Score: sigmoid(${calibration.slope.toFixed(4)} × logit + ${calibration.offset.toFixed(4)}).

## Intended use

Scores a payment before it is authorised: review from ${thresholds.reviewMin}, decline from ${thresholds.declineMin}.
Not meant for decisions about people beyond one payment, nor for credit, nor for amounts to be moved.

## Quality on later payments

${test.rows} payments, ${test.frauds} frauds, none of them seen in training.

| measure | value |
| --- | --- |
| average precision | ${test.averagePrecision.toFixed(4)} |
| AUC | ${test.auc.toFixed(4)} |
| card precision, 100 a day | ${test.cardPrecision.toFixed(4)} |
| expected calibration error | ${test.ece.toFixed(5)} |
| Brier score | ${test.brier.toFixed(5)} |
| frauds at or above review | ${percent(test.reviewed.frauds)} |
| honest payments at or above review | ${percent(test.reviewed.honest)} |
| frauds at or above decline | ${percent(test.declined.frauds)} |
| honest payments at or above decline | ${percent(test.declined.honest)} |

## Caveats

${notes.map((note) => `- ${note}`).join('\n')}
`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}
