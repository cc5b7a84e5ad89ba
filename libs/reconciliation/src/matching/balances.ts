import { sumsByCurrency, type Money } from '#money';
import type { Instant, LineKind } from '#provider-port';

/** What a provider says that its balance was at the end of a day (UTC). */
export type ReportedBalance = {
  readonly provider: string;
  readonly day: string;
  readonly closing: Money;
};

/** A line as it moved our balance: in the currency of the balance, with its fee. */
export type BalanceMovement = {
  readonly provider: string;
  readonly kind: LineKind;
  readonly amount: Money;
  readonly fee: Money;
  readonly at: Instant;
};

/** One provider's balance of one currency on one day: opening + movements = closing. */
export type BalanceDay = {
  readonly provider: string;
  readonly currency: string;
  readonly day: string;
  readonly opening: bigint;
  /** By kind of line, and `fees` of all of them; signed as they move the balance. */
  readonly movements: Readonly<Partial<Record<LineKind | 'fees', bigint>>>;
  readonly closing: bigint;
  /** Null: the provider has not said it. */
  readonly reported: bigint | null;
  /** Reported less computed; null as long as it is not reported. */
  readonly difference: bigint | null;
};

type Sums = Partial<Record<LineKind | 'fees', bigint>>;

/**
 * Follows each balance from day to day. It begins at zero, and goes on from what was computed, so a
 * difference stays until its cause is found.
 */
export function balanceDays(
  movements: Iterable<BalanceMovement>,
  reported: readonly ReportedBalance[],
): BalanceDay[] {
  const days = new Map<string, Map<string, Sums>>();
  for (const each of movements) addMovement(days, each);
  const said = new Map<string, bigint>();
  for (const { provider, day, closing } of reported) {
    const balance = `${provider} ${closing.currency}`;
    said.set(`${balance} ${day}`, closing.minorUnits);
    dayOf(days, balance, day);
  }
  return [...days.keys()].sort().flatMap((balance) => followed(balance, days.get(balance), said));
}

function followed(
  balance: string,
  days: ReadonlyMap<string, Sums> = new Map<string, Sums>(),
  said: ReadonlyMap<string, bigint>,
): BalanceDay[] {
  const [provider = '', currency = ''] = balance.split(' ');
  let opening = 0n;
  return [...days.keys()].sort().map((day) => {
    const movements = days.get(day) ?? {};
    const closing = Object.values(movements).reduce((total, each) => total + each, opening);
    const reported = said.get(`${balance} ${day}`) ?? null;
    const difference = reported === null ? null : reported - closing;
    const result = { provider, currency, day, opening, movements, closing, reported, difference };
    opening = closing;
    return result;
  });
}

function addMovement(
  days: Map<string, Map<string, Sums>>,
  { provider, kind, amount, fee, at }: BalanceMovement,
): void {
  const day = at.slice(0, 10);
  for (const total of sumsByCurrency([amount])) {
    const sums = dayOf(days, `${provider} ${total.currency}`, day);
    sums[kind] = (sums[kind] ?? 0n) + total.minorUnits;
  }
  for (const total of sumsByCurrency([fee.negated()])) {
    const sums = dayOf(days, `${provider} ${total.currency}`, day);
    sums.fees = (sums.fees ?? 0n) + total.minorUnits;
  }
}

function dayOf(days: Map<string, Map<string, Sums>>, balance: string, day: string): Sums {
  let of = days.get(balance);
  if (!of) days.set(balance, (of = new Map<string, Sums>()));
  let sums = of.get(day);
  if (!sums) of.set(day, (sums = {}));
  return sums;
}
