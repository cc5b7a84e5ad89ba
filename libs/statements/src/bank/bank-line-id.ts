import { createHash } from 'node:crypto';
import type { BankLine } from '#reconciliation';

/** As the name of an account stands in the names of streams. */
export function accountHashOf(account: string): string {
  return digestOf([account]).slice(0, 16);
}

/**
 * Gives each line of a file its id. The bank's own id tells lines apart where there is one, else
 * all that the line says; lines that are the same in all of it are told apart by their order, which
 * is the same in every file that has the whole day.
 */
export class BankLineIds {
  readonly #seen = new Map<string, number>();

  identify(line: Omit<BankLine, 'lineId'>): BankLine {
    const { account, bookedOn, amount, bankReference, valueOn, endToEndId, texts } = line;
    const money = [amount.minorUnits.toString(), amount.currency];
    const own = bankReference === null ? [valueOn, endToEndId, ...texts] : [bankReference];
    const digest = digestOf([account, bookedOn, ...money, ...own]);
    const key = digest.slice(0, 16);
    const before = this.#seen.get(key) ?? 0;
    this.#seen.set(key, before + 1);
    return { ...line, lineId: before === 0 ? digest : digestOf([digest, String(before)]) };
  }
}

function digestOf(names: readonly (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(names)).digest('hex').slice(0, 32);
}
