import type { Money } from '#money';
import { StatementFault, type NoteItem } from '../statement.js';

/** Holds the closing balance of a statement against its opening balance and its lines. */
export class BalanceCheck {
  #moved: Money | null = null;
  #unread = 0;

  constructor(readonly opening: Money) {}

  add(amount: Money): void {
    this.#moved = this.#moved?.plus(amount) ?? amount;
  }

  countUnread(): void {
    this.#unread += 1;
  }

  /** @throws StatementFault when the lines do not lead from one balance to the other. */
  *close(row: number, closing: Money): Generator<NoteItem> {
    const { currency } = this.opening;
    if (closing.currency !== currency) {
      const message = `it opens in ${currency} and closes in ${closing.currency}`;
      throw new StatementFault('statement-totals-disagree', row, message);
    }
    if (this.#unread > 0) {
      const text = 'the closing balance is not checked, since lines before cannot be read';
      yield { kind: 'note', row, text };
      return;
    }
    const counted = this.#moved ? this.opening.plus(this.#moved) : this.opening;
    if (counted.equals(closing)) return;
    const message = `the closing balance is ${closing.toString()}, the lines lead from ${this.opening.toString()} to ${counted.toString()}`;
    throw new StatementFault('statement-totals-disagree', row, message);
  }
}
