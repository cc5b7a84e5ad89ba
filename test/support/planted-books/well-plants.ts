import { Money } from '#money';
import { add, DAY_MS, operation, unlinked, type Books } from './books.js';
import { exchanged, met, planted, reversalOf } from './line-plants.js';

type Plant = (books: Books) => void;

/** What looks like a difference and is none, with the rule that has to see it. */
export const WELL_PLANTS: Readonly<Record<string, Plant>> = {
  'not listed yet': (books) => {
    const at = new Date(books.now - books.whole(DAY_MS)).toISOString();
    const { our } = operation(books, books.pick(['capture', 'refund']), { at });
    books.ours.push(our);
    planted(books, 'expected', [[our.id], []]);
  },
  'not recorded yet': (books) => {
    const at = new Date(books.now - books.whole(3_600_000)).toISOString();
    const { their } = operation(books, 'capture');
    books.theirs.push({ ...their, at });
    planted(books, 'expected', [[], [their.id]]);
  },
  'a refund that failed in both': (books) => {
    const pair = operation(books, 'refund');
    met(books, 'matched', pair, 'provider-id');
    const back = reversalOf(books, pair);
    const our = { ...pair.our, id: books.id('op'), amount: back.amount, at: back.at };
    met(books, 'matched', { our, their: back }, 'provider-id');
  },
  'a dispute under the id of its capture': (books) => {
    const { our, their } = operation(books, 'dispute');
    const line = { ...unlinked(their), reference: our.links[0] ?? '' };
    met(books, 'matched', { our, their: line }, 'linked-id');
  },
  'a refund that names its capture alone': (books) => {
    const { our, their } = operation(books, 'refund');
    const line = { ...their, paymentId: null, reference: books.id('re') };
    met(books, 'matched', { our, their: line }, 'linked-id');
  },
  'a line with our id alone': (books) => {
    const { our, their } = operation(books, 'capture');
    const line = { ...unlinked(their), reference: books.id('ch'), ourIds: [our.id] };
    met(books, 'matched', { our, their: line }, 'our-id');
  },
  'a line with the payment alone': (books) => {
    const { our, their } = operation(books, 'capture');
    const line = { ...unlinked(their), reference: books.id('ch'), paymentId: our.paymentId };
    met(books, 'matched', { our, their: line }, 'payment-id');
  },
  'a capture in parts': (books) => {
    const { our, their } = operation(books, 'capture');
    const { minorUnits, currency } = their.amount;
    const part = Money.of(minorUnits / 3n, currency);
    const rest = Money.of(minorUnits - part.minorUnits, currency);
    const second = { ...their, id: books.id('line'), amount: rest, fee: Money.of(0n, currency) };
    books.ours.push(our);
    books.theirs.push({ ...their, amount: part }, second);
    planted(books, 'matched', [[our.id], [their.id, second.id]], { rule: 'provider-id' });
  },
  'a part of a hold that was captured, and the rest reversed': (books) => {
    const { our, their } = operation(books, 'capture');
    const { minorUnits, currency } = their.amount;
    const reversed = Money.of(-700n, currency);
    const line = { ...their, amount: Money.of(minorUnits + 700n, currency) };
    const back = { ...their, id: books.id('line'), amount: reversed, fee: Money.of(0n, currency) };
    books.ours.push(our);
    books.theirs.push(line, back);
    planted(books, 'matched', [[our.id], [line.id, back.id]], { rule: 'provider-id' });
  },
  'several captures of one charge': (books) => {
    const first = operation(books, 'capture');
    const { reference, provider, paymentId } = first.our;
    const others = [1, 2].map(() => operation(books, 'capture', { provider, paymentId }));
    for (const { our, their } of [first, ...others]) {
      const currency = first.our.amount.currency;
      const amount = Money.of(our.amount.minorUnits, currency);
      const fee = Money.of(30n, currency);
      const same = { reference, amount, fee };
      met(
        books,
        'matched',
        { our: { ...our, ...same }, their: { ...their, ...same } },
        'provider-id',
      );
    }
  },
  'an exchange at its rate': (books) => {
    met(books, 'matched', exchanged(books, 0n), 'provider-id');
  },
  'an exchange that was rounded': (books) => {
    met(books, 'matched-with-tolerance', exchanged(books, books.pick([1n, -1n])), 'provider-id');
  },
  'money of no payment': (books) => {
    const { their } = operation(books, 'capture');
    const kind = books.pick(['fee', 'reserve', 'conversion'] as const);
    books.theirs.push({ ...unlinked(their), kind });
    planted(books, 'booked', [[], [their.id]]);
  },
  'an ordinary operation': (books) => {
    const pair = operation(books, books.pick(['capture', 'refund', 'dispute']));
    met(books, 'matched', pair, 'provider-id');
  },
  'another ordinary operation': (books) => {
    add(books, operation(books, books.pick(['capture', 'refund', 'dispute'])));
  },
};
