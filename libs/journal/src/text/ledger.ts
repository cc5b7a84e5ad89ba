import { plainTextAccount } from './account-name.js';
import { dayOf, inOneLine, NOTES, notesOf, type BookFormat } from './text-entry.js';

/**
 * What ledger 3 and hledger 1 both read. The second date of an entry is the day we learnt of it:
 * `ledger --aux-date` and `hledger --date2` go by that. hledger.org/hledger.html#journal
 */
export const LEDGER: BookFormat = {
  head: ({ accounts, currencies }) =>
    [
      ...currencies.map((currency) => `commodity ${currency}`),
      ...NOTES.map((name) => `tag ${name}`),
      ...accounts.map((account) => `account ${plainTextAccount(account)}`),
      '',
    ].join('\n'),

  entry: (entry) =>
    [
      '',
      `${dayOf(entry.effectiveAt)}=${dayOf(entry.recordedAt)} * ${inOneLine(entry.eventType)}`,
      ...notesOf(entry).map(([name, value]) => `  ; ${name}: ${inOneLine(value)}`),
      ...entry.postings.map(
        ({ account, amount }) =>
          `  ${plainTextAccount(account)}  ${amount.toDecimal()} ${amount.currency}`,
      ),
      '',
    ].join('\n'),
};
