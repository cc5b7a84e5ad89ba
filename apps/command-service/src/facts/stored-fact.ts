import { Money, type MoneyJson } from '#money';
import type { ToldFact } from '#payments';
import type { ProviderFact } from '#provider-port';

/** Facts that were stored are JSON; their amounts become Money again. */
export function factOf<Fact extends object>(stored: Fact): Fact {
  const amounts: Record<string, Money> = {};
  for (const field of ['amount', 'fee', 'total', 'moved'] as const) {
    const value = (stored as Readonly<Record<string, unknown>>)[field];
    if (value === null || value === undefined) continue;
    amounts[field] = value instanceof Money ? value : Money.fromJSON(value as MoneyJson);
  }
  return { ...stored, ...amounts };
}

/** A fact as it is stored. */
export function toldFactOf(fact: ProviderFact): ToldFact {
  return JSON.parse(JSON.stringify(fact)) as ToldFact;
}
