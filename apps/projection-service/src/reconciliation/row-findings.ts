import { Money } from '#money';
import {
  EXCEPTION_KINDS,
  isException,
  matchCluster,
  presentedOf,
  RULE_SET,
  sidesFromJson,
  wholeUnits,
  type ExceptionKind,
  type Finding,
  type LineKind,
  type Sides,
} from '#reconciliation';
import type { Plain } from '#projections';
import type { ReconciliationMatch } from './reconciliation.entity.js';

type Row = Plain<ReconciliationMatch>;
type Books = Pick<Row, 'provider' | 'kind' | 'reference' | 'paymentId' | 'ours' | 'theirs'>;

/** What the rules say of one row at a time, each finding with its certificate. */
export function findingsOf(row: Books, now: number): readonly Finding[] {
  return matchCluster(sidesOf(row), { rules: RULE_SET, now });
}

/** Both sides of a row, as the rules compare them. */
export function sidesOf({ provider, kind, reference, paymentId, ours, theirs }: Books): Sides {
  const known = { provider, kind: kind as LineKind, reference, links: [], ourIds: [], paymentId };
  const sides = sidesFromJson({ ours, theirs });
  return {
    ours: sides.ours.map(({ operationId: id, amount, fee, at }) => ({
      ...known,
      id,
      amount,
      fee,
      at,
    })),
    theirs: sides.theirs.map((line) => ({
      ...known,
      id: line.lineId,
      amount: presentedOf(line),
      fee: line.fee,
      at: line.at,
      status: 'booked',
      ...(line.presented && { exchanged: { amount: line.amount, rate: null } }),
    })),
  };
}

type Excepted = Pick<Row, 'freshException' | 'exception' | 'stake' | 'currency' | 'units'>;

/**
 * What of a row is an exception: at once, and when all should be there.
 *
 * @param movedAtMs of its last movement; times of a row say nothing of when it is looked at.
 */
export function exceptionsOf(row: Books, movedAtMs: number): Excepted {
  const fresh = findingsOf(row, movedAtMs + RULE_SET.recordedWithinMs);
  return exceptedBy(fresh, findingsOf(row, Infinity));
}

/** What of a row is an exception by what the rules say of it at once, and in the end. */
export function exceptedBy(fresh: readonly Finding[], last: readonly Finding[]): Excepted {
  return {
    freshException: kindOf(worstOf(fresh)),
    exception: kindOf(worstOf(last)),
    ...stakeIn(stakeOf(last) ?? stakeOf(fresh)),
  };
}

/** Of all movements that are what the worst one is: none is resolved unseen behind another. */
function stakeOf(findings: readonly Finding[]): Money | null {
  const worst = worstOf(findings);
  if (worst === null) return null;
  const { status, atStake } = worst;
  return findings
    .filter((each) => each.status === status && each.atStake.currency === atStake.currency)
    .reduce((sum, each) => sum.plus(each.atStake), Money.of(0n, atStake.currency));
}

function kindOf(finding: Finding | null): ExceptionKind | null {
  return finding && (finding.status as ExceptionKind);
}

function stakeIn(stake: Money | null): Pick<Excepted, 'stake' | 'currency' | 'units'> {
  if (stake === null) return { stake, currency: null, units: '0' };
  const { minorUnits, currency } = stake;
  return { stake: minorUnits.toString(), currency, units: wholeUnits(stake).toString() };
}

/** A row is one exception, also when several of its movements are; the first kind says which. */
function worstOf(findings: readonly Finding[]): Finding | null {
  const order = (finding: Finding) =>
    (EXCEPTION_KINDS as readonly string[]).indexOf(finding.status);
  return findings.filter(isException).sort((a, b) => order(a) - order(b))[0] ?? null;
}
