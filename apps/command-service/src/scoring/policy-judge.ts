import { Injectable } from '@nestjs/common';
import { euroOf, type ScoreReply } from '#fraud';
import {
  judge,
  withoutScores,
  type FraudPolicy,
  type JudgedPayment,
  type Judgement,
  type ReviewRooms,
  type VerdictContext,
  type UnscoredBefore,
} from '#fraud-policy';
import type { RiskJudgement, Verdict } from '#payments';
import { Clock } from '#platform';
import type { CommandContext } from '../payment/command-context.js';
import { PolicyInForce, type NamedPolicy } from './policy-in-force.js';
import { drawOf, RandomApprovals } from './random-approvals.js';
import { clientOf, ReviewDesk } from './review-desk.js';
import { UnscoredPayments } from './unscored-payments.js';

/** A payment and what the model said of it; null without a score. */
export type ScoredPayment = {
  readonly payment: JudgedPayment['payment'];
  readonly reply: ScoreReply | null;
  /** Who sent the payment; empty for one of before that was recorded. */
  readonly client: string;
  /** The operator switched scoring off: rules hold, and nothing waits for a score. */
  readonly switchedOff?: boolean;
};

export type PolicyVerdict = {
  readonly verdict: Verdict;
  readonly policy: string;
  readonly judgement?: RiskJudgement;
};

/** The draw of a payment that is not approved at random: none was made, or it was refused. */
const NO_RANDOM_APPROVAL = { draw: 1, spentEur: 0 };

/** Turns scores into verdicts by the policy in force. */
@Injectable()
export class PolicyJudge {
  constructor(
    private readonly policies: PolicyInForce,
    private readonly approvals: RandomApprovals,
    private readonly unscored: UnscoredPayments,
    private readonly desk: ReviewDesk,
    private readonly clock: Clock,
  ) {}

  /** @param chance who asks, when the payment may be approved at random; null: never. */
  async verdictOn(scored: ScoredPayment, chance: CommandContext | null): Promise<PolicyVerdict> {
    const { active, trial } = await this.policies.current();
    const judged = judgedOf(scored);
    const applied = scored.switchedOff
      ? { ...active, policy: withoutScores(active.policy) }
      : active;
    const rooms = await this.desk.roomsOf(active);
    const triedRooms = trial && (await this.desk.roomsOf(trial));
    // At once from here on, so that of many in the same moment each counts for the next.
    const unscoredBefore = this.unscored.before(judged.payment);
    const tried =
      trial && triedRooms && triedOf(trial, judged, { unscoredBefore, rooms: triedRooms });
    const context = contextOf(applied, judged, { unscoredBefore, rooms });
    const plain = judge(applied.policy, judged, context);
    rooms.note(scored.client, plain.capacity);
    this.desk.count(plain.capacity);
    if (!scored.switchedOff) this.unscored.note(judged, plain.verdict);
    const lucky =
      judged.scored && chance ? await this.#drawn(applied, judged, context, chance) : null;
    const judgement = lucky ?? plain;
    const record = recordOf(judgement, { active, judged, trial: tried });
    const { verdict } = judgement;
    return { verdict, policy: active.name, ...(record && { judgement: record }) };
  }

  /** Null: it is not approved at random. */
  async #drawn(
    { policy, name }: NamedPolicy,
    judged: JudgedPayment,
    context: VerdictContext,
    chance: CommandContext,
  ): Promise<Judgement | null> {
    const draw = drawOf(name, judged.payment.paymentId);
    const drawn = judge(policy, judged, { ...context, draw });
    if (!drawn.randomApproval) return null;
    return (await this.#isGranted(policy, judged.payment, chance)) ? drawn : null;
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
  { rules, randomApproval, capacity }: Judgement,
  { active: { policy, reviewPriceEur }, judged: { scored }, trial }: Background,
): RiskJudgement | null {
  const byModel = rules.length === 0 && !randomApproval && !policy.costs && !capacity;
  if (byModel && !trial) return null;
  const modelVerdict = scored?.verdict ?? null;
  const judgement = { modelVerdict, rules, randomApproval, reviewPriceEur, trial };
  return capacity ? { ...judgement, capacity } : judgement;
}

/** What was counted before a payment. */
type Counted = { readonly unscoredBefore: UnscoredBefore; readonly rooms: ReviewRooms };

/** What a policy on trial says; without a draw, as its verdict has no effect. */
function triedOf(
  trial: NamedPolicy,
  judged: JudgedPayment,
  counted: Counted,
): RiskJudgement['trial'] {
  const context = contextOf(trial, judged, counted);
  const { verdict, rules, capacity } = judge(trial.policy, judged, context);
  counted.rooms.note(clientOf(judged.client), capacity);
  const ruleIds = rules.map(({ ruleId }) => ruleId);
  return { policy: trial.name, verdict, ...(ruleIds.length > 0 && { ruleIds }) };
}

function judgedOf({ payment, reply, client }: ScoredPayment): JudgedPayment {
  if (!reply) return { payment, scored: null, client };
  const { score, verdict, features, merchantPast } = reply;
  const past = merchantPast && { merchantPast };
  return { payment, scored: { score, verdict, features, ...past }, client };
}

function contextOf(
  { reviewPriceEur }: NamedPolicy,
  { client }: JudgedPayment,
  { unscoredBefore, rooms }: Counted,
): VerdictContext {
  const room = rooms.of(clientOf(client));
  return { ...NO_RANDOM_APPROVAL, reviewPrice: reviewPriceEur, unscoredBefore, room };
}
