import { sumsByCurrency, type Money } from '#money';
import type { LineKind } from '#provider-port';
import type { Match, ProviderLine } from './match.js';
import { reportedOf } from './pairing.js';
import { presentedOf } from './settlement.js';

/** Why a provider's balance moved in a way that no event of ours told. */
export const PURPOSES = ['fees', 'fx', 'reserve', 'suspense'] as const;

export type Purpose = (typeof PURPOSES)[number];

/** Positive: the provider owes us more than our events say. */
export type Adjustment = { readonly purpose: Purpose; readonly amount: Money };

/**
 * What the provider's books say beyond our events, by purpose and currency. Our events and these
 * adjustments together are what the provider's balance really did, in any order of the two:
 * a fee that our events never told, money in another currency, and what has no event of ours.
 */
export function adjustmentsOf({ kind, ours, theirs }: Match): readonly Adjustment[] {
  const reported = reportedOf(ours, theirs);
  const toldFees = reported.flatMap(({ fee }) => (fee === null ? [] : [fee]));
  const amounts: Readonly<Record<Purpose, readonly Money[]>> = {
    fees: [
      ...toldFees,
      ...theirs.map(({ fee }) => fee.negated()),
      ...(kind === 'fee' ? theirs.map(({ amount }) => amount) : []),
    ],
    fx: kind === 'conversion' ? theirs.map(({ amount }) => amount) : theirs.flatMap(exchanged),
    reserve: kind === 'reserve' ? theirs.map(({ amount }) => amount) : [],
    suspense: HAS_EVENTS[kind]
      ? [...theirs.map(presentedOf), ...reported.map(({ amount }) => amount.negated())]
      : [],
  };
  return PURPOSES.flatMap((purpose) =>
    sumsByCurrency(amounts[purpose]).map((amount) => ({ purpose, amount })),
  );
}

/** What changes when a match comes from one state to the next. */
export function adjustmentsBetween(before: Match, after: Match): readonly Adjustment[] {
  const taken = adjustmentsOf(before).map(({ purpose, amount }) => ({
    purpose,
    amount: amount.negated(),
  }));
  const both = [...taken, ...adjustmentsOf(after)];
  return PURPOSES.flatMap((purpose) =>
    sumsByCurrency(both.filter((one) => one.purpose === purpose).map(({ amount }) => amount)).map(
      (amount) => ({ purpose, amount }),
    ),
  );
}

/** Whether a line should meet an event of ours; what does not, waits in suspense for a person. */
const HAS_EVENTS: Readonly<Record<LineKind, boolean>> = {
  capture: true,
  refund: true,
  dispute: true,
  adjustment: true,
  fee: false,
  payout: false,
  conversion: false,
  reserve: false,
};

function exchanged(line: ProviderLine): Money[] {
  const presented = presentedOf(line);
  return presented.currency === line.amount.currency ? [] : [line.amount, presented.negated()];
}
