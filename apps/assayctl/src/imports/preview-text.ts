import { Money, type MoneyJson } from '#money';
import { table } from '../table.js';
import { totalRows } from './import-text.js';

/** What a preview answers: the contents of a file, and its first items. */
export type Previewed = {
  readonly kind: string;
  readonly encoding: string;
  readonly lines: number;
  readonly refused: number;
  readonly movedNothing: number;
  readonly totals: readonly MoneyJson[];
  readonly notes: readonly string[];
  readonly items: readonly Item[];
};

/** What is shown of an item, whichever kind it is of. */
type Item = {
  readonly row: number;
  readonly kind: string;
  readonly reason?: string;
  readonly text?: string;
  readonly line?: {
    readonly at?: string;
    readonly bookedOn?: string;
    readonly amount: MoneyJson;
    readonly lineId: string;
  };
};

export function previewText(found: Previewed): string {
  const head = table([
    ['kind', found.kind],
    ['encoding', found.encoding],
    ['lines', `${found.lines}`],
    ['refused', `${found.refused}`],
    ['moved nothing', `${found.movedNothing}`],
    ...totalRows(found),
    ...found.notes.map((note) => ['note', note]),
  ]);
  const rows = found.items.map((item) => rowOf(item));
  return `${head}\n${table([['line', 'what', 'when', 'amount', 'id or reason'], ...rows])}`;
}

function rowOf({ row, kind, reason, text, line }: Item): string[] {
  const place = [`${row}`, kind];
  if (!line) return [...place, '', '', reason ?? text ?? ''];
  const when = line.at ?? line.bookedOn ?? '';
  return [...place, when, Money.fromJSON(line.amount).toString(), line.lineId];
}
