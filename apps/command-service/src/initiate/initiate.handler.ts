import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commands, type Beginning } from '../journey/commands.js';
import type { LoadedPayment } from '../payment/payment-streams.js';
import { PaymentInitiations } from './payment-initiations.js';
import { InitiatePayment } from './initiate-payment.js';

/** Begins a payment and takes it as far as its intent says. */
@CommandHandler(InitiatePayment)
export class InitiateHandler implements ICommandHandler<InitiatePayment, LoadedPayment> {
  constructor(
    private readonly commands: Commands,
    private readonly paymentInitiations: PaymentInitiations,
  ) {}

  async execute(initiation: InitiatePayment): Promise<LoadedPayment> {
    const [beginning] = (await this.paymentInitiations.of([initiation])) as [Beginning];
    const { paymentId, context, decide } = beginning;
    return this.commands.execute(paymentId, context, decide);
  }
}
