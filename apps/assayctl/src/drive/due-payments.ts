import { paymentOfLine, type DriveIdentity, type PaymentOfRow } from './payment-of-row.js';
import type { Fault, Line } from './transactions.js';

/** Cards are not charged less than half a euro. */
const AMOUNT_MIN = 50;

/** A payment, and whether its file tells that it turned out to be fraud; null: it does not. */
export type KnownPayment = PaymentOfRow & { readonly fraud: boolean | null };

type Selection = DriveIdentity & {
  /** Most payments; lines after the last one are not read. */
  readonly limit: number;
  /** Told of a line that is no payment; it may throw to stop. */
  readonly onFault: (fault: Fault) => void;
  readonly onSkip?: () => void;
};

/** What is to be sent of a file, in its order. */
export async function* duePayments(
  lines: AsyncIterable<Line>,
  selection: Selection,
): AsyncGenerator<KnownPayment> {
  let left = selection.limit;
  if (left === 0) return;
  for await (const line of lines) {
    const payment = paymentOfLine(line, selection);
    if ('fault' in payment) {
      selection.onFault(payment);
      continue;
    }
    if (Number(payment.command.amount.amount) < AMOUNT_MIN) {
      selection.onSkip?.();
      continue;
    }
    yield { ...payment, fraud: fraudOf(line) };
    left -= 1;
    if (left === 0) return;
  }
}

function fraudOf(line: Line): boolean | null {
  const told = 'fraud' in line ? line.fraud : undefined;
  return told === '1' || told === '0' ? told === '1' : null;
}
