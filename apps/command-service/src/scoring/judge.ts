import { Injectable } from '@nestjs/common';
import { euroOf, type ScoreReply } from '#fraud';
import { judge, type Judged, type Lot } from '#fraud-policy';
import type { RiskJudgement, Verdict } from '#payments';
import type { CommandContext } from '../payment/command-context.js';
import { PolicyInForce, type NamedPolicy } from './policy-in-force.js';
import { drawOf, RandomApprovals } from './random-approvals.js';

/** A payment and what the model said of it; null when nobody scored it. */
export type Questioned = {
  readonly payment: Judged['payment'];
  readonly reply: ScoreReply | null;
  /** The operator switched scoring off: rules hold, and nothing waits for a score. */
  readonly switchedOff?: boolean;
};

export type PolicyVerdict = {
  readonly verdict: Verdict;
  readonly policy: string;
  readonly judgement?: RiskJudgement;
};

/** Nobody is approved at random: chance is not asked, or was refused. */
const NO_CHANCE = { draw: 1, spentEur: 0 };

/** Turns scores into verdicts by the policy in force. */
@Injectable()
export class Judge {
  constructor(
    private readonly policies: PolicyInForce,
    private readonly approvals: RandomApprovals,
  ) {}

  /** @param chance who asks, when the payment may be approved at random; null: never. */
  async verdictOn(questioned: Questioned, chance: CommandContext | null): Promise<PolicyVerdict> {
    const { active, trial } = await this.policies.current();
    const judged = judgedOf(questioned);
    const { payment } = judged;
    const applied = questioned.switchedOff ? withoutScores(active) : active;
    const draw = chance ? drawOf(active.name, payment.paymentId) : NO_CHANCE.draw;
    let judgement = judge(applied.policy, judged, lotOf(active, { draw, spentEur: 0 }));
    if (judgement.randomApproval && !(await this.#isGranted(active, payment, chance))) {
      judgement = judge(applied.policy, judged, lotOf(active, NO_CHANCE));
    }
    const { verdict, rules, randomApproval } = judgement;
    const tried = trial && judge(trial.policy, judged, lotOf(trial, NO_CHANCE));
    const modelVerdict = judged.scored?.verdict ?? null;
    const isPlain = rules.length === 0 && !randomApproval && !tried && !active.policy.costs;
    if (isPlain) return { verdict, policy: active.name };
    return {
      verdict,
      policy: active.name,
      judgement: {
        modelVerdict,
        rules,
        randomApproval,
        reviewPriceEur: active.reviewPriceEur,
        trial: trial && tried && { policy: trial.name, verdict: tried.verdict },
      },
    };
  }

  async #isGranted(
    { policy }: NamedPolicy,
    { paymentId, amount }: Judged['payment'],
    context: CommandContext | null,
  ): Promise<boolean> {
    if (!context) return false;
    const { dayEurMax } = policy.randomApprovals;
    const day = new Date().toISOString().slice(0, 10);
    return this.approvals.grant({ paymentId, amountEur: euroOf(amount), dayEurMax, day }, context);
  }
}

function judgedOf({ payment, reply }: Questioned): Judged {
  if (!reply) return { payment, scored: null };
  const { score, verdict, features } = reply;
  return { payment, scored: { score, verdict, features } };
}

function withoutScores({ policy, ...named }: NamedPolicy): NamedPolicy {
  return { ...named, policy: { ...policy, degraded: [{ upToEur: null, verdict: 'approve' }] } };
}

function lotOf({ reviewPriceEur }: NamedPolicy, chance: Omit<Lot, 'reviewPrice'>): Lot {
  return { ...chance, reviewPrice: reviewPriceEur };
}
