import { idOf } from '#event-store';
import {
  activatePolicy,
  endPolicyTrial,
  proposePolicy,
  rollBackPolicy,
  startPolicyTrial,
  withdrawPolicy,
  type FraudPolicy,
  type PolicyEvent,
  type PolicyState,
} from '#fraud-policy';
import type { Clock } from '#platform';
import type { ChangeRequest } from '../change-request.js';
import type { PaymentsRead } from './opened-payments.js';
import type { PolicyDecisions } from './policy-decisions.js';
import { FIRST_POLICY, policyHashOf } from './policy-hash.js';
import { currentReviewPrice } from './review-price.js';

export type NotedRequest = ChangeRequest & { readonly note: string };

/** What people do with the fraud policy. Each throws PolicyError with the rule's code. */
export class PolicyCommands {
  constructor(
    private readonly decisions: PolicyDecisions,
    private readonly payments: PaymentsRead,
    private readonly clock: Clock,
  ) {}

  /** Reads recent scores first where the policy bounds reviews. */
  async propose(policy: FraudPolicy, { note, ...asked }: NotedRequest): Promise<PolicyState> {
    const policyHash = policyHashOf(policy);
    const known = await this.decisions.state();
    const isKnown = known.waiting.has(policyHash);
    const reviewPriceEur = isKnown ? 0 : await currentReviewPrice(this.payments, policy);
    const terms = { policyHash, policy, reviewPriceEur, note };
    return this.#decide(['propose', policyHash], asked, (state, proposedAt) =>
      proposePolicy({ ...terms, proposedBy: asked.person, proposedAt }, state),
    );
  }

  /** @param policyHash null: back to what decided before. */
  rollBack(policyHash: string | null, { note, ...asked }: NotedRequest): Promise<PolicyState> {
    return this.#decide(['roll-back', policyHash ?? ''], asked, (state, proposedAt) => {
      const rollBack = { policyHash, note, proposedBy: asked.person, proposedAt };
      return rollBackPolicy(rollBack, state, FIRST_POLICY);
    });
  }

  activate(policyHash: string, asked: ChangeRequest): Promise<PolicyState> {
    return this.#decide(['activate', policyHash], asked, (state, activatedAt) =>
      activatePolicy({ policyHash, activatedBy: asked.person, activatedAt }, state),
    );
  }

  withdraw(policyHash: string, { note, ...asked }: NotedRequest): Promise<PolicyState> {
    return this.#decide(['withdraw', policyHash], asked, (state, withdrawnAt) =>
      withdrawPolicy({ policyHash, note, withdrawnBy: asked.person, withdrawnAt }, state),
    );
  }

  startTrial(policyHash: string, asked: ChangeRequest): Promise<PolicyState> {
    return this.#decide(['start-trial', policyHash], asked, (state, startedAt) =>
      startPolicyTrial({ policyHash, startedBy: asked.person, startedAt }, state),
    );
  }

  endTrial(asked: ChangeRequest): Promise<PolicyState> {
    return this.#decide(['end-trial'], asked, (state, endedAt) =>
      endPolicyTrial({ endedBy: asked.person, endedAt }, state),
    );
  }

  /** The id says what is asked too: the same id asking something else is another command. */
  #decide(
    what: readonly string[],
    { person, requestId, replayed }: ChangeRequest,
    decide: (state: PolicyState, now: string) => readonly PolicyEvent[],
  ): Promise<PolicyState> {
    const commandId = idOf('fraud-policy', requestId, ...what);
    const now = this.clock.nowIso;
    const cause = { client: 'operations', actor: person, commandId };
    return this.decisions.decide(cause, (state) => decide(state, now), replayed);
  }
}
