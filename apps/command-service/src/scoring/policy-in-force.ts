import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { EventStore, FoldedStream } from '#event-store';
import {
  DEFAULT_POLICY,
  DEFAULT_POLICY_NAME,
  evolvePolicy,
  NO_POLICY,
  POLICY_STREAM,
  POLICY_STREAM_TYPE,
  readPolicy,
  type FraudPolicy,
  type PolicyEvent,
  type PolicyState,
  type Proposal,
} from '#fraud-policy';
import { Logger } from '#platform';

/** A policy as it is applied; the name is what verdicts record. */
export type NamedPolicy = {
  readonly name: string;
  readonly policy: FraudPolicy;
  readonly reviewPriceEur: number;
};

/** What decides now, and what is only tried beside it. */
export type InForce = { readonly active: NamedPolicy; readonly trial: NamedPolicy | null };

const DEFAULT: NamedPolicy = {
  name: DEFAULT_POLICY_NAME,
  policy: DEFAULT_POLICY,
  reviewPriceEur: 0,
};

type Followed = InForce & { readonly state: PolicyState };

/** Follows `policy-fraud`, so that an activated policy decides here without a restart. */
@Injectable()
export class PolicyInForce implements OnModuleDestroy {
  readonly #followed: FoldedStream<PolicyEvent, Followed>;

  constructor(
    eventStore: EventStore,
    private readonly logger: Logger,
  ) {
    this.#followed = new FoldedStream<PolicyEvent, Followed>(eventStore, {
      stream: POLICY_STREAM,
      type: {
        initial: { state: NO_POLICY, active: DEFAULT, trial: null },
        evolve: (before, event) => this.#evolve(before, event),
        upcast: POLICY_STREAM_TYPE.upcast,
      },
      onLost: (error, retryMs) => {
        this.logger.warn({ err: error, retryMs }, 'the fraud policy is not followed for now');
      },
      onFailed: (error) => {
        this.logger.error({ err: error }, 'the fraud policy is not followed any more: restart');
      },
    });
  }

  /**
   * Reads the stream at the first call: nothing is judged before what was activated is known.
   *
   * @throws EventStoreUnavailable when it cannot be read; ask again.
   */
  current(): Promise<InForce> {
    return this.#followed.current();
  }

  async onModuleDestroy(): Promise<void> {
    await this.#followed.close();
  }

  #evolve(before: Followed, event: PolicyEvent): Followed {
    const state = evolvePolicy(before.state, event);
    const { active, inForce, proposals, trial } = state;
    const decides = active ? (this.#named(inForce, active.policyHash) ?? before.active) : DEFAULT;
    if (decides.name !== before.active.name) {
      this.logger.info({ policy: decides.name }, 'another fraud policy decides');
    }
    return {
      state,
      active: decides,
      trial: trial && this.#named(proposals.get(trial.policyHash) ?? null, trial.policyHash),
    };
  }

  /** Null for one that this version cannot apply, as when it knows other features. */
  #named(proposal: Proposal | null, name: string): NamedPolicy | null {
    const read = readPolicy(proposal?.policy);
    if (proposal && 'policy' in read) {
      return { name, policy: read.policy, reviewPriceEur: proposal.reviewPriceEur };
    }
    const faults = 'faults' in read ? read.faults : [];
    this.logger.error(
      { policy: name, faults },
      'this fraud policy cannot be applied; the last stays',
    );
    return null;
  }
}
