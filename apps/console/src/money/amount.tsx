import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { exponentOf, Money, type MoneyJson } from '#money';

/**
 * An exact amount with its currency's code. The digits are those of the ledger: Intl has other
 * decimals than ISO 4217 for some currencies, and a number would round.
 */
export function Amount({ of }: { readonly of: MoneyJson }): ReactNode {
  const text = useAmountText();
  return <bdi dir="ltr">{text(of)}</bdi>;
}

export function useAmountText(): (of: MoneyJson) => string {
  const { formatNumber } = useIntl();
  return (of) => {
    const money = Money.fromJSON(of);
    const digits = exponentOf(money.currency);
    const shown = formatNumber(money.toDecimal() as unknown as number, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      numberingSystem: 'latn',
    });
    return `${money.currency} ${shown}`;
  };
}
