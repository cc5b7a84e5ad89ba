import type { RiskReason } from '#payments';
import { FEATURES, subjectOf, type FeatureVector } from './features.js';

const REASONS_MAX = 5;
/** Share of the strongest reason below which another one only distracts. */
const WEIGHT_SHARE_MIN = 0.05;

/**
 * The strongest reasons for a high score, one per subject: the subject's contributions added up,
 * told by the feature that contributes most.
 *
 * @param contributions of each feature, in logits, in the order of FEATURES.
 */
export function reasonsOf(
  contributions: ArrayLike<number>,
  vector: FeatureVector,
): readonly RiskReason[] {
  const subjects = new Map<string, { weight: number; top: number; topWeight: number }>();
  FEATURES.forEach((feature, index) => {
    const weight = contributions[index] ?? 0;
    const subject = subjects.get(subjectOf(feature));
    if (!subject) {
      subjects.set(subjectOf(feature), { weight, top: index, topWeight: weight });
      return;
    }
    subject.weight += weight;
    if (weight > subject.topWeight) [subject.top, subject.topWeight] = [index, weight];
  });

  const ranked = [...subjects.values()].sort((a, b) => b.weight - a.weight);
  const weightMin = Math.max(0, (ranked[0]?.weight ?? 0) * WEIGHT_SHARE_MIN);
  return ranked
    .filter(({ weight }) => weight > weightMin)
    .slice(0, REASONS_MAX)
    .map(({ weight, top }) => ({
      feature: FEATURES[top] ?? '',
      value: vector[top] ?? 0,
      weight,
    }));
}
