import { Injectable } from '@nestjs/common';
import { euroOf, type ScoreReply } from '#fraud';
import {
  judge,
  withoutScores,
  type FraudPolicy,
  type JudgedPayment,
  type Judgement,
  type VerdictContext,
  type UnscoredBefore,
} from '#fraud-policy';
import type { RiskJudgement, Verdict } from '#payments';
import { Clock } from '#platform';
import type { CommandContext } from '../payment/command-context.js';
import { PolicyInForce, type NamedPolicy } from './policy-in-force.js';
import { drawOf, RandomApprovals } from './random-approvals.js';
import { UnscoredPayments } from './unscored-payments.js';

/** A payment and what the model said of it; null without a score. */
export type ScoredPayment = {
  readonly payment: JudgedPayment['payment'];
  readonly reply: ScoreReply | null;
  /** The operator switched scoring off: rules hold, and nothing waits for a score. */
  readonly switchedOff?: boolean;
};

export type PolicyVerdict = {
  readonly verdict: Verdict;
  readonly policy: string;
  readonly judgement?: RiskJudgement;
};

/** The draw of a payment that is not approved at random: none was made, or it was refused. */
const NO_RANDOM_APPROVAL = { draw: 1, spentEur: 0, unscoredBefore: () => null };

/** Turns scores into verdicts by the policy in force. */
@Injectable()
export class PolicyJudge {
  constructor(
    private readonly policies: PolicyInForce,
    private readonly approvals: RandomApprovals,
    private readonly unscored: UnscoredPayments,
    private readonly clock: Clock,
  ) {}

  /** @param chance who asks, when the payment may be approved at random; null: never. */
  async verdictOn(scored: ScoredPayment, chance: CommandContext | null): Promise<PolicyVerdict> {
    const { active, trial } = await this.policies.current();
    const judged = judgedOf(scored);
    const applied = scored.switchedOff
      ? { ...active, policy: withoutScores(active.policy) }
      : active;
    const unscoredBefore = this.unscored.before(judged.payment);
    const tried = trial && triedOf(trial, judged, unscoredBefore);
    const judgement = judged.scored
      ? await this.#judgementOn(applied, judged, chance)
      : judge(
          applied.policy,
          judged,
          contextOf(applied, { ...NO_RANDOM_APPROVAL, unscoredBefore }),
        );
    // At once, so that of many in the same moment each counts for the next.
    if (!scored.switchedOff) this.unscored.note(judged, judgement.verdict);
    const record = recordOf(judgement, { active, judged, trial: tried });
    const { verdict } = judgement;
    return { verdict, policy: active.name, ...(record && { judgement: record }) };
  }

  async #judgementOn(
    applied: NamedPolicy,
    judged: JudgedPayment,
    chance: CommandContext | null,
  ): Promise<Judgement> {
    const { policy, name } = applied;
    const without = judge(policy, judged, contextOf(applied, NO_RANDOM_APPROVAL));
    if (!chance) return without;
    const draw = drawOf(name, judged.payment.paymentId);
    const drawn = judge(policy, judged, contextOf(applied, { ...NO_RANDOM_APPROVAL, draw }));
    if (!drawn.randomApproval) return without;
    return (await this.#isGranted(policy, judged.payment, chance)) ? drawn : without;
  }

  async #isGranted(
    { randomApprovals: { dayEurMax } }: FraudPolicy,
    { paymentId, amount }: JudgedPayment['payment'],
    context: CommandContext,
  ): Promise<boolean> {
    const day = this.clock.nowIso.slice(0, 10);
    return this.approvals.grant({ paymentId, amountEur: euroOf(amount), dayEurMax, day }, context);
  }
}

type Background = {
  readonly active: NamedPolicy;
  readonly judged: JudgedPayment;
  readonly trial: RiskJudgement['trial'];
};

/** Null where the verdict says it all: the model's thresholds or the degraded rules decided. */
function recordOf(
  { rules, randomApproval }: Judgement,
  { active: { policy, reviewPriceEur }, judged: { scored }, trial }: Background,
): RiskJudgement | null {
  const byModel = rules.length === 0 && !randomApproval && !policy.costs;
  if (byModel && !trial) return null;
  return { modelVerdict: scored?.verdict ?? null, rules, randomApproval, reviewPriceEur, trial };
}

/** What a policy on trial says; without a draw, as its verdict has no effect. */
function triedOf(
  trial: NamedPolicy,
  judged: JudgedPayment,
  unscoredBefore: UnscoredBefore,
): RiskJudgement['trial'] {
  const context = contextOf(trial, { ...NO_RANDOM_APPROVAL, unscoredBefore });
  const { verdict, rules } = judge(trial.policy, judged, context);
  const ruleIds = rules.map(({ ruleId }) => ruleId);
  return { policy: trial.name, verdict, ...(ruleIds.length > 0 && { ruleIds }) };
}

function judgedOf({ payment, reply }: ScoredPayment): JudgedPayment {
  if (!reply) return { payment, scored: null };
  const { score, verdict, features } = reply;
  return { payment, scored: { score, verdict, features } };
}

function contextOf(
  { reviewPriceEur }: NamedPolicy,
  chance: Omit<VerdictContext, 'reviewPrice'>,
): VerdictContext {
  return { ...chance, reviewPrice: reviewPriceEur };
}
