import type { Verdict } from '#payments';
import { expectedCosts } from './costs.js';
import type { Costs, FraudPolicy } from './policy.js';
import { judge, type Judged } from './decide.js';

/** One payment of the past: what was decided then, and what became known since. */
export type PastPayment = Judged & {
  readonly verdict: Verdict;
  readonly amountEur: number;
  /** Null: nobody knows, as of what was declined. */
  readonly fraud: boolean | null;
};

/** Payments and their euros. */
export type Pile = { readonly payments: number; readonly eur: number };

export type VerdictSums = {
  readonly honest: Pile;
  readonly fraud: Pile;
  /** No outcome known: not yet, or never because it was blocked. */
  readonly unknown: Pile;
};

export type Simulation = {
  readonly payments: number;
  /** By what the candidate would say. */
  readonly byVerdict: Readonly<Record<Verdict, VerdictSums>>;
  /** Those it would decide otherwise than was decided, by both verdicts, as in `approve>decline`. */
  readonly changed: Readonly<Record<string, Pile>>;
  /** Declined then: whatever the candidate would say, nobody can know how it would have ended. */
  readonly blockedThen: Pile;
  readonly reviewsPerDay: number;
  /** In euros, by the candidate's costs, or by costs given where it has none. */
  readonly expectedLossEur: number;
};

const NOTHING: Pile = { payments: 0, eur: 0 };

/**
 * What a policy would have said of past payments, with the money it is about.
 *
 * @param days that the payments span, at least one.
 * @param costs what the expected loss is counted with.
 */
export function simulate(
  policy: FraudPolicy,
  past: Iterable<PastPayment>,
  { days, costs, reviewPrice }: { days: number; costs: Costs; reviewPrice: number },
): Simulation {
  const byVerdict = { approve: newSums(), review: newSums(), decline: newSums() };
  const changed: Record<string, Pile> = {};
  let [payments, expectedLossEur, blockedThen] = [0, 0, NOTHING];
  for (const payment of past) {
    // Chance is left out: it would make two simulations of the same policy differ.
    const { verdict } = judge(policy, payment, { draw: 1, spentEur: 0, reviewPrice });
    const { amountEur, fraud, scored } = payment;
    const known = fraud === null ? 'unknown' : fraud ? 'fraud' : 'honest';
    byVerdict[verdict][known] = plus(byVerdict[verdict][known], amountEur);
    if (verdict !== payment.verdict) {
      const change = `${payment.verdict}>${verdict}`;
      changed[change] = plus(changed[change] ?? NOTHING, amountEur);
    }
    if (payment.verdict === 'decline') blockedThen = plus(blockedThen, amountEur);
    if (scored) expectedLossEur += expectedCosts(scored.score, amountEur, costs)[verdict];
    payments += 1;
  }
  const { honest, fraud, unknown } = byVerdict.review;
  const reviews = honest.payments + fraud.payments + unknown.payments;
  const reviewsPerDay = reviews / Math.max(1, days);
  return { payments, byVerdict, changed, blockedThen, reviewsPerDay, expectedLossEur };
}

type Sums = { honest: Pile; fraud: Pile; unknown: Pile };

function newSums(): Sums {
  return { honest: NOTHING, fraud: NOTHING, unknown: NOTHING };
}

function plus({ payments, eur }: Pile, amountEur: number): Pile {
  return { payments: payments + 1, eur: eur + amountEur };
}
