import { Money, type MoneyJson } from '#money';
import type { FactKind, FactOf, ProviderFact } from './provider-fact.js';

/** Names of the fields of a fact that hold an amount, or null for one that is not known. */
type MoneyField<Kind extends FactKind> = {
  [Field in keyof FactOf<Kind>]-?: [Exclude<FactOf<Kind>[Field], null | undefined>] extends [never]
    ? never
    : Exclude<FactOf<Kind>[Field], null | undefined> extends Money
      ? Field
      : never;
}[keyof FactOf<Kind>];

type StoredAs<Value> = Value extends Money ? MoneyJson : Value;

/** A fact as JSON keeps it: its amounts are texts. */
export type StoredFact<Kind extends FactKind = FactKind> = Kind extends FactKind
  ? { readonly [Field in keyof FactOf<Kind>]: StoredAs<FactOf<Kind>[Field]> }
  : never;

/** The amounts in each kind of fact; the compiler demands every one, and refuses any other. */
const MONEY_FIELDS: {
  readonly [Kind in FactKind]: Readonly<Record<MoneyField<Kind>, true>>;
} = {
  'payer-action-completed': {},
  'payer-action-abandoned': {},
  authorised: { amount: true },
  'authorisation-declined': {},
  'authorisation-changed': { amount: true },
  captured: { amount: true, fee: true, total: true },
  'capture-failed': {},
  'capture-reversed': { amount: true },
  'fee-known': { fee: true },
  voided: {},
  refunded: { amount: true, fee: true },
  'refund-failed': { amount: true },
  'dispute-seen': { amount: true },
  'dispute-moved-money': { amount: true, moved: true, fee: true },
  'dispute-closed': { amount: true },
  'fraud-reported': {},
  'review-opened': {},
  'review-closed': {},
  payout: { amount: true },
};

export function storedFactOf<Kind extends FactKind>(fact: FactOf<Kind>): StoredFact<Kind> {
  return JSON.parse(JSON.stringify(fact)) as StoredFact<Kind>;
}

/** @throws InvalidMoney when a stored amount is not exact. */
export function factFromStored<Kind extends FactKind>(stored: StoredFact<Kind>): FactOf<Kind> {
  const fields: Record<string, unknown> = { ...stored };
  for (const field of Object.keys(MONEY_FIELDS[stored.kind])) {
    const amount = fields[field] as MoneyJson | null | undefined;
    if (amount) fields[field] = Money.fromJSON(amount);
  }
  // Each amount that the kind has is Money by now, and the rest is as it was stored.
  return fields as ProviderFact as FactOf<Kind>;
}
