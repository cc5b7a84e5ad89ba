import { Money } from '#money';
import type { LineId, LineKind, SettlementLine } from '#provider-port';
import { ourId } from '../our-id.js';

/** What every source of PayPal's books says of a line: its search, and its reports. */
export type PayPalRecord = {
  readonly transaction: string;
  /** As in T0006. */
  readonly code: string;
  /** What it does to the balance. */
  readonly amount: Money;
  /** What PayPal took, so that it is negative where PayPal gave it back. */
  readonly fee: Money;
  /** The older transaction that it is about. */
  readonly related: string | null;
  /** The field that we write our payment's id into. */
  readonly custom: string | null;
};

/** Both legs of an exchange may be one transaction, so its currency tells them apart. */
export function paypalLineId({
  transaction,
  code,
  currency = '',
}: Pick<PayPalRecord, 'transaction' | 'code'> & {
  readonly currency?: string | undefined;
}): string {
  const leg = kindOf(code) === 'conversion' ? `-${currency}` : '';
  return `${transaction}-${code}${leg}`;
}

export function paypalLineOf({
  transaction,
  code,
  amount,
  fee,
  related,
  custom,
}: PayPalRecord): Omit<SettlementLine, keyof LineId> {
  const paymentId = ourId(custom);
  if (code === DISPUTE_FEE && related !== null) {
    // Told as in a dispute's movements of money: its fee is one in which no other money moves.
    const money = { amount: Money.zero(amount.currency), fee: fee.minus(amount) };
    return { ...money, kind: 'dispute', reference: related, paymentId };
  }
  const reference = named(code, related) ?? transaction;
  return { kind: kindOf(code), reference, paymentId, amount, fee };
}

/** "Chargeback processing fee". */
const DISPUTE_FEE = 'T0106';

/** The older transaction that a line is about, where that is what our events speak of. */
function named(code: string, related: string | null): string | null {
  return NAMES_ANOTHER.has(code) ? related : null;
}

/** A chargeback names the capture, and the reversal of a refund names the refund. */
const NAMES_ANOTHER: ReadonlySet<string> = new Set([
  'T1100',
  'T1201',
  'T1202',
  'T1205',
  'T1207',
  'T1208',
]);

/** Exact codes first, then the group, which is the code's first two digits. */
const KINDS: Readonly<Record<string, LineKind>> = {
  T00: 'capture',
  T01: 'fee',
  T02: 'conversion',
  T04: 'payout',
  T15: 'reserve',
  T21: 'reserve',
  // A refund that came back; PayPal has no code of its own for it.
  T1100: 'refund',
  T1101: 'payout',
  T1105: 'reserve',
  T1106: 'dispute',
  T1107: 'refund',
  T1108: 'fee',
  T1109: 'fee',
  T1110: 'reserve',
  T1111: 'reserve',
  T1201: 'dispute',
  T1202: 'dispute',
  T1205: 'dispute',
  T1207: 'dispute',
  T1208: 'dispute',
};

function kindOf(code: string): LineKind {
  return KINDS[code] ?? KINDS[code.slice(0, 3)] ?? 'adjustment';
}
