import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { EventStore, follow, POSITION_START, type RecordedEvent } from '#event-store';
import {
  DEFAULT_ROUTING,
  DEFAULT_ROUTING_NAME,
  evolveRouting,
  NO_ROUTING,
  readRouting,
  ROUTING_STREAM,
  type NamedRouting,
  type RoutingEvent,
  type RoutingState,
} from '#routing';
import { Log } from '../log.js';

const DEFAULT: NamedRouting = { name: DEFAULT_ROUTING_NAME, policy: DEFAULT_ROUTING };

/** Follows `policy-routing`, so that an activated policy decides here without a restart. */
@Injectable()
export class RoutingInForce implements OnModuleDestroy {
  #state: RoutingState = NO_ROUTING;
  #revision = -1n;
  #inForce = DEFAULT;
  #loading: Promise<void> | null = null;
  #following: Promise<void> = Promise.resolve();
  readonly #stopping = new AbortController();

  constructor(
    private readonly eventStore: EventStore,
    private readonly log: Log,
  ) {}

  /**
   * Reads the stream at the first call: nothing is routed before what was activated is known.
   *
   * @throws EventStoreUnavailable when it cannot be read; ask again.
   */
  async current(): Promise<NamedRouting> {
    this.#loading ??= this.#load();
    try {
      await this.#loading;
    } catch (error) {
      this.#loading = null;
      throw error;
    }
    return this.#inForce;
  }

  /** Every proposal, and which one decides. @throws EventStoreUnavailable likewise. */
  async state(): Promise<RoutingState> {
    await this.current();
    return this.#state;
  }

  async onModuleDestroy(): Promise<void> {
    this.#stopping.abort();
    await this.#following;
  }

  async #load(): Promise<void> {
    // The end is noted first, so that nothing falls between reading and following.
    let after = POSITION_START;
    const last = this.eventStore.readAll({ direction: 'backwards', maxCount: 1 });
    for await (const { position } of last) after = position;
    for await (const event of this.eventStore.read(ROUTING_STREAM)) this.#apply(event);
    this.#following = follow(this.eventStore, {
      after,
      streamPrefixes: [ROUTING_STREAM],
      signal: this.#stopping.signal,
      onEvent: (event) => {
        this.#apply(event);
      },
      onLost: (error, retryMs) => {
        this.log.warn({ err: error, retryMs }, 'the routing policy is not followed for now');
      },
    }).catch((error: unknown) => {
      this.log.error({ err: error }, 'the routing policy is not followed any more: restart');
    });
  }

  #apply({ stream, revision, type, data }: RecordedEvent): void {
    if (stream !== ROUTING_STREAM || revision <= this.#revision) return;
    this.#revision = revision;
    this.#state = evolveRouting(this.#state, { type, data } as unknown as RoutingEvent);
    const before = this.#inForce;
    this.#inForce = this.#active() ?? before;
    if (this.#inForce.name !== before.name) {
      this.log.info({ policy: this.#inForce.name }, 'another routing policy decides');
    }
  }

  /** Null for one that this version cannot apply, as when it knows other providers. */
  #active(): NamedRouting | null {
    const { active, proposals } = this.#state;
    if (!active) return DEFAULT;
    const { policyHash: name } = active;
    const read = readRouting(proposals.get(name)?.policy);
    if ('policy' in read) return { name, policy: read.policy };
    const { faults } = read;
    this.log.error(
      { policy: name, faults },
      'this routing policy cannot be applied; the last stays',
    );
    return null;
  }
}
