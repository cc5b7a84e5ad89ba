import type { Money } from '#money';
import type { Instant } from '#provider-port';

type Dated = { readonly id: string; readonly at: Instant };

/** By time and id, which is the same in any order in which items arrived. */
export function inOrder<Item extends Dated>(items: readonly Item[]): readonly Item[] {
  return items.length < 2 ? items : [...items].sort(byTime);
}

export function byTime(a: Dated, b: Dated): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** One key for each amount of each currency. */
export function amountKey({ currency, minorUnits }: Money): string {
  return `${currency} ${minorUnits}`;
}

export function sizeOf(units: bigint): bigint {
  return units < 0n ? -units : units;
}
