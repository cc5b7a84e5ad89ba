import { Injectable } from '@nestjs/common';
import { initiatedOf, recordUnknown, type OpenPromise } from '#payments';
import { ProviderMisuse, ProviderUnavailable } from '#provider-port';
import { Clock } from '#platform';
import { Config } from '../config.js';
import { Log } from '../log.js';
import type { CommandContext } from '../payment/command-context.js';
import { withNextPromise } from '../payment/next-promise.js';
import { PaymentStreams, type LoadedPayment } from '../payment/payment-streams.js';
import { callFor, type CallTerms, type Recorder } from './call.js';
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
    private readonly crashPoints: CrashPoints,
    private readonly returnUrl: PayerReturnUrl,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  get #terms(): CallTerms {
    return {
      returnUrlOf: (paymentId) => this.returnUrl.of(paymentId),
      payerDeadline: () =>
        new Date(this.clock.nowMs + this.config.PAYER_ACTION_MINUTES * 60_000).toISOString(),
    };
  }

  /** When the provider does not answer, that is recorded and the promise stays open. */
  async keep(
    loaded: LoadedPayment,
    promise: OpenPromise,
    context: CommandContext,
  ): Promise<LoadedPayment> {
    const { operation } = promise;
    const provider = this.providers.get(initiatedOf(loaded.payment).provider);
    this.crashPoints.reach(operation, 'promised');
    let record: Recorder;
    try {
      record = await callFor(promise, loaded.payment, provider, this.#terms);
    } catch (error) {
      return this.#recordUnknown(loaded, promise, context, error);
    }
    this.crashPoints.reach(operation, 'answered');
    const now = this.clock.nowIso;
    const changed = await this.streams.change(loaded, context, withNextPromise()(record, now));
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
    if (error instanceof ProviderMisuse) this.log.error(fields, 'provider rejects our request');
    else this.log.warn(fields, 'provider outcome unknown, will be resumed');
    const seen = { reason: error.message, now: this.clock.nowIso };
    return this.streams.change(loaded, context, (payment) => recordUnknown(promise, seen, payment));
  }
}
