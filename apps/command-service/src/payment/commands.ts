import { Injectable } from '@nestjs/common';
import { ConcurrencyConflict } from '#event-store';
import { PaymentError, type Payment, type PaymentEvent } from '#payments';
import type { CommandContext } from './command-context.js';
import { Journeys } from './journeys.js';
import { LaterJourneys } from './later-journeys.js';
import { Locks } from './locks.js';
import { asOfCommand } from './payment.response.js';
import { PaymentStreams, type LoadedPayment, type PaymentFact } from './payment-streams.js';

export type Decide = (payment: Payment, now: string) => readonly PaymentEvent[];

/** What must be recorded before the decision, as the risk before an authorisation. */
export type Prepare = (loaded: LoadedPayment) => Promise<LoadedPayment>;

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
      const first = firstOf(loaded, context);
      if (first) return this.#repeat(loaded, context, first);
      assertOwner(loaded, context);
      const now = new Date().toISOString();
      const ready = prepare ? await prepare(loaded) : loaded;
      const changed = await this.streams.change(ready, context, (payment) => decide(payment, now));
      return this.#proceed(changed, context);
    });
  }

  /**
   * A command that begins a payment and is answered once it is recorded. It is sent without a look:
   * a repeat is written once, because its event ids are the same, and anything else that is there
   * already is found out by the conflict.
   */
  async begin(paymentId: string, context: CommandContext, decide: Decide): Promise<LoadedPayment> {
    const absent = this.streams.absent(paymentId);
    const now = new Date().toISOString();
    try {
      const begun = await this.streams.append(absent, context, decide(absent.payment, now));
      return await this.#proceed(begun, context);
    } catch (error) {
      if (error instanceof ConcurrencyConflict) return this.execute(paymentId, context, decide);
      throw error;
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
    first: PaymentFact,
  ): Promise<LoadedPayment> {
    if (first.metadata['bodyHash'] !== context.bodyHash) {
      throw new PaymentError('idempotency-key-reused');
    }
    const finished = await this.#proceed(loaded, context);
    return asOfCommand(finished, context.commandId);
  }
}

function firstOf({ history }: LoadedPayment, context: CommandContext): PaymentFact | undefined {
  return history.find(({ metadata }) => metadata['commandId'] === context.commandId);
}

/** Analysts and operators look after payments of any client; everybody else after their own. */
function assertOwner({ history, paymentId }: LoadedPayment, context: CommandContext): void {
  const [first] = history;
  if (!first || first.metadata['client'] === context.client) return;
  if (/^(analyst|operator):/.test(context.actor)) return;
  throw new PaymentError('payment-not-found', { paymentId });
}
