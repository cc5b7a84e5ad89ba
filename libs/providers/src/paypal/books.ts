import type { SearchResponse, TransactionInformation } from '@paypal/paypal-server-sdk';
import { Money } from '#money';
import {
  ProviderMisuse,
  type BookEntry,
  type Instant,
  type LineId,
  type SettlementLine,
} from '#provider-port';
import { readLine } from '../unreadable-line.js';
import type { PayPalAccount } from './account.js';
import { fromPayPalAmount } from './amount.js';
import { diagnosePayPal } from './errors.js';
import { paypalLineId, paypalLineOf } from './book-line.js';
import { instantFrom, present } from './objects.js';

const DAY_MS = 86_400_000;
/** PayPal refuses longer ranges. */
const WINDOW_MAX_MS = 31 * DAY_MS;
/** How PayPal refuses a range with more records than it lists. */
const TOO_LARGE = 'RESULTSET_TOO_LARGE';
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
): AsyncGenerator<BookEntry> {
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
  const found = await foundIn(account, range);
  if (found) {
    yield found;
    return;
  }
  const { startMs, endMs } = range;
  if (endMs - startMs <= 1000) {
    const second = new Date(startMs).toISOString();
    throw new ProviderMisuse('paypal', `${TOO_LARGE}: the second ${second} cannot be divided`);
  }
  const middleMs = startMs + Math.floor((endMs - startMs) / 2000) * 1000;
  yield* searched(account, { startMs, endMs: middleMs });
  yield* searched(account, { startMs: middleMs, endMs });
}

/** All pages of a range; null when it holds more than PayPal lists. */
async function foundIn(
  account: PayPalAccount,
  range: Range,
): Promise<TransactionInformation[] | null> {
  const found = [];
  for (let number = 1, last = 1; number <= last; number += 1) {
    const listed = await page(account, range, number);
    if (listed === null || (listed.totalItems ?? 0) > RECORDS_MAX) return null;
    last = listed.totalPages ?? 1;
    found.push(...infosOf(listed));
  }
  return found;
}

function page(
  { attempts, connection }: PayPalAccount,
  { startMs, endMs }: Range,
  number: number,
): Promise<SearchResponse | null> {
  const search = {
    startDate: secondOf(Math.floor(startMs / 1000)),
    endDate: secondOf(Math.ceil(endMs / 1000)),
    fields: 'transaction_info',
    balanceAffectingRecordsOnly: 'Y',
    pageSize: PAGE_SIZE,
    page: number,
  } as const;
  return attempts.ask(async () => {
    try {
      return await connection.call(({ transactions }) => transactions.searchTransactions(search));
    } catch (error) {
      if (diagnosePayPal(error)?.code === TOO_LARGE) return null;
      throw error;
    }
  });
}

function infosOf({ transactionDetails = [] }: SearchResponse): TransactionInformation[] {
  return transactionDetails.flatMap(({ transactionInfo }) => transactionInfo ?? []);
}

function linesOf(found: readonly TransactionInformation[]): BookEntry[] {
  return found
    .filter(({ transactionStatus }) => transactionStatus !== DENIED)
    .map(entryOf)
    .sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
}

/** It moved nothing, and never will. */
const DENIED = 'D';
const PENDING = 'P';
/** A reversed one did move money, and has a line against it. */
const MOVED: ReadonlySet<string> = new Set(['S', 'V']);

function entryOf(info: TransactionInformation): BookEntry {
  const of: LineId = { provider: 'paypal', lineId: lineIdOf(info), at: begunAt(info) };
  return readLine(info, of, () => {
    const status = present(info.transactionStatus, 'transaction_status');
    if (status === PENDING) return { kind: 'pending', ...of };
    if (!MOVED.has(status)) throw new RangeError(`not a status that we know: ${status}`);
    return { ...of, ...lineOf(info) };
  });
}

function lineIdOf(info: TransactionInformation): string {
  const { transactionId = 'unnamed', transactionEventCode: code = 'T', transactionAmount } = info;
  return paypalLineId({
    transaction: transactionId,
    code,
    currency: transactionAmount?.currencyCode,
  });
}

/** A line whose times cannot be read is kept under the first of all days. */
function begunAt(info: TransactionInformation): string {
  const ms = Date.parse(info.transactionInitiationDate ?? info.transactionUpdatedDate ?? '');
  return new Date(Number.isNaN(ms) ? 0 : ms).toISOString();
}

function lineOf(info: TransactionInformation): Omit<SettlementLine, keyof LineId> {
  instantFrom(info.transactionInitiationDate);
  const transaction = present(info.transactionId, 'transaction_id');
  const code = present(info.transactionEventCode, 'transaction_event_code');
  const amount = fromPayPalAmount(present(info.transactionAmount, 'transaction_amount'));
  // PayPal writes fees as what they do to the balance.
  const fee = info.feeAmount
    ? fromPayPalAmount(info.feeAmount).negated()
    : Money.zero(amount.currency);
  const { paypalReferenceId: related = null, customField = null } = info;
  return paypalLineOf({ transaction, code, amount, fee, related, custom: customField });
}

/** PayPal's search knows whole seconds. */
function secondOf(unixSeconds: number): string {
  return new Date(unixSeconds * 1000).toISOString().replace('.000Z', 'Z');
}
