import { Injectable } from '@nestjs/common';
import {
  changeStream,
  eventIdOf,
  EventStore,
  newEvents,
  POSITION_START,
  readStream,
  type Metadata,
  type Position,
  type StreamState,
  type StreamType,
  type TypedStream,
} from '#event-store';
import {
  evolve,
  NO_PAYMENT,
  paymentStream,
  upcast,
  type Payment,
  type PaymentEvent,
} from '#payments';
import type { CommandContext } from './command-context.js';
import { Declines } from './declines.js';
import { EventCounts } from './event-counts.js';

/** One recorded event of a payment, in today's shape. */
export type RecordedPaymentEvent = {
  readonly event: PaymentEvent;
  readonly metadata: Metadata;
  readonly position: Position;
};

/** One payment as read: its state, its history, and where its stream stands. */
export type LoadedPayment = {
  readonly paymentId: string;
  readonly payment: Payment;
  readonly history: readonly RecordedPaymentEvent[];
  readonly position: Position;
};

/** Who initiated a payment. */
export function clientOf({ history }: LoadedPayment): string {
  const client = history[0]?.metadata['client'];
  return typeof client === 'string' ? client : '';
}

/** What begins a payment. */
export type FirstEvents = {
  readonly paymentId: string;
  readonly context: CommandContext;
  readonly decided: readonly PaymentEvent[];
};

type PaymentHistory = Pick<LoadedPayment, 'payment' | 'history'>;

const PAYMENT: StreamType<PaymentEvent, PaymentHistory> = {
  initial: { payment: NO_PAYMENT, history: [] },
  evolve: ({ payment, history }, event, { metadata, position }) => ({
    payment: evolve(payment, event),
    history: [...history, { event, metadata, position }],
  }),
  upcast,
  eventId: ({ commandId, bodyHash }, _event, { revision }) =>
    eventIdOf(commandId, revision, bodyHash ?? ''),
};

/** The only plumbing between handlers and payment streams. */
@Injectable()
export class PaymentStreams {
  constructor(
    private readonly eventStore: EventStore,
    private readonly declines: Declines,
    private readonly counts: EventCounts,
  ) {}

  /** A payment that was never initiated loads as absent. */
  async load(paymentId: string): Promise<LoadedPayment> {
    return loadedOf(paymentId, await readStream(this.eventStore, streamOf(paymentId)));
  }

  /**
   * Decides on a payment's state and appends the decision at exactly that revision; see
   * `changeStream`.
   *
   * @throws ConcurrencyConflict after five lost races.
   */
  async change(
    loaded: LoadedPayment,
    context: CommandContext,
    decide: (payment: Payment) => readonly PaymentEvent[],
  ): Promise<LoadedPayment> {
    const { paymentId, history } = loaded;
    const revision = history.length === 0 ? null : BigInt(history.length - 1);
    const target = { ...streamOf(paymentId), from: { state: loaded, revision } };
    let decided: readonly PaymentEvent[] = [];
    let before = loaded.payment;
    const changed = await changeStream(this.eventStore, target, context, ({ payment }) => {
      before = payment;
      decided = decide(payment);
      return decided;
    });
    this.declines.note(decided, before);
    this.counts.note(decided, before);
    return changed.state === loaded ? loaded : loadedOf(paymentId, changed);
  }

  /**
   * Records the first events of many payments at once. For each the position it got, or why it was
   * not recorded: ConcurrencyConflict where something else is there already.
   */
  begin(first: readonly FirstEvents[]): Promise<readonly (Position | Error)[]> {
    const appends = first.map(({ paymentId, context, decided }) => ({
      stream: paymentStream(paymentId),
      events: newEvents(PAYMENT, context, decided, 0),
      expectedRevision: 'no-stream' as const,
    }));
    return this.eventStore.appendEach(appends).then((outcomes) =>
      outcomes.map((outcome, index) => {
        if (outcome instanceof Error) return outcome;
        // A batch that is sent again is written once, and counted again.
        this.counts.note(first[index]?.decided ?? [], NO_PAYMENT);
        return outcome.position;
      }),
    );
  }
}

function streamOf(paymentId: string): TypedStream<PaymentEvent, PaymentHistory> {
  return { stream: paymentStream(paymentId), type: PAYMENT };
}

function loadedOf(paymentId: string, { state }: StreamState<PaymentHistory>): LoadedPayment {
  const { payment, history } = state;
  return { paymentId, payment, history, position: history.at(-1)?.position ?? POSITION_START };
}
