import { sumsByCurrency } from '#money';
import type { Rejected } from './finding.js';
import { amountKey, inOrder, sizeOf } from './in-order.js';
import type { LedgerItem, ProviderItem } from './item.js';
import type { Met } from './judge.js';
import type { MatchRule } from './rule-set.js';

export type Sides = {
  readonly ours: readonly LedgerItem[];
  readonly theirs: readonly ProviderItem[];
};

type Open = { ours: LedgerItem[]; theirs: ProviderItem[] };

/** How the ids of a rule bring sides together. */
export type Meeting = {
  readonly rule: MatchRule;
  /** Whether these ids name the operation itself, so that its amounts may differ. */
  readonly isExact: boolean;
};

/** As many rejected candidates as a certificate lists. */
const REJECTED_MAX = 5;
/** Beyond so many, the nearest amounts are not looked for among all. */
const NEAREST_MAX = 64;

/** Pairs what the same ids lead to: equal amounts first, then equal sums, then the nearest. */
export function meet(sides: Sides, meeting: Meeting): { met: Met[]; left: Sides } {
  const open: Open = { ours: [...inOrder(sides.ours)], theirs: [...inOrder(sides.theirs)] };
  const pairs = [
    ...equalPairs(open, (item) => `${amountKey(item.amount)} ${item.fee?.minorUnits ?? ''}`),
    ...equalPairs(open, (item) => amountKey(item.amount)),
    ...equalSums(open),
    ...(meeting.isExact ? unequalPairs(open) : []),
  ];
  return { met: pairs.map((pair) => metBy(pair, sides, meeting)), left: open };
}

function equalPairs(open: Open, keyOf: (item: LedgerItem | ProviderItem) => string): Sides[] {
  if (open.ours.length === 0 || open.theirs.length === 0) return [];
  const waiting = new Map<string, ProviderItem[]>();
  for (const line of [...open.theirs].reverse()) {
    const key = keyOf(line);
    const same = waiting.get(key);
    if (same) same.push(line);
    else waiting.set(key, [line]);
  }
  const pairs: Sides[] = [];
  const taken = new Set<ProviderItem>();
  open.ours = open.ours.filter((item) => {
    const line = waiting.get(keyOf(item))?.pop();
    if (!line) return true;
    taken.add(line);
    pairs.push({ ours: [item], theirs: [line] });
    return false;
  });
  open.theirs = open.theirs.filter((line) => !taken.has(line));
  return pairs;
}

/** All that is left on both sides, where it is the same money in other parts. */
function equalSums(open: Open): Sides[] {
  const { ours, theirs } = open;
  if (ours.length === 0 || theirs.length === 0 || ours.length + theirs.length < 3) return [];
  const amounts = [
    ...theirs.map(({ amount }) => amount),
    ...ours.map(({ amount }) => amount.negated()),
  ];
  return sumsByCurrency(amounts).length === 0 ? [takeAll(open)] : [];
}

/**
 * What the ids say is one and the amounts do not. More lines than movements of ours are judged as
 * one, since which of them is too many cannot be said.
 */
function unequalPairs(open: Open): Sides[] {
  const pairs: Sides[] = [];
  if (open.ours.length > 0 && open.theirs.length > open.ours.length) return [takeAll(open)];
  const isShort = open.ours.length <= NEAREST_MAX;
  for (const line of open.theirs.splice(0)) {
    const item = open.ours.splice(isShort ? nearest(line, open.ours) : 0, 1)[0];
    if (item) pairs.push({ ours: [item], theirs: [line] });
    else open.theirs.push(line);
  }
  return pairs;
}

function nearest({ amount }: ProviderItem, ours: readonly LedgerItem[]): number {
  let best = 0;
  const distances = ours.map((item) =>
    item.amount.currency === amount.currency
      ? sizeOf(item.amount.minorUnits - amount.minorUnits)
      : null,
  );
  for (const [index, distance] of distances.entries()) {
    const least = distances[best] ?? null;
    if (distance !== null && (least === null || distance < least)) best = index;
  }
  return best;
}

function takeAll(open: Open): Sides {
  return { ours: open.ours.splice(0), theirs: open.theirs.splice(0) };
}

function metBy(pair: Sides, { theirs }: Sides, { rule }: Meeting): Met {
  if (theirs.length === pair.theirs.length) {
    return { ...pair, rule, rejected: [], rejectedCount: 0 };
  }
  const mine = new Set(pair.theirs);
  const rejected: Rejected[] = [];
  for (const line of inOrder(theirs)) {
    if (rejected.length === REJECTED_MAX) break;
    if (!mine.has(line)) rejected.push({ id: line.id, why: whyNot(line, pair) });
  }
  return { ...pair, rule, rejected, rejectedCount: theirs.length - pair.theirs.length };
}

function whyNot({ amount }: ProviderItem, { ours }: Sides): Rejected['why'] {
  if (ours.every((item) => item.amount.currency !== amount.currency)) return 'other-currency';
  return ours.some((item) => item.amount.equals(amount)) ? 'met-another' : 'other-amount';
}
