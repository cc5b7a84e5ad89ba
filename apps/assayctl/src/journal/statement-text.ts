import type { ProjectionServiceTypes } from '#client';
import { table } from '../table.js';
import { decimalOf, inColumns } from './amounts.js';
import { subjectOf } from './entries.command.js';

type Statement = ProjectionServiceTypes.StatementResponse;
type Movement = ProjectionServiceTypes.MovementResponse;
type Span = { readonly from?: string; readonly to?: string; readonly known?: string };
type Text = (minorUnits: string) => string;

/** A statement for a person: what it is of, its sums, its lines, and what was learnt later. */
export function statementText(statement: Statement, span: Span): string {
  const { currency, items, learntLater, nextCursor } = statement;
  const text: Text = (minorUnits) => decimalOf(minorUnits, currency);
  const parts = [
    table(headOf(statement, span)),
    table(sumsOf(statement, text)),
    ...(items.length === 0 ? [] : [table(linesOf(statement, text))]),
    ...(learntLater === null ? [] : [laterText(learntLater, span, text)]),
  ];
  const more = nextCursor === null ? '' : `more: --cursor ${nextCursor}, or --all\n`;
  return `${parts.join('\n')}${more}`;
}

function headOf({ account, currency, position }: Statement, span: Span): string[][] {
  return [
    ['account', account],
    ['currency', currency],
    ['from', span.from ?? 'the beginning'],
    ['to', span.to === undefined ? 'the end' : `before ${span.to}`],
    ['known', span.known === undefined ? 'all there is' : `by ${span.known}`],
    ['position', position],
  ];
}

function sumsOf({ opening, movements, closing }: Statement, text: Text): string[][] {
  return [
    ['', 'postings', 'debits', 'credits', 'balance'],
    ['opening', '', '', '', text(opening)],
    ...movements.map((movement) => movementOf(movement, text)),
    ['closing', '', '', '', text(closing)],
  ];
}

function movementOf(movement: Movement, text: Text): string[] {
  const { eventType, postings, debits, credits, change } = movement;
  return [eventType, String(postings), text(debits), text(credits), text(change)];
}

function linesOf({ items }: Statement, text: Text): string[][] {
  return [
    ['effective at', 'recorded at', 'event', 'of', 'debit', 'credit', 'balance'],
    ...items.map(({ effectiveAt, recordedAt, eventType, amount, balance, ...subject }) => [
      effectiveAt,
      recordedAt,
      eventType,
      subjectOf(subject),
      ...inColumns(amount, text),
      text(balance),
    ]),
  ];
}

function laterText(later: readonly Movement[], { known = '' }: Span, text: Text): string {
  if (later.length === 0) return `nothing of this time was learnt after ${known}\n`;
  const heading = ['', 'postings', 'debits', 'credits', 'change'];
  const rows = later.map((movement) => movementOf(movement, text));
  return `learnt after ${known}, of the same time\n${table([heading, ...rows])}`;
}
