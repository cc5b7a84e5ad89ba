import { Injectable } from '@nestjs/common';
import {
  ConcurrencyConflict,
  eventIdOf,
  EventStore,
  POSITION_START,
  type Json,
  type Metadata,
  type NewEvent,
  type Position,
} from '#event-store';
import {
  evolve,
  NO_PAYMENT,
  paymentStream,
  upcast,
  type Payment,
  type PaymentEvent,
} from '#payments';
import { metadataOf, type CommandContext } from './command-context.js';

/** One recorded event of a payment, in today's shape. */
export type PaymentFact = {
  readonly event: PaymentEvent;
  readonly metadata: Metadata;
  readonly position: Position;
};

/** One payment as read: its state, its history, and where its stream stands. */
export type LoadedPayment = {
  readonly paymentId: string;
  readonly payment: Payment;
  readonly history: readonly PaymentFact[];
  readonly position: Position;
};

/** What begins a payment. */
export type FirstEvents = {
  readonly paymentId: string;
  readonly context: CommandContext;
  readonly decided: readonly PaymentEvent[];
};

const ATTEMPTS_MAX = 5;

/** The only plumbing between handlers and payment streams. */
@Injectable()
export class PaymentStreams {
  constructor(private readonly eventStore: EventStore) {}

  /** A payment nobody initiated loads as absent. */
  async load(paymentId: string): Promise<LoadedPayment> {
    const history: PaymentFact[] = [];
    for await (const { type, data, metadata, position } of this.eventStore.read(
      paymentStream(paymentId),
    )) {
      history.push({ event: upcast(type, data), metadata, position });
    }
    const payment = history.reduce((state, { event }) => evolve(state, event), NO_PAYMENT);
    return { paymentId, payment, history, position: history.at(-1)?.position ?? POSITION_START };
  }

  /**
   * Decides on a payment's state and appends the decision at exactly that revision. When another
   * writer was faster it reads and decides again: keep `decide` pure.
   *
   * @throws ConcurrencyConflict after five lost races.
   */
  async change(
    loaded: LoadedPayment,
    context: CommandContext,
    decide: (payment: Payment) => readonly PaymentEvent[],
  ): Promise<LoadedPayment> {
    let current = loaded;
    for (let attempt = 1; ; attempt += 1) {
      const decided = decide(current.payment);
      if (decided.length === 0) return current;
      try {
        return await this.append(current, context, decided);
      } catch (error) {
        if (!(error instanceof ConcurrencyConflict) || attempt === ATTEMPTS_MAX) throw error;
        current = await this.load(current.paymentId);
      }
    }
  }

  /**
   * Records the first events of many payments at once. For each the position it got, or why it was
   * not recorded: ConcurrencyConflict where something else is there already.
   */
  begin(first: readonly FirstEvents[]): Promise<readonly (Position | Error)[]> {
    const appends = first.map(({ paymentId, context, decided }) => ({
      stream: paymentStream(paymentId),
      events: newEvents(decided, { context, metadata: metadataOf(context) }, 0),
      expectedRevision: 'no-stream' as const,
    }));
    return this.eventStore
      .appendEach(appends)
      .then((outcomes) =>
        outcomes.map((outcome) => (outcome instanceof Error ? outcome : outcome.position)),
      );
  }

  /** @throws ConcurrencyConflict when the stream is no longer where `loaded` saw it. */
  async append(
    loaded: LoadedPayment,
    context: CommandContext,
    decided: readonly PaymentEvent[],
  ): Promise<LoadedPayment> {
    const { paymentId, history } = loaded;
    const metadata = metadataOf(context);
    const events = newEvents(decided, { context, metadata }, history.length);
    const expected = history.length === 0 ? 'no-stream' : BigInt(history.length - 1);
    const { position } = await this.eventStore.append(paymentStream(paymentId), events, expected);
    return {
      paymentId,
      payment: decided.reduce(evolve, loaded.payment),
      history: [...history, ...decided.map((event) => ({ event, metadata, position }))],
      position,
    };
  }
}

function newEvents(
  decided: readonly PaymentEvent[],
  { context, metadata }: { readonly context: CommandContext; readonly metadata: Metadata },
  revision: number,
): NewEvent[] {
  return decided.map(({ type, data }, index) => ({
    id: eventIdOf(context.commandId, revision + index, context.bodyHash ?? ''),
    type,
    data: data as unknown as Json,
    metadata,
  }));
}
