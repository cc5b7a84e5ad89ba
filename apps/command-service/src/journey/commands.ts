import { Injectable } from '@nestjs/common';
import { ConcurrencyConflict, type Position } from '#event-store';
import { evolve, NO_PAYMENT, PaymentError, type Payment, type PaymentEvent } from '#payments';
import { Clock, isOfMerchants, Problem } from '#platform';
import type { CommandContext } from '../payment/command-context.js';
import { Journeys } from './journeys.js';
import { hasNextStep, LaterJourneys } from './later-journeys.js';
import { Locks } from '../payment/locks.js';
import { asOfCommand } from '../payment/as-of-command.js';
import {
  PaymentStreams,
  type FirstEvents,
  type LoadedPayment,
  type RecordedPaymentEvent,
} from '../payment/payment-streams.js';

export type Decide = (payment: Payment, now: string) => readonly PaymentEvent[];

/** What must be recorded before the decision, as the risk before an authorisation. */
export type Prepare = (loaded: LoadedPayment) => Promise<LoadedPayment>;

/** A command that begins a payment. */
export type Beginning = {
  readonly paymentId: string;
  readonly context: CommandContext;
  readonly decide: Decide;
  /** Only a repeat is answered, so the stream is looked at first. */
  readonly looksFirst: boolean;
};

export type RecordedPayment = Pick<LoadedPayment, 'paymentId' | 'position'>;

/**
 * How every command on a payment runs: once, however often it is sent.
 *
 * A repeat is answered as of the first time; the same key with another body is refused; a command
 * that a crash interrupted is finished first.
 */
@Injectable()
export class Commands {
  constructor(
    private readonly streams: PaymentStreams,
    private readonly journeys: Journeys,
    private readonly later: LaterJourneys,
    private readonly locks: Locks,
    private readonly clock: Clock,
  ) {}

  /** @throws PaymentError when the payment is not the client's or a rule forbids the command. */
  execute(
    paymentId: string,
    context: CommandContext,
    decide: Decide,
    prepare?: Prepare,
  ): Promise<LoadedPayment> {
    return this.locks.run(paymentId, async () => {
      const loaded = await this.streams.load(paymentId);
      assertMerchant(loaded, context);
      const first = firstOf(loaded, context);
      if (first) return this.#repeat(loaded, context, first);
      assertOwner(loaded, context);
      const now = this.clock.nowIso;
      const ready = prepare ? await prepare(loaded) : loaded;
      const changed = await this.streams.change(ready, context, (payment) => decide(payment, now));
      return this.#proceed(changed, context);
    });
  }

  /**
   * Commands that each begin a payment, recorded together and each answered by itself once it is on
   * disk. They are sent without a look: a repeat is written once, because its event ids are the
   * same, and anything else that is there already is found out by the conflict.
   */
  async beginEach(beginnings: readonly Beginning[]): Promise<readonly (RecordedPayment | Error)[]> {
    const { fates, recording } = this.#record(beginnings);
    const positions = (await recording).values();
    const outcomes = beginnings.map((beginning, index) => {
      const fate = fates[index] ?? 'look-first';
      if (fate instanceof Error) return fate;
      if (fate === 'look-first') return this.#alone(beginning);
      const position = positions.next().value as Position | Error;
      if (position instanceof ConcurrencyConflict) return this.#alone(beginning);
      if (position instanceof Error) return position;
      const { paymentId, context } = beginning;
      if (fate === 'goes-on') this.later.add(paymentId, context);
      return { paymentId, position };
    });
    const settled: (RecordedPayment | Error)[] = [];
    for (const outcome of outcomes) {
      settled.push(outcome instanceof Promise ? await outcome : outcome);
    }
    return settled;
  }

  /** What is decided is let go of here: a batch would hold all of it until the disk answers. */
  #record(beginnings: readonly Beginning[]) {
    const now = this.clock.nowIso;
    const first: FirstEvents[] = [];
    const fates = beginnings.map(
      ({ paymentId, context, decide, looksFirst }): InitiationOutcome => {
        if (looksFirst) return 'look-first';
        try {
          const decided = decide(NO_PAYMENT, now);
          const fate = hasNextStep(decided.reduce(evolve, NO_PAYMENT), now) ? 'goes-on' : 'rests';
          first.push({ paymentId, context, decided });
          return fate;
        } catch (error) {
          return error instanceof Error ? error : new Error(String(error));
        }
      },
    );
    return { fates, recording: this.streams.begin(first) };
  }

  async #alone({ paymentId, context, decide }: Beginning): Promise<RecordedPayment | Error> {
    try {
      return await this.execute(paymentId, context, decide);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  async #proceed(loaded: LoadedPayment, context: CommandContext): Promise<LoadedPayment> {
    if (context.answersWhenRecorded !== true) return this.journeys.proceed(loaded, context);
    this.later.proceed(loaded, context);
    return loaded;
  }

  /** The first answer of a command that was seen before. */
  async #repeat(
    loaded: LoadedPayment,
    context: CommandContext,
    first: RecordedPaymentEvent,
  ): Promise<LoadedPayment> {
    if (first.metadata['bodyHash'] !== context.bodyHash) {
      throw new Problem('idempotency-key-reused');
    }
    const finished = await this.#proceed(loaded, context);
    context.replayed?.();
    return asOfCommand(finished, context.commandId);
  }
}

function firstOf(
  { history }: LoadedPayment,
  context: CommandContext,
): RecordedPaymentEvent | undefined {
  return history.find(({ metadata }) => metadata['commandId'] === context.commandId);
}

/** Before a repeat is answered too: another key of the client may be for other merchants. */
function assertMerchant({ history, paymentId }: LoadedPayment, context: CommandContext): void {
  const [first] = history;
  const merchant =
    first?.event.type === 'PaymentInitiated' ? first.event.data.merchantId : undefined;
  if (!first || isOfMerchants(context, merchant)) return;
  throw new PaymentError('payment-not-found', { paymentId });
}

/** Analysts and operators look after payments of any client; everybody else after their own. */
function assertOwner({ history, paymentId }: LoadedPayment, context: CommandContext): void {
  const [first] = history;
  if (!first || first.metadata['client'] === context.client) return;
  if (/^(analyst|senior-analyst|operator):/.test(context.actor)) return;
  throw new PaymentError('payment-not-found', { paymentId });
}

/** What becomes of a beginning: refused, looked at in its stream, or recorded. */
type InitiationOutcome = Error | 'look-first' | 'goes-on' | 'rests';
