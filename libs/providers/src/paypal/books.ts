import type { SearchResponse, TransactionInformation } from '@paypal/paypal-server-sdk';
import { Money } from '#money';
import type { BookLine } from '../payment-provider.js';
import type { Instant } from '../instant.js';
import type { PayPalAccount } from './account.js';
import { fromPayPalAmount } from './amount.js';
import { ourId } from '../our-id.js';
import { instantFrom, present } from './objects.js';

const DAY_MS = 86_400_000;
/** PayPal refuses longer ranges. */
const WINDOW_MAX_MS = 31 * DAY_MS;
/** A range with more records than this is refused as RESULTSET_TOO_LARGE, so it is split. */
const RECORDS_MAX = 10_000;
const PAGE_SIZE = 500;

type Range = { readonly startMs: number; readonly endMs: number };

/**
 * PayPal's transaction search, oldest first. Transactions show up in it up to three hours late, so
 * the last hours must be read again.
 */
export async function* paypalBooks(
  account: PayPalAccount,
  from: Instant,
): AsyncGenerator<BookLine> {
  const endMs = account.now().getTime();
  for (let startMs = Date.parse(from); startMs < endMs; startMs += WINDOW_MAX_MS) {
    const window = { startMs, endMs: Math.min(startMs + WINDOW_MAX_MS, endMs) };
    for await (const found of searched(account, window)) yield* linesOf(found);
  }
}

/** One range as a whole, or its halves when it holds too much. */
async function* searched(
  account: PayPalAccount,
  range: Range,
): AsyncGenerator<TransactionInformation[]> {
  const first = await page(account, range, 1);
  const { totalItems = 0, totalPages = 1 } = first;
  const { startMs, endMs } = range;
  if (totalItems > RECORDS_MAX && endMs - startMs > 1000) {
    const middleMs = startMs + Math.floor((endMs - startMs) / 2000) * 1000;
    yield* searched(account, { startMs, endMs: middleMs });
    yield* searched(account, { startMs: middleMs, endMs });
    return;
  }
  const found = infosOf(first);
  for (let number = 2; number <= totalPages; number += 1) {
    found.push(...infosOf(await page(account, range, number)));
  }
  yield found;
}

function page(
  { attempts, connection }: PayPalAccount,
  { startMs, endMs }: Range,
  number: number,
): Promise<SearchResponse> {
  return attempts.ask(() =>
    connection.call(({ transactions }) =>
      transactions.searchTransactions({
        startDate: secondOf(Math.floor(startMs / 1000)),
        endDate: secondOf(Math.ceil(endMs / 1000)),
        fields: 'transaction_info',
        balanceAffectingRecordsOnly: 'Y',
        pageSize: PAGE_SIZE,
        page: number,
      }),
    ),
  );
}

function infosOf({ transactionDetails = [] }: SearchResponse): TransactionInformation[] {
  return transactionDetails.flatMap(({ transactionInfo }) => transactionInfo ?? []);
}

function linesOf(found: readonly TransactionInformation[]): BookLine[] {
  return found
    .filter(hasMoved)
    .map(lineOf)
    .sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
}

/** Pending and denied transactions moved nothing; a reversed one did, and has a line against it. */
function hasMoved({ transactionStatus }: TransactionInformation): boolean {
  return transactionStatus === 'S' || transactionStatus === 'V';
}

function lineOf(info: TransactionInformation): BookLine {
  const reference = present(info.transactionId, 'transaction_id');
  const code = present(info.transactionEventCode, 'transaction_event_code');
  const amount = fromPayPalAmount(present(info.transactionAmount, 'transaction_amount'));
  // PayPal writes fees as what they do to the balance.
  const fee = info.feeAmount
    ? fromPayPalAmount(info.feeAmount).negated()
    : Money.zero(amount.currency);
  return {
    lineId: `${reference}-${code}`,
    kind: kindOf(code),
    reference,
    paymentId: ourId(info.customField),
    amount,
    fee,
    at: instantFrom(info.transactionInitiationDate),
  };
}

/** Exact codes first, then the group, which is the code's first two digits. */
const KINDS: Readonly<Record<string, BookLine['kind']>> = {
  T00: 'capture',
  T01: 'fee',
  T04: 'payout',
  T12: 'dispute',
  T1106: 'dispute',
  T1107: 'refund',
  T1110: 'dispute',
  T1111: 'dispute',
};

function kindOf(code: string): BookLine['kind'] {
  return KINDS[code] ?? KINDS[code.slice(0, 3)] ?? 'adjustment';
}

/** PayPal's search knows whole seconds. */
function secondOf(unixSeconds: number): string {
  return new Date(unixSeconds * 1000).toISOString().replace('.000Z', 'Z');
}
