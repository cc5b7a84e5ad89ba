import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { EventStore, FoldedStream } from '#event-store';
import {
  DEFAULT_ROUTING,
  DEFAULT_ROUTING_NAME,
  evolveRouting,
  NO_ROUTING,
  readRouting,
  ROUTING_STREAM,
  ROUTING_STREAM_TYPE,
  type NamedRouting,
  type RoutingEvent,
  type RoutingState,
} from '#routing';
import { Logger } from '#platform';

const DEFAULT: NamedRouting = { name: DEFAULT_ROUTING_NAME, policy: DEFAULT_ROUTING };

type Followed = { readonly state: RoutingState; readonly inForce: NamedRouting };

/** Follows `policy-routing`, so that an activated policy decides here without a restart. */
@Injectable()
export class RoutingInForce implements OnModuleDestroy {
  readonly #followed: FoldedStream<RoutingEvent, Followed>;

  constructor(
    eventStore: EventStore,
    private readonly logger: Logger,
  ) {
    this.#followed = new FoldedStream<RoutingEvent, Followed>(eventStore, {
      stream: ROUTING_STREAM,
      type: {
        initial: { state: NO_ROUTING, inForce: DEFAULT },
        evolve: (before, event) => this.#evolve(before, event),
        upcast: ROUTING_STREAM_TYPE.upcast,
      },
      onLost: (error, retryMs) => {
        this.logger.warn({ err: error, retryMs }, 'the routing policy is not followed for now');
      },
      onFailed: (error) => {
        this.logger.error({ err: error }, 'the routing policy is not followed any more: restart');
      },
    });
  }

  /**
   * Reads the stream at the first call: nothing is routed before what was activated is known.
   *
   * @throws EventStoreUnavailable when it cannot be read; ask again.
   */
  async current(): Promise<NamedRouting> {
    return (await this.#followed.current()).inForce;
  }

  /** Every proposal, and which one decides. @throws EventStoreUnavailable likewise. */
  async state(): Promise<RoutingState> {
    return (await this.#followed.current()).state;
  }

  async onModuleDestroy(): Promise<void> {
    await this.#followed.close();
  }

  #evolve(before: Followed, event: RoutingEvent): Followed {
    const state = evolveRouting(before.state, event);
    const inForce = this.#active(state) ?? before.inForce;
    if (inForce.name !== before.inForce.name) {
      this.logger.info({ policy: inForce.name }, 'another routing policy decides');
    }
    return { state, inForce };
  }

  /** Null for one that this version cannot apply, as when it knows other providers. */
  #active({ active, proposals }: RoutingState): NamedRouting | null {
    if (!active) return DEFAULT;
    const { policyHash: name } = active;
    const read = readRouting(proposals.get(name)?.policy);
    if ('policy' in read) return { name, policy: read.policy };
    const { faults } = read;
    this.logger.error(
      { policy: name, faults },
      'this routing policy cannot be applied; the last stays',
    );
    return null;
  }
}
