import { CHART, placeInChart, type AccountClass } from '../chart.js';

/** The five heads that beancount knows, ledger and hledger guess from. */
const HEADS: Readonly<Record<AccountClass, string>> = {
  asset: 'Assets',
  liability: 'Liabilities',
  expense: 'Expenses',
  equity: 'Equity',
  memorandum: 'Equity',
};

/**
 * The name of an account in plain-text books, as in `Liabilities:Payable:Merchant-m-1`; no two
 * accounts share one. Its parts are letters, digits and hyphens and begin with a capital, which is
 * all that beancount 2 takes: any other character is written as `-x<code point, hexadecimal>-`.
 *
 * @throws RangeError for what is no account of the chart.
 */
export function plainTextAccount(account: string): string {
  const { kind, owner } = placeInChart(account);
  const { class: head, of } = CHART[kind];
  const whose = of === 'provider' ? capitalised(escaped(owner)) : `Merchant-${escaped(owner)}`;
  return [HEADS[head], kind.split('-').map(capitalised).join('-'), whose].join(':');
}

/** A hyphen before an x is escaped itself, so that every escape can be told from what it is not. */
function escaped(owner: string): string {
  return owner.replace(
    /[^A-Za-z0-9-]|-(?=x)/gu,
    (char) => `-x${(char.codePointAt(0) ?? 0).toString(16)}-`,
  );
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
