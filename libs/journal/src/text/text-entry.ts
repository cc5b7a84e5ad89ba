import type { Money } from '#money';

/** An entry as plain-text books show it. */
export type TextEntry = {
  /** The id of the event it is derived from. */
  readonly entryId: string;
  /** Where the event is in the store. */
  readonly eventPosition: string;
  readonly eventType: string;
  /** When it happened at the provider; its day in UTC is the entry's. */
  readonly effectiveAt: string;
  /** When we learnt of it. */
  readonly recordedAt: string;
  readonly paymentId: string | null;
  readonly payoutReference: string | null;
  readonly lineId: string | null;
  readonly adjustmentId: string | null;
  /** The closed month that it came too late for. */
  readonly lateFor: string | null;
  readonly postings: readonly { readonly account: string; readonly amount: Money }[];
};

/** Everything that the entries of a book name, which its programs want to know beforehand. */
export type BookHead = {
  readonly accounts: readonly string[];
  readonly currencies: readonly string[];
};

/** A format of books: a head, then entries in any order. */
export type BookFormat = {
  readonly head: (head: BookHead) => string;
  readonly entry: (entry: TextEntry) => string;
};

/** Names of what an entry says beside its postings. */
export const NOTES = [
  'event',
  'position',
  'effective-at',
  'recorded-at',
  'payment',
  'payout',
  'line',
  'adjustment',
  'late-for',
] as const;

/** What an entry says beside its postings; what it has none of is left out. */
export function notesOf(entry: TextEntry): [string, string][] {
  const notes: Readonly<Record<(typeof NOTES)[number], string | null>> = {
    event: entry.entryId,
    position: entry.eventPosition,
    'effective-at': entry.effectiveAt,
    'recorded-at': entry.recordedAt,
    payment: entry.paymentId,
    payout: entry.payoutReference,
    line: entry.lineId,
    adjustment: entry.adjustmentId,
    'late-for': entry.lateFor,
  };
  return NOTES.flatMap((name): [string, string][] => {
    const value = notes[name];
    return value === null ? [] : [[name, value]];
  });
}

export function dayOf(time: string): string {
  return time.slice(0, 10);
}

/** Ids are of others: nothing in one may end its line or begin something else. */
export function inOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');
}
