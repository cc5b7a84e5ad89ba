import { Injectable } from '@nestjs/common';
import {
  healed,
  initiatedOf,
  isRefusal,
  nextStep,
  openContradictions,
  openPromises,
  promiseOf,
  withNextPromise,
  type OpenPromise,
} from '#payments';
import { Clock } from '#platform';
import { idOf } from '#event-store';
import { ProviderCalls } from '../provider-call/provider-calls.js';
import { Providers } from '../provider-call/providers.js';
import { LookUps } from '../facts/look-ups.js';
import { Assessor } from '../scoring/assessor.js';
import type { CommandContext } from '../payment/command-context.js';
import { PaymentStreams, type LoadedPayment } from '../payment/payment-streams.js';

/** More steps than any payment takes by itself; beyond it something loops. */
const STEPS_MAX = 12;

/**
 * Takes a payment as far as its intent, risk and provider allow: keeps its open promises, then
 * takes the steps it takes by itself. Handlers, webhooks and the resumer all end in here, so a
 * payment goes the same way whoever pushes it.
 */
@Injectable()
export class Journeys {
  constructor(
    private readonly streams: PaymentStreams,
    private readonly calls: ProviderCalls,
    private readonly assessor: Assessor,
    private readonly lookUps: LookUps,
    private readonly providers: Providers,
    private readonly clock: Clock,
  ) {}

  /** Stops where the payment waits: for the payer, a review, a provider, or for good. */
  async proceed(start: LoadedPayment, context: CommandContext): Promise<LoadedPayment> {
    let loaded = start;
    for (let step = 0; step < STEPS_MAX; step += 1) {
      const before = loaded.history.length;
      const promise = openPromises(loaded.payment).at(0);
      loaded = promise
        ? await this.#keep(loaded, promise, context)
        : await this.#step(loaded, context);
      const waits = promise && loaded.payment.unknown.has(promise.operationId);
      if (waits || loaded.history.length === before) return loaded;
    }
    return loaded;
  }

  /**
   * What is refused may have been done at the provider's desk before: then its facts say so. No
   * desk authorises a payment in the payer's place.
   */
  async #keep(
    loaded: LoadedPayment,
    promise: OpenPromise,
    context: CommandContext,
  ): Promise<LoadedPayment> {
    const kept = await this.calls.keep(loaded, promise, context);
    const last = kept.history.length > loaded.history.length ? kept.history.at(-1) : undefined;
    const mayBeDone = promise.operation !== 'authorise' && last && isRefusal(last.event);
    return mayBeDone ? this.lookUps.refresh(kept, context) : kept;
  }

  async #step(loaded: LoadedPayment, context: CommandContext): Promise<LoadedPayment> {
    const now = this.clock.nowIso;
    if (openContradictions(loaded.payment).length > 0) return this.#heal(loaded, context, now);
    const step = nextStep(loaded.payment, now);
    if (step === null) return loaded;
    const { away } = this.providers;
    if (step === 'assess')
      return this.assessor.assess(loaded, context, withNextPromise(idOf, away));
    return this.streams.change(loaded, context, (payment) =>
      nextStep(payment, now) === step ? promiseOf(step, payment, { now, away, idOf }) : [],
    );
  }

  /** Whatever was recorded since may be what a kept fact waited for. */
  #heal(loaded: LoadedPayment, context: CommandContext, now: string): Promise<LoadedPayment> {
    return this.streams.change(loaded, context, (payment) =>
      healed(payment, { provider: initiatedOf(payment).provider, now, idOf }),
    );
  }
}
