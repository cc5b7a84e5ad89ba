import type { RecordedEvent } from '#event-store';
import { bankPostings, entryOfBankLine, type JournalEntry, type Posting } from '#journal';
import { Money } from '#money';
import type { ProviderName } from '#payments';
import { rowsOf, type Plain, type Read, type View } from '#projections';
import {
  BANK_STREAM_PREFIX,
  bankReferenceOf,
  bankReferencesOf,
  exceptionKeyOf,
  upcastBank,
  type BankLineRecorded,
  type ExceptionReopened,
  type ExceptionResolved,
} from '#reconciliation';
import { JournalBankLine, JournalBankReference, type NamedPayout } from './bank-lines.entity.js';
import { writeEntry } from './journal-entry.js';

type Line = Plain<JournalBankLine>;

/** A word that so many lines have and no payout is named by is no name. */
const WAITING_MAX = 50;

export function readsOfBankLine({ stream, type, data }: RecordedEvent): Read[] {
  const line = upcastBank(type, data).data;
  return [
    ...bankReferencesOf(line).map(rowsOfReference),
    rowsOf(JournalBankLine, 'key', keyOf(stream, line)),
  ];
}

export function readsOfNamedPayout(reference: string): Read {
  return rowsOfReference(bankReferenceOf(reference));
}

/** The lines that wait for a payout of this name. */
export function waitingFor(reference: string, view: Pick<View, 'find'>): Read[] {
  const row = view.find(JournalBankReference, { reference: bankReferenceOf(reference) });
  return (row?.waiting ?? []).map((key) => rowsOf(JournalBankLine, 'key', key));
}

/** A person may say of which payout a line is. */
export function readsOfMatchedLine(exceptionId: string): Read[] {
  const { provider, reference } = exceptionKeyOf(exceptionId);
  return provider === 'bank' ? [rowsOf(JournalBankLine, 'key', reference)] : [];
}

function rowsOfReference(reference: string): Read {
  return rowsOf(JournalBankReference, 'reference', reference);
}

function keyOf(stream: string, { lineId }: { readonly lineId: string }): string {
  const [accountHash = ''] = stream.slice(BANK_STREAM_PREFIX.length).split('-');
  return `${accountHash}.${lineId}`;
}

/** Books a line of the bank that names a payout; one that names none waits for it. */
export function recordBankLine(
  { data }: BankLineRecorded,
  view: View,
  recorded: RecordedEvent,
): void {
  const { amount, bookedOn } = data;
  const key = keyOf(recorded.stream, data);
  if (view.find(JournalBankLine, { key })) return;
  const rows = bankReferencesOf(data).map((reference) => referenceIn(view, reference));
  const [payout] = rows.flatMap(({ payouts }) => payouts.filter(isIn(amount.currency)));
  const line = { key, amount: amount.toJSON(), bookedOn, provider: payout?.provider ?? null };
  view.put(JournalBankLine, line);
  if (payout) {
    const postings = bankPostings(payout.provider as ProviderName, amount);
    write(postings, { line, payoutReference: payout.reference }, view, recorded);
    return;
  }
  for (const row of rows) {
    if (row.payouts.length > 0 || row.waiting.length >= WAITING_MAX) continue;
    view.put(JournalBankReference, { ...row, waiting: [...row.waiting, key] });
  }
}

/** Notes what a payout is named by. @returns what lines that waited for it move. */
export function namePayout(payout: NamedPayout, view: View): readonly Posting[] {
  const row = referenceIn(view, bankReferenceOf(payout.reference));
  if (row.payouts.some((known) => isSame(known, payout))) return [];
  const due = row.waiting.flatMap((key) => {
    const line = view.find(JournalBankLine, { key });
    return line?.provider === null && line.amount.currency === payout.currency ? [line] : [];
  });
  const left = row.waiting.filter((key) => !due.some((line) => line.key === key));
  view.put(JournalBankReference, { ...row, payouts: [...row.payouts, payout], waiting: left });
  return due.flatMap((line) => {
    view.put(JournalBankLine, { ...line, provider: payout.provider });
    return bankPostings(payout.provider as ProviderName, Money.fromJSON(line.amount));
  });
}

/** Books what a person matched a line with, and back what was reopened. */
export function bookMatchedLine(
  { type, data }: ExceptionResolved | ExceptionReopened,
  view: View,
  recorded: RecordedEvent,
): void {
  const own = exceptionKeyOf(data.exceptionId);
  const payout = payoutMatchedIn(data.resolution.matchedWith);
  if (own.provider !== 'bank' || !payout) return;
  const line = view.find(JournalBankLine, { key: own.reference });
  const isBack = type === 'ExceptionReopened';
  if (!line || (line.provider !== null) !== isBack) return;
  const amount = Money.fromJSON(line.amount);
  const provider = payout.provider as ProviderName;
  const postings = bankPostings(provider, isBack ? amount.negated() : amount);
  view.put(JournalBankLine, { ...line, provider: isBack ? null : provider });
  const at = isBack ? data.reopenedAt : undefined;
  write(postings, { line, payoutReference: payout.reference, at }, view, recorded);
}

function payoutMatchedIn(exceptionIds: readonly string[]) {
  return exceptionIds.map(exceptionKeyOf).find(({ kind }) => kind === 'payout');
}

function write(
  postings: readonly Posting[],
  of: { readonly line: Line; readonly payoutReference: string; readonly at?: string | undefined },
  view: View,
  recorded: RecordedEvent,
): void {
  const effectiveAt = of.at ?? `${of.line.bookedOn}T00:00:00.000Z`;
  const times = { effectiveAt, recordedAt: recorded.recordedAt };
  const entry: JournalEntry | null = entryOfBankLine(postings, times, of.payoutReference);
  if (entry) writeEntry(entry, view, recorded);
}

function referenceIn(view: View, reference: string): Plain<JournalBankReference> {
  const known = view.find(JournalBankReference, { reference });
  return known ?? { reference, payouts: [], waiting: [] };
}

function isIn(currency: string): (payout: NamedPayout) => boolean {
  return (payout) => payout.currency === currency;
}

function isSame(a: NamedPayout, b: NamedPayout): boolean {
  return a.provider === b.provider && a.reference === b.reference && a.currency === b.currency;
}
