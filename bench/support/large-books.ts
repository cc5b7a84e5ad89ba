import { Money } from '#money';
import type { FindingStatus, LedgerItem, ProviderItem, ReadableBooks } from '#reconciliation';

/** Both books of as many movements, made as they are read, and what is to be found in them. */
export type LargeBooks = ReadableBooks & {
  readonly expected: Partial<Record<FindingStatus, number>>;
};

/** One movement in both books, and what is to be said of it. */
type Movement = {
  readonly item?: LedgerItem;
  readonly lines: readonly ProviderItem[];
  readonly statuses: readonly FindingStatus[];
};

export const LARGE_BOOKS_NOW_MS = Date.parse('2026-11-30T12:00:00Z');

const FIRST_MS = Date.parse('2026-10-01T00:00:00Z');
const SPREAD_MS = 50 * 86_400_000;
/** Of so many movements, one differs; what it differs in takes turns. */
const DIFFERS_EACH = 100;
/** The provider lists the movements of so many in another order than we recorded them. */
const SHUFFLED = 10_000;
/** What many customers pay, as for a subscription. */
const PRICE = 999n;

/** Seven of ten meet by the provider's own id, the others by each of the weaker ids in turn. */
export function largeBooks(size: number): LargeBooks {
  const expected: Partial<Record<FindingStatus, number>> = {};
  for (let index = 0; index < size; index += 1) {
    for (const status of movementOf(index, size).statuses) {
      expected[status] = (expected[status] ?? 0) + 1;
    }
  }
  return {
    expected,
    ours: { [Symbol.iterator]: () => oursOf(size) },
    theirs: { [Symbol.iterator]: () => theirsOf(size) },
  };
}

function* oursOf(size: number): Generator<LedgerItem> {
  for (let index = 0; index < size; index += 1) {
    const { item } = movementOf(index, size);
    if (item) yield item;
  }
}

function* theirsOf(size: number): Generator<ProviderItem> {
  for (let from = 0; from < size; from += SHUFFLED) {
    const length = Math.min(SHUFFLED, size - from);
    // A step that shares no factor with the length visits each once.
    const step = length % 7919 === 0 ? 1 : 7919;
    for (let at = 0; at < length; at += 1)
      yield* movementOf(from + ((at * step) % length), size).lines;
  }
}

function movementOf(index: number, size: number): Movement {
  const item = eventOf(index, size);
  const line = lineOf(item, index);
  if (index % DIFFERS_EACH !== 0) return { item, lines: [line], statuses: ['matched'] };
  const differ = DIFFERENCES[(index / DIFFERS_EACH) % DIFFERENCES.length];
  return differ ? differ(item, line) : { item, lines: [line], statuses: ['matched'] };
}

const DIFFERENCES: readonly ((item: LedgerItem, line: ProviderItem) => Movement)[] = [
  (item, line) => {
    const amount = Money.of(item.amount.minorUnits + 1n, 'EUR');
    return { item, lines: [{ ...line, ...met(item), amount }], statuses: ['amount-mismatch'] };
  },
  (item, line) => {
    const fee = Money.of(31n, 'EUR');
    const capture = { kind: 'capture' } as const;
    return {
      item: { ...item, ...capture },
      lines: [{ ...line, ...capture, fee }],
      statuses: ['fee-mismatch'],
    };
  },
  (item) => {
    const missing = { ...item, amount: Money.of(PRICE, 'EUR') };
    return { item: missing, lines: [], statuses: ['missing-at-provider'] };
  },
  (item, line) => ({ lines: [{ ...line, ...paid(item) }], statuses: ['missing-internally'] }),
  (item, line) => {
    const listed = { ...line, ...met(item) };
    const lines = [listed, { ...listed, id: `${line.id}-2` }];
    return { item, lines, statuses: ['matched', 'duplicate-at-provider'] };
  },
  (item, line) => {
    const amount = Money.of(item.amount.minorUnits, 'USD');
    const fee = Money.of(30n, 'USD');
    const lines = [{ ...line, ...met(item), amount, fee }];
    return { item, lines, statuses: ['currency-mismatch'] };
  },
];

/** A subscription that only the provider knows of. */
function paid({ reference }: LedgerItem) {
  const amount = Money.of(PRICE, 'EUR');
  return { kind: 'capture', reference, links: [], amount } as const;
}

/** Under the provider's own id. */
function met({ kind, reference }: LedgerItem) {
  return { kind, reference, links: [], ourIds: [], paymentId: null };
}

function eventOf(index: number, size: number): LedgerItem {
  const at = new Date(FIRST_MS + Math.floor((SPREAD_MS * index) / size)).toISOString();
  return {
    id: uuidOf(index, 'a'),
    provider: index % 3 === 0 ? 'paypal' : 'stripe',
    kind: index % 5 === 4 ? 'refund' : 'capture',
    reference: `ch_${index}`,
    links: [],
    ourIds: [uuidOf(index, 'b')],
    paymentId: uuidOf(index, 'c'),
    amount: Money.of(BigInt(100 + ((index * 7919) % 50_000)), 'EUR'),
    fee: Money.of(30n, 'EUR'),
    at,
  };
}

/** Each text is a new one, as when a line is read from a file. */
function lineOf({ provider, kind, amount, at }: LedgerItem, index: number): ProviderItem {
  const way = index % 10;
  return {
    id: `txn_${index}`,
    provider,
    kind,
    reference: way >= 7 ? `other_${index}` : `ch_${index}`,
    links: way === 7 ? [`ch_${index}`] : [],
    ourIds: way === 8 ? [uuidOf(index, 'b')] : [],
    paymentId: way === 9 ? uuidOf(index, 'c') : null,
    amount,
    fee: Money.of(30n, 'EUR'),
    at,
    status: 'booked',
  };
}

function uuidOf(index: number, digit: string): string {
  return `${index.toString(16).padStart(8, '0')}-${digit}000-4000-8000-${digit.repeat(12)}`;
}
