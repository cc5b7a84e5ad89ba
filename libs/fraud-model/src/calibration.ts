import { sigmoid } from './network.js';

/** Platt scaling: the score is sigmoid(slope × logit + offset). Keeps the order of scores. */
export type Calibration = { readonly slope: number; readonly offset: number };

const STEPS = 50;
/** Keeps the slope near 1 when there are few frauds to learn it from. */
const PRIOR_STRENGTH = 1;

/**
 * Fits the calibration to logits with known truth, by Newton's method.
 *
 * @param weights what every row counts; null: each counts once.
 */
export function fitCalibration(
  logits: ArrayLike<number>,
  frauds: ArrayLike<boolean>,
  weights: ArrayLike<number> | null = null,
): Calibration {
  let slope = 1;
  let offset = 0;
  for (let step = 0; step < STEPS; step += 1) {
    let [slopeGradient, offsetGradient] = [PRIOR_STRENGTH * (slope - 1), 0];
    let [slopeCurve, crossCurve, offsetCurve] = [PRIOR_STRENGTH, 0, 1e-9];
    for (let row = 0; row < logits.length; row += 1) {
      const logit = logits[row] ?? 0;
      const probability = sigmoid(slope * logit + offset);
      const weight = weightOf(row, weights);
      const error = weight * (probability - (frauds[row] ? 1 : 0));
      const curve = weight * probability * (1 - probability);
      slopeGradient += error * logit;
      offsetGradient += error;
      slopeCurve += curve * logit * logit;
      crossCurve += curve * logit;
      offsetCurve += curve;
    }
    const determinant = slopeCurve * offsetCurve - crossCurve ** 2;
    if (determinant <= 0) break;
    const slopeStep = (offsetCurve * slopeGradient - crossCurve * offsetGradient) / determinant;
    const offsetStep = (slopeCurve * offsetGradient - crossCurve * slopeGradient) / determinant;
    slope -= slopeStep;
    offset -= offsetStep;
    if (Math.abs(slopeStep) + Math.abs(offsetStep) < 1e-9) break;
  }
  // A negative slope would turn the order of scores around: then the logits say nothing.
  return slope > 0 ? { slope, offset } : { slope: 1, offset: 0 };
}

function weightOf(row: number, weights: ArrayLike<number> | null): number {
  return weights?.[row] ?? 1;
}
