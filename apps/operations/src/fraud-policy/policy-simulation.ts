import { countedAt, verdictOf, type Thresholds } from '#fraud';
import {
  ASSUMED_COSTS,
  DeskLoad,
  Rejudging,
  Simulator,
  thresholdsByCost,
  withoutScores,
  type Costs,
  type FraudPolicy,
  type PastPayment,
  type PolicyVerdict,
  type Simulation,
} from '#fraud-policy';
import type { HistoryRead, Span } from './assessed-payments.js';
import { PaymentPeriod } from './payment-period.js';
import type { History, HistoricPayment } from './history.js';

/** A policy and what it takes to apply it. */
export type Terms = {
  readonly policyHash: string;
  readonly policy: FraudPolicy;
  /** Null: solved on the payments simulated. */
  readonly reviewPriceEur: number | null;
};

export type SimulationQuestion = Span & {
  readonly inForce: Terms;
  readonly candidate: Terms;
  /** The model's thresholds to try, which count where no costs decide; null: the model's own. */
  readonly thresholds: Thresholds | null;
  /** Takes what was said of payments while the candidate was on trial, instead of judging them. */
  readonly recorded: boolean;
};

type Side = Simulation & { readonly policyHash: string; readonly reviewPriceEur: number };

/** The scores from which an amount is held, and declined; null: no score is high enough. */
export type AmountThresholds = {
  readonly amountEur: number;
  readonly reviewMin: number | null;
  readonly declineMin: number | null;
};

export type PolicySimulation = {
  /** When the payments and their outcomes were read; simulations soon after use the same. */
  readonly asOf: string;
  /** The first and the last payment simulated; null: there was none. */
  readonly span: { readonly from: string; readonly to: string } | null;
  /** On which there were payments. */
  readonly days: number;
  /** What both sides' losses are counted with. */
  readonly costs: Costs;
  readonly candidate: Side;
  readonly inForce: Side;
  /** Where the candidate holds and declines by amount; null where no costs decide. */
  readonly thresholdsByAmount: readonly AmountThresholds[] | null;
  /** Scored on other features than rules know today: rules about features do not see them. */
  readonly incomparable: number;
};

type Simulating = Pick<HistoryRead, 'onProgress' | 'stopping'>;

const AMOUNTS_EUR = [10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000];

/**
 * What a policy would have done with past payments, beside what the one in force would have, on the
 * very scores and features they were judged by.
 *
 * @throws Error when it is to stop.
 */
export async function simulatePolicy(
  { inForce, candidate, thresholds, recorded }: Omit<SimulationQuestion, keyof Span>,
  history: History,
  simulating: Simulating,
): Promise<PolicySimulation> {
  const costs = candidate.policy.costs ?? inForce.policy.costs ?? ASSUMED_COSTS;
  const tried = sideOf(candidate, await priceOf(candidate, history, simulating), costs);
  const current = sideOf(inForce, inForce.reviewPriceEur ?? 0, costs);
  const extent = new PaymentPeriod();
  let incomparable = 0;

  for await (const { past, trial, isOff } of history.payments(simulating)) {
    const said = recorded
      ? recordedOf(trial, candidate)
      : tried.say(withThresholds(past, thresholds), isOff);
    if (!said) continue;
    extent.reach(countedAt(past.payment));
    if (past.scored && !past.scored.features) incomparable += 1;
    tried.simulator.add(past, said);
    current.simulator.add(past, current.say(past, isOff));
  }
  return {
    asOf: history.asOf,
    span: extent.ends,
    days: extent.days,
    costs,
    candidate: tried.over(extent.days),
    inForce: current.over(extent.days),
    thresholdsByAmount: thresholdsByAmount(candidate.policy.costs, tried.reviewPriceEur),
    incomparable,
  };
}

/** Solved on the payments themselves, where it was not solved before. */
async function priceOf(
  { policy, reviewPriceEur }: Terms,
  history: History,
  simulating: Simulating,
): Promise<number> {
  if (reviewPriceEur !== null) return reviewPriceEur;
  if ((policy.costs?.reviewsPerDayMax ?? null) === null) return 0;
  const desk = new DeskLoad(policy);
  const extent = new PaymentPeriod();
  for await (const { past } of history.payments(simulating)) {
    desk.add(past);
    extent.reach(countedAt(past.payment));
  }
  return desk.reviewPrice(extent.days);
}

type SimulatedSide = {
  readonly reviewPriceEur: number;
  readonly simulator: Simulator;
  /** @param isOff the operator had switched scoring off. */
  readonly say: (past: PastPayment, isOff: boolean) => PolicyVerdict;
  readonly over: (days: number) => Side;
};

function sideOf({ policyHash, policy }: Terms, price: number, costs: Costs): SimulatedSide {
  const simulator = new Simulator(costs);
  const judging = new Rejudging(policy, price);
  const off = new Rejudging(withoutScores(policy), price);
  return {
    reviewPriceEur: price,
    simulator,
    // What passed while scoring was off counts for nothing, as in command-service.
    say: (past, isOff) => (isOff ? off : judging).wouldSay(past),
    over: (days) => ({ policyHash, reviewPriceEur: price, ...simulator.over(days) }),
  };
}

/** Null for payments that were not judged by this policy on trial. */
function recordedOf(trial: HistoricPayment['trial'], { policyHash }: Terms): PolicyVerdict | null {
  if (trial?.policy !== policyHash) return null;
  const rules = (trial.ruleIds ?? []).map((ruleId) => ({ ruleId }));
  return { verdict: trial.verdict, rules };
}

function withThresholds(past: PastPayment, thresholds: Thresholds | null): PastPayment {
  const { scored } = past;
  if (!thresholds || !scored) return past;
  return { ...past, scored: { ...scored, verdict: verdictOf(scored.score, thresholds) } };
}

function thresholdsByAmount(
  costs: Costs | null,
  reviewPrice: number,
): PolicySimulation['thresholdsByAmount'] {
  if (!costs) return null;
  return AMOUNTS_EUR.map((amountEur) => {
    const { reviewMin, declineMin } = thresholdsByCost(amountEur, costs, reviewPrice);
    return { amountEur, reviewMin: reachable(reviewMin), declineMin: reachable(declineMin) };
  });
}

function reachable(score: number): number | null {
  return score <= 1 ? score : null;
}
