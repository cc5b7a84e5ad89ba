import type { Action } from '../keys/keys.js';

type Moves<Row> = {
  readonly rows: readonly Row[];
  /** Place of the marked row; -1: none is. */
  readonly at: number;
  readonly go: (row: Row) => void;
};

const PAGE = 10;

/** The keys that move through the rows of a list. */
export function moves<Row>({ rows, at, go }: Moves<Row>): Action[] {
  const to = (place: number) => (): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, place))];
    if (row !== undefined) go(row);
  };
  return [
    { keys: ['J', 'ArrowDown'], name: 'move.next', run: to(at + 1), repeats: true },
    { keys: ['K', 'ArrowUp'], name: 'move.previous', run: to(at - 1), repeats: true },
    { keys: ['PageDown'], name: 'move.pageDown', run: to(at + PAGE), repeats: true },
    { keys: ['PageUp'], name: 'move.pageUp', run: to(at - PAGE), repeats: true },
    { keys: ['Home'], name: 'move.first', run: to(0) },
    { keys: ['End'], name: 'move.last', run: to(rows.length - 1) },
  ];
}
