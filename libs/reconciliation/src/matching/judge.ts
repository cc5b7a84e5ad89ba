import { sumsByCurrency, type Money } from '#money';
import { feeStatusOf } from '../fee-status.js';
import { exchangeResidual } from './exchange.js';
import type { Certificate, Finding, FindingStatus, Rejected } from './finding.js';
import { sizeOf } from './in-order.js';
import type { LedgerItem, ProviderItem } from './item.js';
import type { MatchRule, RuleSet } from './rule-set.js';

/** What the sides that met are judged by. */
export type Judging = { readonly rules: RuleSet; readonly now: number };

/** Sides that ids brought together; neither is empty. */
export type Met = {
  readonly ours: readonly LedgerItem[];
  readonly theirs: readonly ProviderItem[];
  readonly rule: MatchRule;
  readonly rejected: readonly Rejected[];
  readonly rejectedCount: number;
};

/** Says of two sides that met whether they agree, and in what they do not. */
export function judge(met: Met, judging: Judging): Finding {
  const { ours, theirs, rule, rejected, rejectedCount } = met;
  const residual = difference(amountsOf(ours), amountsOf(theirs));
  const feeResidual = difference(
    ours.flatMap(({ fee }) => (fee === null ? [] : [fee])),
    theirs.map(({ fee }) => fee),
  );
  const certificate: Certificate = {
    rule,
    ruleSet: judging.rules.version,
    shape: shapeOf(ours.length, theirs.length),
    residual,
    feeResidual,
    rejected,
    rejectedCount,
  };
  const status = statusOf(met, residual, judging);
  const [first] = ours;
  if (!first) throw new RangeError('a match without a side of ours');
  return {
    leg: 'provider',
    status,
    provider: first.provider,
    kind: first.kind,
    ours: ours.map(({ id }) => id),
    theirs: theirs.map(({ id }) => id),
    atStake: stakeOf(status, first, residual, feeResidual),
    since: first.at,
    certificate,
    suggestions: [],
  };
}

/** Theirs less ours. */
export function difference(ours: readonly Money[], theirs: readonly Money[]): readonly Money[] {
  const [our, their] = [ours[0], theirs[0]];
  if (ours.length === 1 && theirs.length === 1 && our && their && our.equals(their)) return [];
  return sumsByCurrency([...theirs, ...ours.map((amount) => amount.negated())]);
}

export function shapeOf(ours: number, theirs: number): Certificate['shape'] {
  if (ours === 1) return theirs === 1 ? 'one-to-one' : 'one-to-many';
  return theirs === 1 ? 'many-to-one' : 'many-to-many';
}

function statusOf(met: Met, residual: readonly Money[], judging: Judging): FindingStatus {
  const { ours, theirs, rule } = met;
  const { rules, now } = judging;
  if (!sameCurrencies(ours, theirs)) return 'currency-mismatch';
  const tolerance = rules.tolerances[rule];
  if (residual.some(({ minorUnits }) => sizeOf(minorUnits) > tolerance)) return 'amount-mismatch';
  const waiting = ours.some(({ at }) => Date.parse(at) > now - rules.listedWithinMs);
  if (theirs.some(({ status }) => status !== 'booked')) {
    return waiting && theirs.every(({ status }) => status !== 'denied')
      ? 'expected'
      : 'status-mismatch';
  }
  const exchange = exchangeStatus(theirs, rules);
  if (exchange === 'exchange-mismatch') return exchange;
  const { kind } = ours[0] as LedgerItem;
  const fees = feeStatusOf({ kind, ours, theirs }, waiting);
  if (fees !== 'matched') return fees;
  if (apartMs(ours, theirs) > rules.apartMsMax) return 'timing';
  return residual.length > 0 ? 'matched-with-tolerance' : exchange;
}

function exchangeStatus(
  theirs: readonly ProviderItem[],
  { exchangeTolerance }: RuleSet,
): 'matched' | 'matched-with-tolerance' | 'exchange-mismatch' {
  let largest = 0n;
  for (const { amount, exchanged } of theirs) {
    if (exchanged === undefined || exchanged.rate === null) continue;
    const off = sizeOf(exchangeResidual(amount, exchanged.amount, exchanged.rate));
    if (off > largest) largest = off;
  }
  if (largest === 0n) return 'matched';
  return largest <= exchangeTolerance ? 'matched-with-tolerance' : 'exchange-mismatch';
}

function apartMs(ours: readonly LedgerItem[], theirs: readonly ProviderItem[]): number {
  const times = (items: readonly { readonly at: string }[]) =>
    items.map(({ at }) => Date.parse(at));
  return Math.abs(latest(times(theirs)) - latest(times(ours)));
}

function latest(times: readonly number[]): number {
  return times.reduce((last, each) => Math.max(last, each), -Infinity);
}

function sameCurrencies(ours: readonly LedgerItem[], theirs: readonly ProviderItem[]): boolean {
  const known = new Set(ours.map(({ amount }) => amount.currency));
  return theirs.every(({ amount }) => known.delete(amount.currency) || hadCurrency(amount, ours))
    ? known.size === 0
    : false;
}

function hadCurrency({ currency }: Money, ours: readonly LedgerItem[]): boolean {
  return ours.some(({ amount }) => amount.currency === currency);
}

function stakeOf(
  status: FindingStatus,
  first: LedgerItem,
  residual: readonly Money[],
  feeResidual: readonly Money[],
): Money {
  if (status === 'amount-mismatch') return residual[0] ?? first.amount;
  if (status === 'fee-mismatch') return feeResidual[0] ?? first.amount;
  return first.amount;
}

function amountsOf(items: readonly { readonly amount: Money }[]): readonly Money[] {
  return items.map(({ amount }) => amount);
}
