import type { ProviderLine } from './match.js';
import type { Movement } from './movement.js';
import { presentedOf } from './settlement.js';

/**
 * The movements that a line of the books stands for; the others are still expected. Equal amounts
 * meet first; what is left meets in order of amount and id.
 */
export function reportedOf(
  ours: readonly Movement[],
  theirs: readonly ProviderLine[],
): readonly Movement[] {
  if (ours.length <= theirs.length) return ours;
  const open = [...ours].sort(byAmount);
  const met: Movement[] = [];
  for (const line of theirs) {
    const index = open.findIndex(({ amount }) => amount.equals(presentedOf(line)));
    if (index !== -1) met.push(...open.splice(index, 1));
  }
  return [...met, ...open.slice(0, theirs.length - met.length)];
}

function byAmount(a: Movement, b: Movement): number {
  const difference = a.amount.minorUnits - b.amount.minorUnits;
  if (difference !== 0n) return difference < 0n ? -1 : 1;
  return a.operationId < b.operationId ? -1 : 1;
}
