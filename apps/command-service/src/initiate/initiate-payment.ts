import { Command } from '@nestjs/cqrs';
import type { InitiatePayment as Facts } from '#payments';
import type { Unrouted } from '#routing';
import type { CommandContext } from '../payment/command-context.js';
import type { LoadedPayment } from '../payment/payment-streams.js';

/** What a command says; where the payment goes is chosen by the routing policy. */
export type Initiation = Omit<Facts, DecidedHere | 'occurredAt'> &
  Pick<Unrouted, 'routes' | 'named'> & {
    /** Null: when the command is decided. */
    readonly occurredAt: string | null;
  };

type DecidedHere = 'now' | 'clockBounds' | 'provider' | 'method' | 'routing';

export class InitiatePayment extends Command<LoadedPayment> {
  constructor(
    readonly facts: Initiation,
    readonly context: CommandContext,
  ) {
    super();
  }
}
