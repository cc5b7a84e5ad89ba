import type { Evaluation } from './comparison.js';
import type { ModelMeta } from './model-meta.js';

export type CardFacts = {
  readonly test: Evaluation;
  /** A month of the generator's default mix; only for models that learnt from nothing else. */
  readonly month?: Evaluation;
  readonly hash: string;
  readonly notes: readonly string[];
};

/** The model card (Mitchell et al., 2019), written by the job that trained the model. */
export function modelCardOf(meta: ModelMeta, { test, month, hash, notes }: CardFacts): string {
  const { training, thresholds, calibration } = meta;
  return `# Fraud model ${meta.version}

Written by the training job; do not edit.

## Details

- Fully connected layers (64, 32, 1), ${training.networks} of them, and ${training.trees} boosted trees, their logits added up by weight, on ${meta.features.length} features of fold ${meta.foldVersion}, TensorFlow.js ${training.tensorflow}.
- Artefacts: SHA-256 \`${hash}\`.
- Trained on ${training.rows} payments (${training.frauds} frauds) from ${training.from} to ${training.to}: ${training.source}.
- Seed ${training.seed}, backend ${training.backend}, best after epochs ${training.epochs.join(' and ')}, data SHA-256 \`${training.dataHash}\`.
- Score: sigmoid(${calibration.slope.toFixed(4)} × logit + ${calibration.offset.toFixed(4)}).

## Intended use

Scores a payment before it is authorised: review from ${thresholds.reviewMin}, decline from ${thresholds.declineMin}.
Not meant for decisions about people beyond one payment, nor for credit, nor for amounts to be moved.

## Quality on later payments

${test.rows} payments, ${test.frauds} frauds, none of them seen in training.

${tableOf(test)}
${month ? monthOf(month) : ''}## Caveats

${notes.map((note) => `- ${note}`).join('\n')}
`;
}

function monthOf(month: Evaluation): string {
  return `## Quality on a held-out month

The generator's default mix, ${month.rows} payments and ${month.frauds} frauds of a world that was neither
learnt from nor looked at; the month before it only fills the histories. How hard that mix is beside
published data is in docs/performance.md of the repository.

${tableOf(month)}
`;
}

function tableOf(quality: Evaluation): string {
  return `| measure | value |
| --- | --- |
| average precision | ${quality.averagePrecision.toFixed(4)} |
| AUC | ${quality.auc.toFixed(4)} |
| card precision, 100 a day | ${quality.cardPrecision.toFixed(4)} |
| frauds found when 1 % of honest payments are bothered | ${percent(quality.detectionAtOnePercent)} |
| expected calibration error | ${quality.ece.toFixed(5)} |
| Brier score | ${quality.brier.toFixed(5)} |
| frauds at or above review | ${percent(quality.reviewed.frauds)} |
| honest payments at or above review | ${percent(quality.reviewed.honest)} |
| frauds at or above decline | ${percent(quality.declined.frauds)} |
| honest payments at or above decline | ${percent(quality.declined.honest)} |
`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}
