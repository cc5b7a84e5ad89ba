import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ConcurrencyConflict } from '#event-store';
import { initiatePayment, type InitiatePayment as Facts } from '#payments';
import type { CommandContext } from '../payment/command-context.js';
import { Commands } from '../payment/commands.js';
import { Journeys } from '../payment/journeys.js';
import { Locks } from '../payment/locks.js';
import { absent, PaymentStreams, type LoadedPayment } from '../payment/payment-streams.js';
import { Providers } from '../provider-call/providers.js';

export class InitiatePayment extends Command<LoadedPayment> {
  constructor(
    readonly facts: Omit<Facts, 'now'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Begins a payment and takes it as far as its intent says. */
@CommandHandler(InitiatePayment)
export class InitiateHandler implements ICommandHandler<InitiatePayment, LoadedPayment> {
  constructor(
    private readonly streams: PaymentStreams,
    private readonly commands: Commands,
    private readonly journeys: Journeys,
    private readonly locks: Locks,
    private readonly providers: Providers,
  ) {}

  execute({ facts, context }: InitiatePayment): Promise<LoadedPayment> {
    this.providers.assertMovable(facts.provider, facts.amount);
    const command = { ...facts, now: new Date().toISOString() };
    return this.locks.run(facts.paymentId, async () => {
      const nothing = absent(facts.paymentId);
      try {
        // Nearly always new, so it is not read first; the store refuses a second beginning.
        const decided = initiatePayment(command, nothing.payment);
        const initiated = await this.streams.append(nothing, context, decided);
        return await this.journeys.proceed(initiated, context);
      } catch (error) {
        if (!(error instanceof ConcurrencyConflict)) throw error;
        return this.#repeat(facts.paymentId, context, error);
      }
    });
  }

  async #repeat(
    paymentId: string,
    context: CommandContext,
    conflict: ConcurrencyConflict,
  ): Promise<LoadedPayment> {
    const loaded = await this.streams.load(paymentId);
    const repeated = await this.commands.repeated(loaded, context);
    if (!repeated) throw conflict;
    return repeated;
  }
}
