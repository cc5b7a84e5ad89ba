import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import {
  EventStore,
  follow,
  POSITION_START,
  type Position,
  type RecordedEvent,
} from '#event-store';
import {
  DEFAULT_POLICY,
  DEFAULT_POLICY_NAME,
  evolvePolicy,
  NO_POLICY,
  POLICY_STREAM,
  readPolicy,
  type FraudPolicy,
  type PolicyEvent,
  type PolicyState,
  type Proposal,
} from '#fraud-policy';
import { Log } from '../log.js';

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

/** Follows `policy-fraud`, so that an activated policy decides here without a restart. */
@Injectable()
export class PolicyInForce implements OnModuleDestroy {
  #state: PolicyState = NO_POLICY;
  #revision = -1n;
  #inForce: InForce = { active: DEFAULT, trial: null };
  #loading: Promise<void> | null = null;
  #following: Promise<void> = Promise.resolve();
  readonly #stopping = new AbortController();

  constructor(
    private readonly eventStore: EventStore,
    private readonly log: Log,
  ) {}

  /**
   * Reads the stream at the first call: nothing is judged before what was activated is known.
   *
   * @throws EventStoreUnavailable when it cannot be read; ask again.
   */
  async current(): Promise<InForce> {
    this.#loading ??= this.#load();
    try {
      await this.#loading;
    } catch (error) {
      this.#loading = null;
      throw error;
    }
    return this.#inForce;
  }

  async onModuleDestroy(): Promise<void> {
    this.#stopping.abort();
    await this.#following;
  }

  async #load(): Promise<void> {
    // The end is noted first, so that nothing falls between reading and following.
    const end = await this.#endOfStore();
    for await (const event of this.eventStore.read(POLICY_STREAM)) this.#apply(event);
    this.#following = follow(this.eventStore, {
      after: end,
      streamPrefixes: [POLICY_STREAM],
      signal: this.#stopping.signal,
      onEvent: (event) => {
        this.#apply(event);
      },
      onLost: (error, retryMs) => {
        this.log.warn({ err: error, retryMs }, 'the fraud policy is not followed for now');
      },
    }).catch((error: unknown) => {
      this.log.error({ err: error }, 'the fraud policy is not followed any more: restart');
    });
  }

  async #endOfStore(): Promise<Position> {
    const last = this.eventStore.readAll({ direction: 'backwards', maxCount: 1 });
    for await (const { position } of last) return position;
    return POSITION_START;
  }

  #apply({ stream, revision, type, data }: RecordedEvent): void {
    if (stream !== POLICY_STREAM || revision <= this.#revision) return;
    this.#revision = revision;
    this.#state = evolvePolicy(this.#state, { type, data } as unknown as PolicyEvent);
    const { active, inForce, proposals, trial } = this.#state;
    const before = this.#inForce;
    this.#inForce = {
      active: active ? (this.#named(inForce, active.policyHash) ?? before.active) : DEFAULT,
      trial: trial && this.#named(proposals.get(trial.policyHash) ?? null, trial.policyHash),
    };
    if (this.#inForce.active.name !== before.active.name) {
      this.log.info({ policy: this.#inForce.active.name }, 'another fraud policy decides');
    }
  }

  /** Null for one that this version cannot apply, as when it knows other features. */
  #named(proposal: Proposal | null, name: string): NamedPolicy | null {
    const read = readPolicy(proposal?.policy);
    if (proposal && 'policy' in read) {
      return { name, policy: read.policy, reviewPriceEur: proposal.reviewPriceEur };
    }
    const faults = 'faults' in read ? read.faults : [];
    this.log.error({ policy: name, faults }, 'this fraud policy cannot be applied; the last stays');
    return null;
  }
}
