import type { Stripe } from 'stripe';
import { idOfObject } from './objects.js';

type Transaction = Stripe.BalanceTransaction;

export function isRelease({ reporting_category: category }: Transaction): boolean {
  return category === 'partial_capture_reversal';
}

/**
 * What partial captures released, by charge. One charge may be captured and released several times:
 * each release is taken once, by the capture of its second, else in order; the last capture takes
 * what is left.
 */
export class Releases {
  readonly #released = new Map<string, Transaction[]>();
  readonly #captures = new Map<string, number>();
  readonly #seconds = new Map<string, number[]>();

  constructor(transactions: readonly Transaction[]) {
    for (const transaction of transactions) {
      const charge = chargeOf(transaction);
      if (charge === null) continue;
      if (isRelease(transaction)) append(this.#released, charge, transaction);
      else if (isCapture(transaction)) {
        this.#captures.set(charge, (this.#captures.get(charge) ?? 0) + 1);
        append(this.#seconds, charge, transaction.created);
      }
    }
  }

  /** Empty for what is no capture. */
  takenFor(transaction: Transaction): readonly Transaction[] {
    const charge = chargeOf(transaction);
    if (!isCapture(transaction) || charge === null) return [];
    const waiting = (this.#captures.get(charge) ?? 1) - 1;
    this.#captures.set(charge, waiting);
    const released = this.#released.get(charge) ?? [];
    if (waiting === 0) return released.splice(0);
    const index = this.#indexFor(transaction, charge, released);
    return index === -1 ? [] : released.splice(index, 1);
  }

  /** What no capture took. */
  left(): readonly Transaction[] {
    return [...this.#released.values()].flat();
  }

  #indexFor({ created }: Transaction, charge: string, released: readonly Transaction[]): number {
    const same = released.findIndex((each) => each.created === created);
    if (same !== -1) return same;
    const seconds = this.#seconds.get(charge) ?? [];
    return released.findIndex((each) => !seconds.includes(each.created));
  }
}

function isCapture({ reporting_category: category }: Transaction): boolean {
  return category === 'charge';
}

/** The charge of a capture, or of what was released of it. */
function chargeOf({ source }: Transaction): string | null {
  if (source === null || typeof source === 'string') return source;
  return source.object === 'refund' ? idOfObject(source.charge) : source.id;
}

function append<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const known = lists.get(key);
  if (known) known.push(value);
  else lists.set(key, [value]);
}
