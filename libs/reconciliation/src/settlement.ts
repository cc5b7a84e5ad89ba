import { Money, type MoneyJson } from '#money';
import { UnknownEvent, type Instant, type ProviderName } from '#payments';

/** One line of a provider's own books, as we read it from the provider. */
export type SettlementLine = {
  readonly provider: ProviderName;
  /** The provider's id of the line; unique per provider. */
  readonly lineId: string;
  readonly kind: 'capture' | 'refund' | 'fee' | 'dispute' | 'payout' | 'adjustment';
  /** The provider's object that caused it: a capture's or refund's `reference`. */
  readonly reference: string;
  readonly paymentId: string | null;
  /** Signed: money to us is positive. Gross, before the fee. */
  readonly amount: Money;
  /** Zero or positive. */
  readonly fee: Money;
  readonly at: Instant;
};

export type SettlementLineRecorded = {
  readonly type: 'SettlementLineRecorded';
  readonly data: SettlementLine;
};

/** Every event of a `settlement-…` stream. */
export type SettlementEvent = SettlementLineRecorded;

export const SETTLEMENT_STREAM_PREFIX = 'settlement-';

/** One stream per provider and day of its books (UTC), as in `settlement-stripe-2026-11-21`. */
export function settlementStream(provider: ProviderName, at: Instant): string {
  return `${SETTLEMENT_STREAM_PREFIX}${provider}-${at.slice(0, 10)}`;
}

/**
 * Turns a stored settlement event of any age into today's shape.
 *
 * @throws UnknownEvent for a type that is not a settlement's.
 * @throws InvalidMoney when a stored amount is not exact.
 */
export function upcastSettlement(type: string, data: unknown): SettlementEvent {
  if (type !== 'SettlementLineRecorded') throw new UnknownEvent(`not a settlement event: ${type}`);
  const line = data as Omit<SettlementLine, 'amount' | 'fee'> & {
    readonly amount: MoneyJson;
    readonly fee: MoneyJson;
  };
  const amount = Money.fromJSON(line.amount);
  const fee = Money.fromJSON(line.fee);
  return { type, data: { ...line, amount, fee } };
}
