import './grid.css';
import { useRef, type ReactNode } from 'react';
import { useNearEnd, useRows } from './visible-rows.js';

export type Column<Row> = {
  readonly id: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** As in a CSS grid: `minmax(90px, 1fr)`. */
  readonly width: string;
  /** Digits stand on the right in every language. */
  readonly isNumber?: boolean;
};

type GridProps<Row> = {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  /** The key of the row that is open or marked. */
  readonly selected: string | null;
  readonly onSelect: (row: Row) => void;
  /** Called when the last loaded rows come near. */
  readonly onNearEnd?: () => void;
  /** All rows there are, loaded or not; null: not known. */
  readonly total: number | null;
};

/**
 * A list of rows of which only the visible ones are in the document, so that a hundred thousand
 * cost what twenty do. One row takes the Tab key; arrows and letters move from there.
 */
export function Grid<Row>(props: GridProps<Row>): ReactNode {
  const { label, rows, keyOf, columns, selected, total } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const at = rows.findIndex((row) => keyOf(row) === selected);
  const virtualizer = useRows(scroller, rows.length, at);
  useNearEnd(virtualizer.range?.endIndex ?? 0, rows.length, props.onNearEnd);
  const template = columns.map(({ width }) => width).join(' ');
  const minWidth = minWidthOf(columns);
  const tabStop = at === -1 ? 0 : at;
  return (
    <div
      ref={scroller}
      className="grid"
      role="grid"
      aria-label={label}
      aria-rowcount={total === null ? -1 : total + 1}
      aria-colcount={columns.length}
    >
      <div
        className="grid-head"
        role="row"
        aria-rowindex={1}
        style={{ gridTemplateColumns: template, minInlineSize: minWidth }}
      >
        {columns.map(({ id, head, isNumber }) => (
          <span
            key={id}
            role="columnheader"
            className={isNumber ? 'grid-cell number' : 'grid-cell'}
          >
            {head}
          </span>
        ))}
      </div>
      <div
        role="rowgroup"
        className="grid-body"
        style={{ blockSize: virtualizer.getTotalSize(), minInlineSize: minWidth }}
      >
        {virtualizer.getVirtualItems().map(({ index, start, size }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <GridRow
              key={keyOf(row)}
              row={row}
              props={props}
              place={{ index, start, size, template }}
              isTabStop={index === tabStop}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Gaps and edges of grid.css, in pixels. */
const GAP = 12;

/** Alike in all rows, so that their columns stand below each other. */
function minWidthOf<Row>(columns: readonly Column<Row>[]): number {
  const widths = columns.map(({ width }) => Number(/(\d+)px/.exec(width)?.[1] ?? 0));
  return widths.reduce((sum, width) => sum + width + GAP, GAP);
}

type Place = {
  readonly index: number;
  readonly start: number;
  readonly size: number;
  readonly template: string;
};

function GridRow<Row>({
  row,
  props: { columns, keyOf, selected, onSelect },
  place: { index, start, size, template },
  isTabStop,
}: {
  readonly row: Row;
  readonly props: GridProps<Row>;
  readonly place: Place;
  readonly isTabStop: boolean;
}): ReactNode {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={keyOf(row) === selected}
      tabIndex={isTabStop ? 0 : -1}
      className="grid-row"
      style={{
        transform: `translateY(${start}px)`,
        blockSize: size,
        gridTemplateColumns: template,
      }}
      onClick={() => onSelect(row)}
    >
      {columns.map(({ id, cell, isNumber }) => (
        <span key={id} role="gridcell" className={isNumber ? 'grid-cell number' : 'grid-cell'}>
          {cell(row)}
        </span>
      ))}
    </div>
  );
}
