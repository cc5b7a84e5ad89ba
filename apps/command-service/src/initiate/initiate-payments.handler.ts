import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commands, type RecordedPayment } from '../journey/commands.js';
import { PaymentInitiations } from './payment-initiations.js';
import type { InitiatePayment } from './initiate-payment.js';

/** For each, in order, where it is recorded or why it is refused. */
export type Initiated = readonly (RecordedPayment | Error)[];

export class InitiatePayments extends Command<Initiated> {
  constructor(readonly initiations: readonly InitiatePayment[]) {
    super();
  }
}

/** Begins many payments together and takes them further after the answer. */
@CommandHandler(InitiatePayments)
export class InitiatePaymentsHandler implements ICommandHandler<InitiatePayments, Initiated> {
  constructor(
    private readonly commands: Commands,
    private readonly paymentInitiations: PaymentInitiations,
  ) {}

  async execute({ initiations }: InitiatePayments): Promise<Initiated> {
    return this.commands.beginEach(await this.paymentInitiations.of(initiations));
  }
}
