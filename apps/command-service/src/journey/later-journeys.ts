import { Injectable } from '@nestjs/common';
import { nextStep, openPromises, type Payment } from '#payments';
import { Clock, Logger } from '#platform';
import type { CommandContext } from '../payment/command-context.js';
import { Journeys } from './journeys.js';
import { Locks } from '../payment/locks.js';
import { PaymentStreams, type LoadedPayment } from '../payment/payment-streams.js';

/** As many as one process keeps busy with the provider. */
const AT_ONCE_MAX = 32;
/** What waits beyond it is left to the resumer, which finds it in the store. */
const WAITING_MAX = 50_000;

type Waiting = { readonly paymentId: string; readonly context: CommandContext };

/**
 * Takes payments further after their command was answered. It forgets them when the process ends:
 * what is promised stands in the store, and the resumer keeps it.
 */
@Injectable()
export class LaterJourneys {
  #waiting: Waiting[] = [];
  #next = 0;
  #busy = 0;

  constructor(
    private readonly streams: PaymentStreams,
    private readonly journeys: Journeys,
    private readonly locks: Locks,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** How many payments wait or are on their way. */
  get size(): number {
    return this.#waiting.length - this.#next + this.#busy;
  }

  proceed({ paymentId, payment }: LoadedPayment, context: CommandContext): void {
    if (hasNextStep(payment, this.clock.nowIso)) this.add(paymentId, context);
  }

  /** For a payment that goes on by itself. */
  add(paymentId: string, context: CommandContext): void {
    if (this.size >= WAITING_MAX) return;
    this.#waiting.push({ paymentId, context });
    if (this.#busy < AT_ONCE_MAX) void this.#work();
  }

  async #work(): Promise<void> {
    this.#busy += 1;
    for (let next = this.#take(); next; next = this.#take()) await this.#further(next);
    this.#busy -= 1;
  }

  #take(): Waiting | undefined {
    const next = this.#waiting[this.#next];
    this.#next += 1;
    if (next === undefined || this.#next > 1_000) {
      this.#waiting = this.#waiting.slice(this.#next);
      this.#next = 0;
    }
    return next;
  }

  async #further({ paymentId, context }: Waiting): Promise<void> {
    try {
      await this.locks.run(paymentId, async () => {
        await this.journeys.proceed(await this.streams.load(paymentId), context);
      });
    } catch (error) {
      this.logger.warn({ err: error, paymentId }, 'not taken further, will be resumed');
    }
  }
}

/** Whether there is something that a payment does without being asked. */
export function hasNextStep(payment: Payment, now: string): boolean {
  return openPromises(payment).length > 0 || nextStep(payment, now) !== null;
}
