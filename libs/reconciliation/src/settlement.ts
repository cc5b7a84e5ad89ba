import { Money, type MoneyJson } from '#money';
import { UnknownEvent } from '#event-shapes';
import type { Instant, ProviderName } from '#payments';

/**
 * What a line is. Events of ours speak of captures, refunds and disputes; the other kinds belong to
 * no payment. An `adjustment` is what the provider explains in no way that we know.
 */
export type LineKind =
  | 'capture'
  | 'refund'
  | 'dispute'
  | 'fee'
  | 'payout'
  /** One leg of an exchange between two of our balances. */
  | 'conversion'
  /** Held back by the provider, and still ours. */
  | 'reserve'
  | 'adjustment';

/** One line of a provider's own books, as we read it from the provider. */
export type SettlementLine = {
  readonly provider: ProviderName;
  /** The provider's id of the line; unique per provider. */
  readonly lineId: string;
  readonly kind: LineKind;
  /** The provider's object that caused it: a capture's or refund's `reference`. */
  readonly reference: string;
  readonly paymentId: string | null;
  /** What moved our balance. Signed: money to us is positive. Gross, before the fee. */
  readonly amount: Money;
  /** The same as the payer saw it, where it settles in another currency. */
  readonly presented?: Money;
  /** Negative where the provider gave one back. */
  readonly fee: Money;
  readonly at: Instant;
};

export type SettlementLineRecorded = {
  readonly type: 'SettlementLineRecorded';
  readonly data: SettlementLine;
};

/** A line that could not be read, kept as the provider wrote it. */
export type SetAsideLine = {
  readonly provider: ProviderName;
  readonly lineId: string;
  readonly at: Instant;
  /** Why it could not be read. */
  readonly reason: string;
  /** The provider's own JSON. */
  readonly raw: string;
};

export type SettlementLineSetAside = {
  readonly type: 'SettlementLineSetAside';
  readonly data: SetAsideLine;
};

/** Every event of a `settlement-…` stream. */
export type SettlementEvent = SettlementLineRecorded | SettlementLineSetAside;

export const SETTLEMENT_STREAM_PREFIX = 'settlement-';

/** One stream per provider and day of its books (UTC), as in `settlement-stripe-2026-11-21`. */
export function settlementStream(provider: ProviderName, at: Instant): string {
  return `${SETTLEMENT_STREAM_PREFIX}${provider}-${at.slice(0, 10)}`;
}

/** What the line is worth in the currency that our own events speak of. */
export function presentedOf({
  amount,
  presented = amount,
}: Pick<SettlementLine, 'amount' | 'presented'>): Money {
  return presented;
}

type StoredLine = Omit<SettlementLine, 'amount' | 'fee' | 'presented'> & {
  readonly amount: MoneyJson;
  readonly fee: MoneyJson;
  readonly presented?: MoneyJson;
};

/**
 * Turns a stored settlement event of any age into today's shape.
 *
 * @throws UnknownEvent for a type that is not a settlement's.
 * @throws InvalidMoney when a stored amount is not exact.
 */
export function upcastSettlement(type: string, data: unknown): SettlementEvent {
  if (type === 'SettlementLineSetAside') return { type, data: data as SetAsideLine };
  if (type !== 'SettlementLineRecorded') throw new UnknownEvent(`not a settlement event: ${type}`);
  const { presented, ...line } = data as StoredLine;
  return {
    type,
    data: {
      ...line,
      amount: Money.fromJSON(line.amount),
      fee: Money.fromJSON(line.fee),
      ...(presented === undefined ? {} : { presented: Money.fromJSON(presented) }),
    },
  };
}
