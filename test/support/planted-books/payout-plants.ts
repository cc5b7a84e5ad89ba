import { Money } from '#money';
import { addPayout, DAY_MS, payoutOf, type Books, type Planted } from './books.js';
import { shifted } from './line-plants.js';

type Plant = (books: Books) => void;

/** Payouts and bank lines, well and not. */
export const PAYOUT_PLANTS: Readonly<Record<string, Plant>> = {
  'an ordinary payout': (books) => {
    const { payout, bankLine } = payoutOf(books);
    addPayout(books, { payout, bankLine });
    planted(books, 'matched', [[payout.id], [bankLine.id]]);
  },
  'a payout in parts': (books) => {
    const { payout, bankLine } = payoutOf(books);
    const { minorUnits, currency } = bankLine.amount;
    const half = { ...bankLine, amount: Money.of(minorUnits / 2n, currency) };
    const rest = Money.of(minorUnits - minorUnits / 2n, currency);
    const other = { ...bankLine, id: books.id('bank'), amount: rest };
    books.payouts.push(payout);
    books.bankLines.push(half, other);
    planted(books, 'matched', [[payout.id], [half.id, other.id]]);
  },
  'payouts in one transfer': (books) => {
    const { payout, bankLine } = payoutOf(books);
    const also = payoutOf(books).payout;
    const amount = Money.of(also.amount.minorUnits, payout.amount.currency);
    const second = { ...also, amount, content: [amount] };
    books.payouts.push(payout, second);
    const references = [...bankLine.references, second.id];
    books.bankLines.push({ ...bankLine, references, amount: payout.amount.plus(amount) });
    planted(books, 'matched', [[payout.id, second.id], [bankLine.id]]);
  },
  'payouts in other parts': (books) => {
    const { payout, bankLine } = payoutOf(books);
    const also = payoutOf(books).payout;
    const amount = Money.of(also.amount.minorUnits, payout.amount.currency);
    const second = { ...also, amount, content: [amount] };
    const both = { ...bankLine, references: [payout.id, second.id] };
    const other = { ...both, id: books.id('bank') };
    books.payouts.push(payout, second);
    books.bankLines.push(
      { ...both, amount: shifted(payout.amount, 100n) },
      { ...other, amount: shifted(amount, -100n) },
    );
    planted(books, 'matched', [
      [payout.id, second.id],
      [both.id, other.id],
    ]);
  },
  'a payout that has time': (books) => {
    const at = new Date(books.now - DAY_MS).toISOString();
    const { payout } = payoutOf(books, { at, arrivesAt: books.later(at, DAY_MS) });
    books.payouts.push(payout);
    planted(books, 'expected', [[payout.id], []]);
  },
  'a payout that came back': (books) => {
    const { payout, bankLine } = payoutOf(books, { status: 'failed' });
    const back = { ...bankLine, id: books.id('bank'), amount: bankLine.amount.negated() };
    books.payouts.push(payout);
    books.bankLines.push(bankLine, back);
    planted(books, 'matched', [[payout.id], [bankLine.id, back.id]]);
  },
  'a payout that never left': (books) => {
    const { payout } = payoutOf(books, { status: 'cancelled' });
    books.payouts.push(payout);
    planted(books, 'booked', [[payout.id], []]);
  },
  'a payout not at the bank': (books) => {
    const { payout } = payoutOf(books);
    books.payouts.push(payout);
    planted(books, 'missing-at-bank', [[payout.id], []]);
  },
  'another amount at the bank': (books) => {
    const { payout, bankLine } = payoutOf(books);
    const amount = shifted(bankLine.amount, books.pick([1n, -1n, -150n]));
    addPayout(books, { payout, bankLine: { ...bankLine, amount } });
    planted(books, 'amount-mismatch', [[payout.id], [bankLine.id]]);
  },
  'another currency at the bank': (books) => {
    const { payout, bankLine } = payoutOf(books);
    const amount = Money.of(bankLine.amount.minorUnits, 'GBP');
    addPayout(books, { payout, bankLine: { ...bankLine, amount } });
    planted(books, 'currency-mismatch', [[payout.id], [bankLine.id]]);
  },
  'a bank line twice': (books) => {
    const { payout, bankLine } = payoutOf(books);
    addPayout(books, { payout, bankLine });
    const again = { ...bankLine, id: books.id('bank') };
    books.bankLines.push(again);
    planted(books, 'duplicate-at-bank', [[payout.id], [bankLine.id, again.id]]);
  },
  'a failed payout that the bank keeps': (books) => {
    const { payout, bankLine } = payoutOf(books, { status: 'failed' });
    addPayout(books, { payout, bankLine });
    planted(books, 'status-mismatch', [[payout.id], [bankLine.id]]);
  },
  'a payout that arrived late': (books) => {
    const { payout, bankLine } = payoutOf(books);
    const at = books.later(payout.arrivesAt ?? payout.at, 6 * DAY_MS);
    addPayout(books, { payout, bankLine: { ...bankLine, at } });
    planted(books, 'timing', [[payout.id], [bankLine.id]]);
  },
  'a foreign bank line': (books) => {
    const { bankLine } = payoutOf(books);
    books.bankLines.push(bankLine);
    planted(books, 'missing-internally', [[], [bankLine.id]]);
  },
  'a payout without its reference': (books) => {
    const { payout, bankLine } = payoutOf(books);
    addPayout(books, { payout, bankLine: { ...bankLine, references: [] } });
    planted(books, 'missing-at-bank', [[payout.id], []], bankLine.id);
    planted(books, 'missing-internally', [[], [bankLine.id]], payout.id);
  },
  'a payout that its lines do not come to': (books) => {
    const { payout, bankLine } = payoutOf(books);
    const content = [...(payout.content ?? []), Money.of(-1n, payout.amount.currency)];
    addPayout(books, { payout: { ...payout, content }, bankLine });
    planted(books, 'payout-sum-mismatch', [[payout.id], []]);
    planted(books, 'matched', [[payout.id], [bankLine.id]]);
  },
};

/** What is in question on our side, and on theirs. */
type Ids = readonly [ours: readonly string[], theirs: readonly string[]];

function planted(
  books: Books,
  status: Planted['status'],
  [ours, theirs]: Ids,
  suggests?: string,
): void {
  const rule = ours.length > 0 && theirs.length > 0 ? { rule: 'bank-reference' } : {};
  const more = suggests === undefined ? rule : { suggests };
  books.plant({ plant: status, leg: 'bank', status, ours, theirs, ...more });
}
