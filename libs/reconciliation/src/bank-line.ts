import { UnknownEvent, type Personal } from '#event-shapes';
import { Money, type MoneyJson } from '#money';

/** A day without a time, as banks book by: `2026-11-21`. */
export type Day = string;

/** One movement on an account of ours, as the bank's statement has it. It belongs to no payment. */
export type BankLine = {
  /** Our account as the statement names it: an IBAN without spaces, or the bank's own number. */
  readonly account: string;
  /** Unique per account; the same line has it in every file that tells of it. */
  readonly lineId: string;
  readonly bookedOn: Day;
  /** From when it bears interest; banks that do not say it mean the day of booking. */
  readonly valueOn: Day;
  /** Signed: money to us is positive. */
  readonly amount: Money;
  /** The bank's own id of the movement; null where it gives none. */
  readonly bankReference: string | null;
  /** The id that the payer gave it; null where the payer gave none. */
  readonly endToEndId: string | null;
  /** Remittance information and the bank's own words, in the order of the statement. */
  readonly texts: readonly string[];
  /** What kind of movement the bank calls it, as `PMNT-RCDT-ESCT` or `NTRF`. */
  readonly code: string | null;
};

export type BankLineRecorded = { readonly type: 'BankLineRecorded'; readonly data: BankLine };

/** Every event of a `bank-…` stream. */
export type BankEvent = BankLineRecorded;

export const BANK_EVENT_TYPES = ['BankLineRecorded'] as const satisfies BankEvent['type'][];

/** Remittance texts name payers, and nothing in them says which customers these are. */
export const PERSONAL_OF_BANKS: { readonly BankLineRecorded: Personal<BankLine> } = {
  BankLineRecorded: { endToEndId: 'pseudonym', texts: 'unsealed' },
};

export const BANK_STREAM_PREFIX = 'bank-';

/**
 * One stream per account and day of booking, as in `bank-1f0c…-2026-11-21`.
 *
 * @param accountHash of the account's name, so that the names of streams tell no account.
 */
export function bankStream(accountHash: string, bookedOn: Day): string {
  return `${BANK_STREAM_PREFIX}${accountHash}-${bookedOn}`;
}

type StoredBankLine = Omit<BankLine, 'amount'> & { readonly amount: MoneyJson };

/**
 * Turns a stored event of a bank account of any age into today's shape.
 *
 * @throws UnknownEvent for a type that is not a bank account's.
 * @throws InvalidMoney when the stored amount is not exact.
 */
export function upcastBank(type: string, data: unknown): BankEvent {
  if (type !== 'BankLineRecorded') throw new UnknownEvent(`not a bank event: ${type}`);
  const line = data as StoredBankLine;
  return { type, data: { ...line, amount: Money.fromJSON(line.amount) } };
}
