import type { AdjustmentLimits } from '#journal';

/** As in `EUR:100000,JPY:50000`, or nothing. */
export const LIMITS = /^([A-Z]{3}:\d{1,15}(,[A-Z]{3}:\d{1,15})*)?$/;

/** @param text that LIMITS allows. */
export function limitsOf(text: string): AdjustmentLimits {
  const pairs = text === '' ? [] : text.split(',').map((pair) => pair.split(':'));
  return new Map(pairs.map(([currency = '', amount = '0']) => [currency, BigInt(amount)]));
}
