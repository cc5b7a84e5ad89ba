import { duePayments } from './due-payments.js';
import type { DriveIdentity } from './payment-of-row.js';
import type { Fault, Line } from './transactions.js';

/** Faults that are listed; more are only counted. */
const LISTED_MAX = 100;

/** The lines of a file that make no payment. */
export class Faults {
  readonly #listed: Fault[] = [];
  #count = 0;

  add(fault: Fault): void {
    this.#count += 1;
    if (this.#listed.length < LISTED_MAX) this.#listed.push(fault);
  }

  get count(): number {
    return this.#count;
  }

  /** One line of text for each that is listed. */
  get text(): string {
    const lines = this.#listed.map(({ line, fault }) => `line ${line}: ${fault}`);
    const more = this.#count - lines.length;
    return [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
  }
}

/** Reads all that is to be sent of a file before any of it is. */
export async function faultsOf(
  lines: AsyncIterable<Line>,
  selection: DriveIdentity & { readonly limit: number },
): Promise<Faults> {
  const faults = new Faults();
  const payments = duePayments(lines, { ...selection, onFault: (fault) => faults.add(fault) });
  while (!(await payments.next()).done) continue;
  return faults;
}
