import { Injectable } from '@nestjs/common';
import {
  initiatedOf,
  type OpenPromise,
  type Payment,
  recordOutcome,
  recordUnknown,
  requestOf,
  withNextPromise,
} from '#payments';
import { Clock, Logger } from '#platform';
import { type OutcomeOf, ProviderMisuse, ProviderUnavailable } from '#provider-port';
import { idOf } from '#event-store';
import { Config } from '../config.js';
import type { CommandContext } from '../payment/command-context.js';
import { PaymentStreams, type LoadedPayment } from '../payment/payment-streams.js';
import { CallTimes } from './call-times.js';
import { CrashPoints } from './crash-points.js';
import { Providers } from './providers.js';
import { PayerReturnUrl } from './payer-return-url.js';

/**
 * Keeps promises: calls the provider for one that is already on disk, and records the outcome.
 *
 * Safe to repeat after any crash, because the promise's id is the provider's idempotency key and
 * recording an outcome twice decides nothing the second time.
 */
@Injectable()
export class ProviderCalls {
  constructor(
    private readonly streams: PaymentStreams,
    private readonly providers: Providers,
    private readonly times: CallTimes,
    private readonly crashPoints: CrashPoints,
    private readonly returnUrl: PayerReturnUrl,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** When the provider does not answer, that is recorded and the promise stays open. */
  async keep(
    loaded: LoadedPayment,
    promise: OpenPromise,
    context: CommandContext,
  ): Promise<LoadedPayment> {
    const { operation } = promise;
    const provider = this.providers.get(initiatedOf(loaded.payment).provider);
    this.crashPoints.reach(operation, 'promised');
    const request = requestOf(promise, loaded.payment, this.returnUrl.of(loaded.payment));
    let outcome: OutcomeOf<typeof operation>;
    try {
      const repeats = loaded.payment.unknown.has(promise.operationId);
      const perform = () => provider.perform(operation, request);
      outcome = await this.times.measure({ provider: provider.name, operation, repeats }, perform);
    } catch (error) {
      return this.#recordUnknown(loaded, promise, context, error);
    }
    this.crashPoints.reach(operation, 'answered');
    const { nowMs, nowIso } = this.clock;
    // By our own clock, which also says when it is over.
    const deadline = new Date(nowMs + this.config.PAYER_ACTION_MINUTES * 60_000).toISOString();
    const record = (payment: Payment) => recordOutcome(promise, outcome, { payment, deadline });
    const changed = await this.streams.change(
      loaded,
      context,
      withNextPromise(idOf)(record, nowIso),
    );
    this.crashPoints.reach(operation, 'recorded');
    return changed;
  }

  async #recordUnknown(
    loaded: LoadedPayment,
    promise: OpenPromise,
    context: CommandContext,
    error: unknown,
  ): Promise<LoadedPayment> {
    if (!(error instanceof ProviderUnavailable || error instanceof ProviderMisuse)) throw error;
    const fields = { paymentId: loaded.paymentId, ...promise, reason: error.message };
    if (error instanceof ProviderMisuse) this.logger.error(fields, 'provider rejects our request');
    else this.logger.warn(fields, 'provider outcome unknown, will be resumed');
    const seen = { reason: error.message, now: this.clock.nowIso };
    return this.streams.change(loaded, context, (payment) => recordUnknown(promise, seen, payment));
  }
}
