import { UnknownEvent, type Personal } from '#event-shapes';
import { Money, type MoneyJson } from '#money';
import type { Instant, ProviderBalance, ProviderName } from '#provider-port';

/** What a provider says that it has of ours, in all currencies: one that is not here is zero. */
export type ProviderBalanceReported = {
  readonly type: 'ProviderBalanceReported';
  readonly data: {
    readonly provider: ProviderName;
    /** When it was so, by the provider's clock. */
    readonly asOf: Instant;
    readonly balances: readonly ProviderBalance[];
    readonly reportedAt: Instant;
  };
};

/** Balances are of an account of ours, and of no person. */
export const PERSONAL_OF_PROVIDER_BALANCES: {
  readonly ProviderBalanceReported: Personal<ProviderBalanceReported['data']>;
} = { ProviderBalanceReported: {} };

export const PROVIDER_BALANCE_STREAM_PREFIX = 'provider-balance-';

/** One stream per provider, as in `provider-balance-stripe`. */
export function providerBalanceStream(provider: ProviderName): string {
  return PROVIDER_BALANCE_STREAM_PREFIX + provider;
}

type Stored = Omit<ProviderBalanceReported['data'], 'balances'> & {
  readonly balances: readonly {
    readonly available: MoneyJson;
    readonly reserved: MoneyJson | null;
  }[];
};

/** Turns a stored event of any age into today's shape. @throws UnknownEvent, InvalidMoney */
export function upcastProviderBalance(type: string, data: unknown): ProviderBalanceReported {
  if (type !== 'ProviderBalanceReported') {
    throw new UnknownEvent(`not an event of a provider's balance: ${type}`);
  }
  const { balances, ...stored } = data as Stored;
  const read = balances.map(({ available, reserved }) => ({
    available: Money.fromJSON(available),
    reserved: reserved && Money.fromJSON(reserved),
  }));
  return { type, data: { ...stored, balances: read } };
}
