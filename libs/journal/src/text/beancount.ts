import { plainTextAccount } from './account-name.js';
import { dayOf, inOneLine, notesOf, type BookFormat } from './text-entry.js';

/** Before anything could be booked: an account has to be open on the day of its first entry. */
const OPENED = '1970-01-01';

/** Syntax of beancount 2 and 3: beancount.github.io/docs/beancount_language_syntax.html */
export const BEANCOUNT: BookFormat = {
  head: ({ accounts, currencies }) =>
    [
      'option "title" "Assay"',
      ...currencies.map((currency) => `option "operating_currency" "${currency}"`),
      ...currencies.map((currency) => `${OPENED} commodity ${currency}`),
      ...accounts.flatMap((account) => [
        `${OPENED} open ${plainTextAccount(account)}`,
        `  account: ${quoted(account)}`,
      ]),
      '',
    ].join('\n'),

  entry: (entry) =>
    [
      '',
      `${dayOf(entry.effectiveAt)} * ${quoted(entry.eventType)}`,
      ...notesOf(entry).map(([name, value]) => `  ${name}: ${quoted(value)}`),
      ...entry.postings.map(
        ({ account, amount }) =>
          `  ${plainTextAccount(account)}  ${amount.toDecimal()} ${amount.currency}`,
      ),
      '',
    ].join('\n'),
};

function quoted(text: string): string {
  return `"${inOneLine(text).replace(/["\\]/g, '\\$&')}"`;
}
