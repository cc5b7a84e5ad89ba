import type { Money } from '#money';
import { textOf } from '../text/encoding.js';
import { textLines } from '../text/text-lines.js';
import {
  reasonOf,
  StatementFault,
  type RefusedItem,
  type Source,
  type StatementItem,
} from '../statement.js';
import { BalanceCheck } from './balance-check.js';
import { BankLineIds } from './bank-line-id.js';
import { balanceOf, movementOf, type Movement } from './mt940-fields.js';
import { remittanceOf } from './mt940-remittance.js';

type Field = { readonly row: number; readonly tag: string; readonly lines: string[] };

const TAG = /^:(\d{2}[A-Z]?):(.*)$/s;

/** A SWIFT customer statement: balances around movements, each with what the bank says of it. */
export async function* mt940(source: Source): AsyncGenerator<StatementItem> {
  const statements = new Statements();
  for await (const field of fieldsOf(source)) yield* statements.read(field);
  yield* statements.end();
}

/** Fields with the lines that go on; the frames of SWIFT messages around them say nothing. */
async function* fieldsOf(source: Source): AsyncGenerator<Field> {
  let field: Field | null = null;
  for await (const { row, text } of textLines(textOf(source))) {
    const [, tag, value = ''] = TAG.exec(text.replace(/^\{1:.*\{4:$/, '')) ?? [];
    if (tag !== undefined) {
      if (field) yield field;
      field = { row, tag, lines: [value] };
    } else if (field && !isFrame(text)) {
      field.lines.push(text);
    }
  }
  if (field) yield field;
}

function isFrame(text: string): boolean {
  return /^(-\}?.*|\{[1-5]:.*|\s*)$/.test(text);
}

type Waiting = { readonly row: number; readonly movement: Movement } | RefusedItem;

class Statements {
  #row = 0;
  #account: string | null = null;
  #check: BalanceCheck | null = null;
  /** A movement whose description may still come. */
  #waiting: Waiting | null = null;
  #isClosed = false;
  #any = false;
  readonly #ids = new BankLineIds();

  *read({ row, tag, lines }: Field): Generator<StatementItem> {
    this.#row = row;
    const raw = `:${tag}:${lines.join('\n')}`;
    if (tag === '86' && this.#waiting) {
      yield this.#told(this.#waiting, lines, raw);
      return;
    }
    yield* this.#flush();
    switch (tag) {
      case '20':
        this.#begin();
        return;
      case '25':
        this.#account = accountOf(lines[0] ?? '');
        return;
      case '60F':
      case '60M':
        this.#check = new BalanceCheck(this.#balance(lines));
        return;
      case '61':
        this.#waiting = this.#movement(row, lines, raw);
        return;
      case '62F':
      case '62M':
        yield* this.#close(lines);
    }
  }

  *end(): Generator<StatementItem> {
    yield* this.#flush();
    if (!this.#any) throw this.#fault('statement-unknown', 'it has no field :20:');
    this.#assertClosed();
  }

  #begin(): void {
    if (this.#any) this.#assertClosed();
    this.#any = true;
    this.#account = null;
    this.#check = null;
    this.#isClosed = false;
  }

  #movement(row: number, lines: readonly string[], raw: string): Waiting {
    const check = this.#check;
    if (!check || this.#isClosed) {
      throw this.#fault('statement-broken', 'a movement (:61:) outside of its balances');
    }
    try {
      if (raw.includes('\0')) throw new RangeError('it holds a zero byte');
      return { row, movement: movementOf(lines, check.opening.currency) };
    } catch (error) {
      check.countUnread();
      return { kind: 'refused', row, reason: reasonOf(error), raw };
    }
  }

  #told(waiting: Waiting, described: readonly string[], raw: string): StatementItem {
    this.#waiting = null;
    if ('kind' in waiting) return { ...waiting, raw: `${waiting.raw}\n${raw}`.trimEnd() };
    const { row, movement } = waiting;
    const account = this.#account;
    if (account === null) throw this.#fault('statement-broken', 'it names no account (:25:)');
    this.#check?.add(movement.amount);
    const { supplement, ...line } = movement;
    const { texts, endToEndId } = remittanceOf(described.map((each) => each.replaceAll('\0', '')));
    const all = supplement === null ? texts : [supplement, ...texts];
    const identified = this.#ids.identify({ account, ...line, endToEndId, texts: all });
    return { kind: 'bank-line', row, line: identified };
  }

  *#flush(): Generator<StatementItem> {
    if (this.#waiting) yield this.#told(this.#waiting, [], '');
  }

  *#close(lines: readonly string[]): Generator<StatementItem> {
    if (!this.#check) throw this.#fault('statement-broken', 'a closing balance without an opening');
    yield* this.#check.close(this.#row, this.#balance(lines));
    this.#isClosed = true;
  }

  #balance(lines: readonly string[]): Money {
    try {
      return balanceOf(lines[0] ?? '');
    } catch (error) {
      throw this.#fault('statement-broken', reasonOf(error));
    }
  }

  #assertClosed(): void {
    if (this.#isClosed) return;
    throw this.#fault('statement-incomplete', 'it ends without its closing balance (:62F:)');
  }

  #fault(code: StatementFault['code'], message: string): StatementFault {
    return new StatementFault(code, this.#row, message);
  }
}

function accountOf(field: string): string {
  return field.replace(/\s/g, '').replace(/[A-Z]{3}$/, '');
}
