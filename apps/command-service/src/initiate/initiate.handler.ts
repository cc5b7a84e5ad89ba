import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { InitiatePayment as Facts } from '#payments';
import type { Unrouted } from '#routing';
import type { CommandContext } from '../payment/command-context.js';
import { Commands, type Beginning } from '../payment/commands.js';
import type { LoadedPayment } from '../payment/payment-streams.js';
import { Beginnings } from './beginnings.js';

/** What a command says; where the payment goes is chosen by the routing policy. */
export type Initiation = Omit<Facts, 'now' | 'provider' | 'method' | 'routing'> &
  Pick<Unrouted, 'routes' | 'named'>;

export class InitiatePayment extends Command<LoadedPayment> {
  constructor(
    readonly facts: Initiation,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Begins a payment and takes it as far as its intent says. */
@CommandHandler(InitiatePayment)
export class InitiateHandler implements ICommandHandler<InitiatePayment, LoadedPayment> {
  constructor(
    private readonly commands: Commands,
    private readonly beginnings: Beginnings,
  ) {}

  async execute(initiation: InitiatePayment): Promise<LoadedPayment> {
    const [beginning] = (await this.beginnings.of([initiation])) as [Beginning];
    const { paymentId, context, decide } = beginning;
    return this.commands.execute(paymentId, context, decide);
  }
}
