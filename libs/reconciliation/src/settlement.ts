import { Money, type MoneyJson } from '#money';
import { UnknownEvent, type Personal } from '#event-shapes';
import type { Instant, ProviderName, SettlementLine, UnreadableLine } from '#provider-port';

export type SettlementLineRecorded = {
  readonly type: 'SettlementLineRecorded';
  readonly data: SettlementLine;
};

/** A line that could not be read, kept as the provider wrote it. */
export type SetAsideLine = Omit<UnreadableLine, 'kind'>;

export type SettlementLineSetAside = {
  readonly type: 'SettlementLineSetAside';
  readonly data: SetAsideLine;
};

/** Every event of a `settlement-…` stream. */
export type SettlementEvent = SettlementLineRecorded | SettlementLineSetAside;

/**
 * What each type tells of people. A line that could not be read is kept as the provider wrote it,
 * and may name a payer.
 */
export const PERSONAL_OF_SETTLEMENTS: {
  readonly [Type in SettlementEvent['type']]: Personal<
    Extract<SettlementEvent, { type: Type }>['data']
  >;
} = { SettlementLineRecorded: {}, SettlementLineSetAside: { raw: 'unsealed' } };

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
