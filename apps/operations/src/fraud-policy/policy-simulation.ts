import type { EventStore } from '#event-store';
import { euroOf, secondsOf, verdictOf, type OutcomeBook, type Thresholds } from '#fraud';
import {
  ASSUMED_COSTS,
  Simulator,
  thresholdsByCost,
  withoutScores,
  wouldSay,
  type Costs,
  type FraudPolicy,
  type PastPayment,
  type Said,
  type Simulation,
} from '#fraud-policy';
import type { EventOf } from '#payments';
import { MATURITY } from '../fraud-watch/windows.js';
import { assessedPayments, Extent, HistorySurvey, judgedOf, type Span } from './history-survey.js';

/** A policy and what it takes to apply it. */
export type Terms = {
  readonly policyHash: string;
  readonly policy: FraudPolicy;
  /** Null: solved anew on the payments simulated. */
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

export type Simulating = {
  readonly store: EventStore;
  readonly now: string;
  /** From 0 to 1, now and then. */
  readonly onProgress: (share: number) => void;
  readonly stopping: AbortSignal;
};

const AMOUNTS_EUR = [10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000];

type Initiated = EventOf<'PaymentInitiated'>['data'];
type Assessed = EventOf<'RiskAssessed'>['data'];

/**
 * What a policy would have done with past payments, beside what the one in force would have, on the
 * very scores and features they were judged by. Streams the ledger twice.
 *
 * @throws Error when it is to stop.
 */
export async function simulatePolicy(
  question: SimulationQuestion,
  simulating: Simulating,
): Promise<PolicySimulation> {
  const { inForce, candidate, from, to } = question;
  const onEvent = await progressOf(simulating);
  const read = { ...simulating, onEvent, from, to };
  const survey = await HistorySurvey.of(read, candidate.policy);
  const costs = candidate.policy.costs ?? inForce.policy.costs ?? ASSUMED_COSTS;
  const tried = sideOf(candidate, candidate.reviewPriceEur ?? survey.reviewPrice, costs);
  const current = sideOf(inForce, inForce.reviewPriceEur ?? 0, costs);
  const extent = new Extent();
  let incomparable = 0;

  for await (const { payment, assessed } of assessedPayments(read)) {
    const past = pastOf(payment, assessed, { ...simulating, outcomes: survey.outcomes });
    const other = withThresholds(past, question.thresholds);
    const isOff = assessed.degraded === 'switched-off';
    const said = question.recorded ? recordedOf(assessed, candidate) : tried.say(other, isOff);
    if (!said) continue;
    extent.reach(secondsOf(payment.occurredAt));
    if (past.scored && !past.scored.features) incomparable += 1;
    tried.simulator.add(past, said);
    current.simulator.add(past, current.say(past, isOff));
  }
  return {
    span: extent.ends,
    days: extent.days,
    costs,
    candidate: tried.over(extent.days),
    inForce: current.over(extent.days),
    thresholdsByAmount: thresholdsByAmount(candidate.policy.costs, tried.reviewPriceEur),
    incomparable,
  };
}

type SimulatedSide = {
  readonly reviewPriceEur: number;
  readonly simulator: Simulator;
  /** @param isOff the operator had switched scoring off. */
  readonly say: (past: PastPayment, isOff: boolean) => Said;
  readonly over: (days: number) => Side;
};

function sideOf({ policyHash, policy }: Terms, price: number, costs: Costs): SimulatedSide {
  const simulator = new Simulator(costs);
  return {
    reviewPriceEur: price,
    simulator,
    say: (past, isOff) => wouldSay(isOff ? withoutScores(policy) : policy, past, price),
    over: (days) => ({ policyHash, reviewPriceEur: price, ...simulator.over(days) }),
  };
}

/** Null for payments that were not judged by this policy on trial. */
function recordedOf({ judgement }: Assessed, { policyHash }: Terms): Said | null {
  const trial = judgement?.trial;
  if (trial?.policy !== policyHash) return null;
  const rules = (trial.ruleIds ?? []).map((ruleId) => ({ ruleId }));
  return { verdict: trial.verdict, rules };
}

function pastOf(
  payment: Initiated,
  assessed: Assessed,
  { outcomes, now }: { readonly outcomes: OutcomeBook; readonly now: string },
): PastPayment {
  const { verdict } = assessed;
  const isOld = secondsOf(payment.occurredAt) < secondsOf(now) - MATURITY;
  // Nobody complained of a payment that went on: by now somebody would have.
  const silence = verdict === 'approve' && isOld ? false : null;
  return {
    ...judgedOf(payment, assessed),
    verdict,
    amountEur: euroOf(payment.amount),
    fraud: outcomes.isFraud(payment.paymentId) ?? silence,
  };
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

const PROGRESS_EVENTS = 5_000;

/** By position, over both passes; the ledger may grow meanwhile. */
async function progressOf({ store, onProgress }: Simulating): Promise<(commit: bigint) => void> {
  let end = 1;
  for await (const { position } of store.readAll({ direction: 'backwards', maxCount: 1 })) {
    end = Math.max(1, Number(position.commit));
  }
  let [events, passed, before] = [0, 0, 0n];
  return (commit) => {
    if (commit < before) passed = 0.5;
    before = commit;
    events += 1;
    if (events % PROGRESS_EVENTS !== 0) return;
    onProgress(Math.min(1, passed + Math.min(0.5, Number(commit) / end / 2)));
  };
}
