import type { SeededRandom } from '#fraud';
import { Money } from '#money';
import type {
  BankItem,
  FindingStatus,
  LedgerItem,
  PayoutItem,
  ProviderItem,
} from '#reconciliation';

export const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-11-30T12:00:00Z');

/** What is known to be in the books, because it was put there. */
export type Planted = {
  readonly plant: string;
  readonly leg: 'provider' | 'bank';
  readonly status: FindingStatus;
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
  /** Of what meets. */
  readonly rule?: string;
  /** Theirs less ours, in minor units. */
  readonly residual?: bigint;
  /** The item that must be suggested to a person. */
  readonly suggests?: string;
};

/** All three books, and what is wrong with them. */
export class Books {
  readonly now = NOW;
  readonly ours: LedgerItem[] = [];
  readonly theirs: ProviderItem[] = [];
  readonly payouts: PayoutItem[] = [];
  readonly bankLines: BankItem[] = [];
  readonly planted: Planted[] = [];
  #last = 0;

  constructor(readonly random: SeededRandom) {}

  id(prefix: string): string {
    this.#last += 1;
    return `${prefix}_${this.#last}`;
  }

  whole(below: number): number {
    return Math.floor(this.random.next() * below);
  }

  pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[this.whole(items.length)] ?? items[0];
  }

  /** Long enough ago that both books should have it. */
  past(): string {
    return new Date(NOW - 20 * DAY_MS - this.whole(10 * DAY_MS)).toISOString();
  }

  later(at: string, ms: number): string {
    return new Date(Date.parse(at) + ms).toISOString();
  }

  plant(planted: Planted): void {
    this.planted.push(planted);
  }
}

export type Pair = { readonly our: LedgerItem; readonly their: ProviderItem };

const CURRENCIES = ['EUR', 'USD', 'JPY', 'KWD'] as const;

/** One operation as both books tell it when all is well. */
export function operation(
  books: Books,
  kind: 'capture' | 'refund' | 'dispute',
  given: Partial<Pick<LedgerItem, 'provider' | 'at' | 'links' | 'paymentId'>> = {},
): Pair {
  const reference = books.id({ capture: 'ch', refund: 're', dispute: 'dp' }[kind]);
  const currency = books.pick(CURRENCIES);
  const units = BigInt(500 + books.whole(90_000));
  const amount = Money.of(kind === 'capture' ? units : -units, currency);
  const fee = kind === 'capture' ? Money.of(units / 40n + 25n, currency) : null;
  const operationId = books.id('op');
  const same = {
    provider: books.pick(['stripe', 'paypal']),
    kind,
    reference,
    links: kind === 'capture' ? [] : [books.id('ch')],
    paymentId: books.id('pay'),
    amount,
    at: books.past(),
    ...given,
  };
  const our = { ...same, id: operationId, ourIds: [operationId], fee };
  const at = books.later(same.at, books.whole(3 * 3_600_000));
  const line = { id: books.id('line'), ourIds: [], at, fee: fee ?? Money.of(0n, currency) };
  return { our, their: { ...same, ...line, status: 'booked' } };
}

/** Says nothing of ids by which the line could be found beside its own. */
export function unlinked(line: ProviderItem): ProviderItem {
  return { ...line, links: [], ourIds: [], paymentId: null };
}

export function add({ ours, theirs }: Books, { our, their }: Pair): void {
  ours.push(our);
  theirs.push(their);
}

export type Payout = { readonly payout: PayoutItem; readonly bankLine: BankItem };

/** A payout of some lines, and its line at the bank. */
export function payoutOf(books: Books, given: Partial<PayoutItem> = {}): Payout {
  const currency = books.pick(CURRENCIES);
  const parts = Array.from({ length: 1 + books.whole(4) }, () =>
    Money.of(BigInt(1_000 + books.whole(50_000)), currency),
  );
  const amount = parts.reduce((total, each) => total.plus(each), Money.of(0n, currency));
  const [id, trace, at] = [books.id('po'), books.id('trace'), books.past()];
  const payout: PayoutItem = {
    id,
    provider: books.pick(['stripe', 'paypal']),
    references: [id, trace],
    amount,
    status: 'paid',
    arrivesAt: books.later(at, 2 * DAY_MS),
    at,
    content: parts,
    ...given,
  };
  const arrived = books.later(payout.arrivesAt ?? at, books.whole(DAY_MS));
  const bankLine = {
    id: books.id('bank'),
    account: 'main',
    references: [trace],
    amount,
    at: arrived,
  };
  return { payout, bankLine };
}

export function addPayout({ payouts, bankLines }: Books, { payout, bankLine }: Payout): void {
  payouts.push(payout);
  bankLines.push(bankLine);
}
