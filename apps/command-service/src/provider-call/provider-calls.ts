import { Injectable } from '@nestjs/common';
import {
  authorisedOf,
  initiatedOf,
  recordAuthorisation,
  recordCapture,
  recordRefund,
  recordUnknown,
  recordVoid,
  type OpenPromise,
  type Payment,
  type PaymentEvent,
} from '#payments';
import { ProviderMisuse, ProviderUnavailable, type PaymentProvider } from '#providers';
import { Log } from '../log.js';
import type { CommandContext } from '../payment/command-context.js';
import { PaymentStreams, type LoadedPayment } from '../payment/payment-streams.js';
import { CrashPoints } from './crash-points.js';
import { Providers } from './providers.js';
import { PayerReturnUrl } from './payer-return-url.js';

type Recorder = (payment: Payment) => readonly PaymentEvent[];

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
    private readonly log: Log,
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
    let record: Recorder;
    try {
      record = await this.#call(provider, promise, loaded.payment);
    } catch (error) {
      return this.#recordUnknown(loaded, promise, context, error);
    }
    this.crashPoints.reach(operation, 'answered');
    const changed = await this.streams.change(loaded, context, record);
    this.crashPoints.reach(operation, 'recorded');
    return changed;
  }

  async #call(
    provider: PaymentProvider,
    { operation, operationId }: OpenPromise,
    payment: Payment,
  ): Promise<Recorder> {
    const { paymentId } = initiatedOf(payment);
    switch (operation) {
      case 'authorise': {
        const outcome = await provider.authorise(this.#authoriseRequest(operationId, payment));
        return (current) => recordAuthorisation(operationId, outcome, current);
      }
      case 'capture': {
        const { amount, final } = entry(payment.captures, operationId);
        const { reference } = authorisedOf(payment);
        const request = { paymentId, captureId: operationId, amount, final, reference };
        const outcome = await provider.capture(request);
        return (current) => recordCapture(operationId, outcome, current);
      }
      case 'void': {
        const reference = payment.authorisation?.reference ?? '';
        const outcome = await provider.void({ paymentId, voidId: operationId, reference });
        return (current) => recordVoid(operationId, outcome, current);
      }
      case 'refund': {
        const { amount, captureId } = entry(payment.refunds, operationId);
        const reference = entry(payment.captures, captureId).reference ?? '';
        const request = { paymentId, refundId: operationId, captureId, amount, reference };
        const outcome = await provider.refund(request);
        return (current) => recordRefund(operationId, outcome, current);
      }
    }
  }

  #authoriseRequest(
    authorisationId: string,
    payment: Payment,
  ): Parameters<PaymentProvider['authorise']>[0] {
    const { paymentId, amount, method } = initiatedOf(payment);
    return {
      paymentId,
      authorisationId,
      amount,
      token: method.kind === 'card' ? method.token : null,
      orderReference: payment.authorisation?.orderReference ?? null,
      returnUrl: this.returnUrl.of(paymentId),
    };
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
    const seen = { reason: error.message, now: new Date().toISOString() };
    return this.streams.change(loaded, context, (payment) => recordUnknown(promise, seen, payment));
  }
}

function entry<Value>(entries: ReadonlyMap<string, Value>, id: string): Value {
  const value = entries.get(id);
  if (value === undefined) throw new TypeError(`no operation ${id} in this payment`);
  return value;
}
