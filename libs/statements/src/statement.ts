import type { SettlementLine } from '#provider-port';
import type { BankLine } from '#reconciliation';

/** The kinds of statement files; detection, requests and documents derive from this list. */
export const STATEMENT_KINDS = [
  'stripe-payout-reconciliation',
  'paypal-settlement',
  'paypal-transaction-detail',
  'camt.053',
  'mt940',
  'bank-csv',
] as const;

export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** A file that can be read from its start more than once. */
export type Source = () => AsyncIterable<Uint8Array>;

/** Where something stands in its file: the number of the line it begins in, from 1. */
type Place = { readonly row: number };

export type ProviderItem = Place & { readonly kind: 'settlement-line'; line: SettlementLine };

export type BankItem = Place & { readonly kind: 'bank-line'; readonly line: BankLine };

/** A line that cannot be read; the others are fine. */
export type RefusedItem = Place & {
  readonly kind: 'refused';
  /** Why, in one sentence. */
  readonly reason: string;
  /** The line as the file has it, whole. */
  readonly raw: string;
};

/** A line that is as it should be and moved no money, as a pending one or a repeated heading. */
export type PassedItem = Place & { readonly kind: 'moved-nothing'; readonly reason: string };

/** A sum of the file that could not be checked, and why. */
export type NoteItem = Place & { readonly kind: 'note'; readonly text: string };

export type StatementItem = ProviderItem | BankItem | RefusedItem | PassedItem | NoteItem;

export type StatementFaultCode =
  /** It ends before its format does. */
  | 'statement-incomplete'
  /** A count or sum that it states is not that of its lines. */
  | 'statement-totals-disagree'
  /** It is not of the kind that was named, or of none that is known. */
  | 'statement-unknown'
  /** Its format is broken beyond single lines. */
  | 'statement-broken';

/** Why nothing of a file may be believed. */
export class StatementFault extends Error {
  override readonly name = 'StatementFault';

  constructor(
    readonly code: StatementFaultCode,
    /** The line of the file that shows it. */
    readonly row: number,
    message: string,
  ) {
    super(message);
  }
}

/** What reading one line threw, as the reason that it is refused for. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
