import type { Money } from '#money';
import { reasonOf, StatementFault, type NoteItem, type StatementItem } from '../statement.js';
import { BalanceCheck } from './balance-check.js';
import { BankLineIds } from './bank-line-id.js';
import { entryOf, leafOf, moneyIn, type Leaf } from './camt053-entry.js';

/** Where entries and what frames them stand, without prefixes of namespaces. */
const STATEMENT = 'Document/BkToCstmrStmt/Stmt';
const ENTRY = `${STATEMENT}/Ntry`;
const BALANCE = `${STATEMENT}/Bal`;
const OPENING = new Set(['OPBD', 'PRCD']);

/** More leaves than any entry has; a batch of payments may have thousands. */
const LEAVES_MAX = 20_000;

/** Collects the elements of a statement to lines, and holds its sums against them. */
export class CamtStatements {
  isEnding = false;
  readonly #path: string[] = [];
  readonly #ids = new BankLineIds();
  #items: StatementItem[] = [];
  #attributes: Readonly<Record<string, string>> = {};
  #leaves: Leaf[] = [];
  #begun = 1;
  #account: string | null = null;
  #open: Sums = new Sums();
  #isStatement = false;

  get depth(): number {
    return this.#path.length;
  }

  open(name: string, attributes: Readonly<Record<string, string>>, row: number): void {
    this.#path.push(name);
    this.#attributes = attributes;
    const path = this.#path.join('/');
    if (path === STATEMENT) this.#begin();
    if (path === ENTRY || path === BALANCE || path === `${STATEMENT}/TxsSummry`) {
      this.#leaves = [];
      this.#begun = row;
    }
  }

  close(text: string, row: number): void {
    const path = this.#path.join('/');
    if (text !== '') this.#keep(path, text, row);
    this.#path.pop();
    this.#attributes = {};
    switch (path) {
      case ENTRY:
        this.#endEntry();
        return;
      case BALANCE:
        this.#endBalance();
        return;
      case `${STATEMENT}/TxsSummry`:
        this.#open.state(this.#leaves);
        return;
      case STATEMENT:
        this.#items.push(...this.#open.check(row));
    }
  }

  take(): StatementItem[] {
    return this.#items.splice(0);
  }

  /** @param close tells the parser that nothing more comes. */
  end(close: () => void): void {
    this.isEnding = true;
    close();
    if (this.#isStatement) return;
    throw new StatementFault('statement-unknown', 1, 'it is no bank statement (BkToCstmrStmt)');
  }

  unfinished(row: number): StatementFault {
    const at = this.#path.at(-1);
    const within = at === undefined ? 'before its statement' : `within the element ${at}`;
    return new StatementFault('statement-incomplete', row, `the file ends ${within}`);
  }

  #begin(): void {
    this.#isStatement = true;
    this.#account = null;
    this.#open = new Sums();
  }

  #keep(path: string, text: string, row: number): void {
    if (path === `${STATEMENT}/Acct/Id/IBAN` || path === `${STATEMENT}/Acct/Id/Othr/Id`) {
      this.#account = text.replace(/\s/g, '');
    }
    if (this.#leaves.length >= LEAVES_MAX) {
      throw new StatementFault(
        'statement-broken',
        row,
        `an entry has more than ${LEAVES_MAX} parts`,
      );
    }
    const currency = this.#attributes['Ccy'];
    this.#leaves.push({ path, text, ...(currency === undefined ? {} : { currency }) });
  }

  #endEntry(): void {
    const row = this.#begun;
    const leaves = this.#leaves.map((leaf) => ({
      ...leaf,
      path: leaf.path.slice(ENTRY.length + 1),
    }));
    this.#leaves = [];
    try {
      const { status, line } = entryOf(leaves);
      if (status !== 'BOOK') {
        this.#open.countPassed();
        this.#items.push({ kind: 'moved-nothing', row, reason: `not booked: ${status}` });
        return;
      }
      if (this.#account === null) throw new RangeError('its statement names no account');
      this.#open.add(line.amount);
      const identified = this.#ids.identify({ account: this.#account, ...line });
      this.#items.push({ kind: 'bank-line', row, line: identified });
    } catch (error) {
      this.#open.countUnread();
      const raw = JSON.stringify(leaves);
      this.#items.push({ kind: 'refused', row, reason: reasonOf(error), raw });
    }
  }

  #endBalance(): void {
    const leaves = this.#leaves.map((l) => ({ ...l, path: l.path.slice(BALANCE.length + 1) }));
    const code = leafOf(leaves, 'Tp/CdOrPrtry/Cd');
    if (code !== 'CLBD' && !OPENING.has(code ?? '')) return;
    try {
      this.#open.balance(code ?? '', moneyIn(leaves));
    } catch (error) {
      throw new StatementFault('statement-broken', this.#begun, reasonOf(error));
    }
  }
}

/** What a statement states of itself, and what its entries come to. */
class Sums {
  #opening: Money | null = null;
  #closing: Money | null = null;
  #moved: Money | null = null;
  #entries = 0;
  #unread = 0;
  #statedEntries: string | null = null;

  /** @throws RangeError for an amount in another currency than those before it. */
  add(amount: Money): void {
    const { currency } = this.#opening ?? this.#moved ?? amount;
    if (amount.currency !== currency) {
      throw new RangeError(`an entry in ${amount.currency} on an account in ${currency}`);
    }
    this.#entries += 1;
    this.#moved = this.#moved?.plus(amount) ?? amount;
  }

  countUnread(): void {
    this.#entries += 1;
    this.#unread += 1;
  }

  /** An entry that is not booked: counted, and in no balance. */
  countPassed(): void {
    this.#entries += 1;
  }

  balance(code: string, amount: Money): void {
    if (code === 'CLBD') this.#closing = amount;
    else this.#opening ??= amount;
  }

  state(leaves: readonly Leaf[]): void {
    const stated = leaves.find(({ path }) => path.endsWith('/TtlNtries/NbOfNtries'));
    this.#statedEntries = stated?.text ?? null;
  }

  *check(row: number): Generator<NoteItem> {
    if (this.#statedEntries !== null && Number(this.#statedEntries) !== this.#entries) {
      const message = `the statement states ${this.#statedEntries} entries and has ${this.#entries}`;
      throw new StatementFault('statement-totals-disagree', row, message);
    }
    if (!this.#opening || !this.#closing) {
      const which = this.#opening ? 'closing' : 'opening';
      yield { kind: 'note', row, text: `it states no ${which} balance, so its sum is not checked` };
      return;
    }
    const check = new BalanceCheck(this.#opening);
    if (this.#moved) check.add(this.#moved);
    if (this.#unread > 0) check.countUnread();
    yield* check.close(row, this.#closing);
  }
}
