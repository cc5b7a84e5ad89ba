import { sumsByCurrency, type Money } from '#money';
import { Clusters } from './clusters.js';
import type { Finding, FindingStatus, Suggestion } from './finding.js';
import { inOrder, sizeOf } from './in-order.js';
import { difference, shapeOf, type Judging } from './judge.js';
import { sumCheckOf } from './payout-sum.js';
import type { BankItem, PayoutItem, PayoutSides } from './payout-item.js';
import { suggestPayouts } from './suggest-payouts.js';

/**
 * Compares payouts with the lines of our bank. One payout may arrive in parts, several together:
 * all that share a reference are judged by their sums.
 */
export function matchPayouts(sides: PayoutSides, judging: Judging): Finding[] {
  const { payouts, bankLines } = sides;
  const clusters = new Clusters();
  // What several lines say and no payout is named by, as our own name, joins nothing.
  const named = new Set(payouts.flatMap(({ references }) => references));
  for (const { references } of payouts) clusters.add('', references);
  for (const { references } of bankLines) {
    clusters.add(
      '',
      references.filter((each) => named.has(each)),
    );
  }
  const findings = [...clusters.groups()].flatMap((group) => judgeGroup(group, sides, judging));
  const open = {
    payouts: openPayouts(findings, payouts),
    bankLines: openLines(findings, bankLines),
  };
  const suggestions = suggestPayouts(open, judging.rules);
  return [
    ...findings.map((finding) => withSuggestions(finding, suggestions)),
    ...payouts.flatMap(sumFinding),
  ];
}

function judgeGroup(
  group: readonly number[],
  { payouts, bankLines }: PayoutSides,
  judging: Judging,
): Finding[] {
  const ours = inOrder(group.flatMap((index) => payouts[index] ?? []));
  const theirs = inOrder(group.flatMap((index) => bankLines[index - payouts.length] ?? []));
  const [payout] = ours;
  if (!payout) return theirs.map(unknownLine);
  if (theirs.length === 0) return ours.map((each) => notAtBank(each, judging));
  return [judgeMet(ours, theirs, payout, judging)];
}

function judgeMet(
  ours: readonly PayoutItem[],
  theirs: readonly BankItem[],
  first: PayoutItem,
  judging: Judging,
): Finding {
  const expected = ours.filter(arrives).map(({ amount }) => amount);
  const banked = theirs.map(({ amount }) => amount);
  const residual = difference(expected, banked);
  const status = statusOf(ours, theirs, residual, judging);
  return {
    ...payoutFinding(ours, status),
    theirs: theirs.map(({ id }) => id),
    atStake:
      status === 'matched' || status === 'timing' ? first.amount : (residual[0] ?? first.amount),
    certificate: {
      rule: 'bank-reference',
      ruleSet: judging.rules.version,
      shape: shapeOf(ours.length, theirs.length),
      residual,
      feeResidual: [],
      rejected: [],
      rejectedCount: 0,
    },
  };
}

function statusOf(
  ours: readonly PayoutItem[],
  theirs: readonly BankItem[],
  residual: readonly Money[],
  judging: Judging,
): FindingStatus {
  const { rules } = judging;
  const tolerance = rules.tolerances['bank-reference'];
  if (residual.every(({ minorUnits }) => sizeOf(minorUnits) <= tolerance)) {
    if (isLate(ours, theirs, rules.bankedWithinMs)) return 'timing';
    return residual.length === 0 ? 'matched' : 'matched-with-tolerance';
  }
  const known = new Set(ours.map(({ amount }) => amount.currency));
  if (theirs.some(({ amount }) => !known.has(amount.currency))) return 'currency-mismatch';
  // The provider says that it came back, and the bank still has it.
  const returned = sumsByCurrency(
    ours.filter((each) => !arrives(each)).map(({ amount }) => amount),
  );
  if (returned.length > 0 && same(returned, residual)) return 'status-mismatch';
  if (isTwice(theirs, residual)) return 'duplicate-at-bank';
  const isShort = residual.every(({ minorUnits }) => minorUnits < 0n);
  return isShort && ours.some((each) => isExpected(each, judging)) ? 'expected' : 'amount-mismatch';
}

function notAtBank(payout: PayoutItem, judging: Judging): Finding {
  if (!arrives(payout)) return payoutFinding([payout], 'booked');
  const status = isExpected(payout, judging) ? 'expected' : 'missing-at-bank';
  return payoutFinding([payout], status);
}

function payoutFinding(ours: readonly PayoutItem[], status: FindingStatus): Finding {
  const [first] = ours;
  if (!first) throw new RangeError('a finding about no payout');
  return {
    leg: 'bank',
    status,
    provider: first.provider,
    kind: 'payout',
    ours: ours.map(({ id }) => id),
    theirs: [],
    atStake: first.amount,
    since: first.at,
    certificate: null,
    suggestions: [],
  };
}

function unknownLine({ id, amount, at }: BankItem): Finding {
  const about = { leg: 'bank', provider: null, kind: 'bank-line', ours: [], theirs: [id] } as const;
  const rest = { atStake: amount, since: at, certificate: null, suggestions: [] };
  return { ...about, status: 'missing-internally', ...rest };
}

function sumFinding(payout: PayoutItem): Finding[] {
  const { state, residual } = sumCheckOf(payout);
  const [atStake] = residual;
  if (state !== 'differs' || !atStake) return [];
  return [{ ...payoutFinding([payout], 'payout-sum-mismatch'), kind: 'payout-sum', atStake }];
}

/** A payout that failed or was cancelled is to leave nothing at the bank. */
function arrives({ status }: PayoutItem): boolean {
  return status !== 'failed' && status !== 'cancelled';
}

function isExpected({ arrivesAt, at }: PayoutItem, { rules, now }: Judging): boolean {
  return Date.parse(arrivesAt ?? at) > now - rules.bankedWithinMs;
}

function isLate(
  ours: readonly PayoutItem[],
  theirs: readonly BankItem[],
  withinMs: number,
): boolean {
  const last = (times: readonly string[]) =>
    times.reduce((latest, time) => Math.max(latest, Date.parse(time)), -Infinity);
  const due = last(ours.filter(arrives).map(({ arrivesAt, at }) => arrivesAt ?? at)) + withinMs;
  return Number.isFinite(due) && last(theirs.map(({ at }) => at)) > due;
}

/** What is too much is a line that is there more than once. */
function isTwice(theirs: readonly BankItem[], residual: readonly Money[]): boolean {
  const [extra] = residual;
  if (!extra || residual.length > 1) return false;
  return theirs.filter(({ amount }) => amount.equals(extra)).length > 1;
}

function same(a: readonly Money[], b: readonly Money[]): boolean {
  return difference(a, b).length === 0;
}

function openPayouts(findings: readonly Finding[], payouts: readonly PayoutItem[]): PayoutItem[] {
  const open = new Set(
    findings.filter(({ status }) => status === 'missing-at-bank').flatMap(({ ours }) => ours),
  );
  return payouts.filter(({ id }) => open.has(id));
}

function openLines(findings: readonly Finding[], bankLines: readonly BankItem[]): BankItem[] {
  const open = new Set(
    findings.filter(({ ours }) => ours.length === 0).flatMap(({ theirs }) => theirs),
  );
  return bankLines.filter(({ id }) => open.has(id));
}

function withSuggestions(
  finding: Finding,
  suggestions: ReadonlyMap<string, readonly Suggestion[]>,
): Finding {
  if (finding.certificate !== null) return finding;
  const [id = ''] = finding.ours.length > 0 ? finding.ours : finding.theirs;
  return { ...finding, suggestions: suggestions.get(id) ?? [] };
}
