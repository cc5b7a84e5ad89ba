import type { Position } from '#event-store';
import type { Plain } from '#projections';
import {
  matchStatusOf,
  RULE_SET,
  sidesFromJson,
  sidesToJson,
  type LineKind,
  type Match,
} from '#reconciliation';
import type { ReconciliationMatch } from './reconciliation.entity.js';
import { exceptionsOf } from './row-findings.js';

type Row = Plain<ReconciliationMatch>;

export function emptyRow(
  { provider, kind, reference }: Pick<Row, 'provider' | 'kind' | 'reference'>,
  opened: Position,
): Row {
  return {
    provider,
    kind,
    reference,
    paymentId: null,
    status: 'expected',
    overdue: 'missing-at-provider',
    ours: [],
    theirs: [],
    unreadable: null,
    freshException: null,
    exception: null,
    stake: null,
    currency: null,
    units: '0',
    state: 'open',
    assignee: null,
    work: null,
    movedAt: new Date(0),
    dueAt: new Date(0),
    opened: opened.commit.toString(),
  };
}

export function matchOf({ kind, ours, theirs }: Row): Match {
  return { kind: kind as LineKind, ...sidesFromJson({ ours, theirs }) };
}

/** The row as it is once both sides are these; what the bank says of a payout is kept. */
export function rowWith(row: Row, match: Match): Row {
  const known = match.ours.length > 0 ? match.ours : match.theirs;
  const movedAtMs = Math.max(...known.map(({ at }) => Date.parse(at)));
  const sides = sidesToJson(match);
  const compared = {
    ...row,
    ...sides,
    status: matchStatusOf(match, BEFORE_EVERY_INSTANT),
    overdue: matchStatusOf(match, AFTER_EVERY_INSTANT),
  };
  if (row.kind === 'payout' && row.movedAt.getTime() > 0) return compared;
  return {
    ...compared,
    ...exceptionsOf({ ...row, ...sides }, movedAtMs),
    movedAt: new Date(movedAtMs),
    dueAt: new Date(movedAtMs + RULE_SET.listedWithinMs),
  };
}

const BEFORE_EVERY_INSTANT = '';
const AFTER_EVERY_INSTANT = '~';
