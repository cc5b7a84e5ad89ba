import { Injectable } from '@nestjs/common';
import { type Answer, Problem, RateLimited, rateOf, TokenBuckets, type Rate } from '#platform';
import { Config } from '../config.js';
import { PaymentStreams } from '../payment/payment-streams.js';

/** One customer's wish to pay. */
export type Checkout = {
  readonly client: string;
  readonly customerId: string;
  /** Named by the Idempotency-Key: the same again is a repeat of this one. */
  readonly paymentId: string;
};

const CLASS = 'checkouts';

/** Customers remembered; beyond it those that came the longest ago are forgotten. */
const CUSTOMERS_MAX = 100_000;

/**
 * Refuses a second payment of a customer who has just begun one: a page that makes a new key for
 * each click would take the money twice. A repeat under the same key is answered as always.
 */
@Injectable()
export class Checkouts {
  readonly #rate: Rate | null;
  readonly #buckets = new TokenBuckets({ bucketsMax: CUSTOMERS_MAX });
  /** What was let in and is not answered yet, so that its stream may not be there. */
  readonly #under = new Map<string, number>();

  constructor(
    { CHECKOUTS_PER_CUSTOMER }: Config,
    private readonly streams: PaymentStreams,
    private readonly limited: RateLimited,
  ) {
    this.#rate = rateOf(CHECKOUTS_PER_CUSTOMER);
    limited.begin(CLASS);
  }

  /**
   * Does `begin` unless it would be one payment too many.
   *
   * @throws Problem `checkout-repeated`, with Retry-After.
   */
  async admit<Result>(
    checkout: Checkout,
    answer: Pick<Answer, 'retryAfter'>,
    begin: () => Promise<Result>,
  ): Promise<Result> {
    const { paymentId } = checkout;
    // Nothing is awaited before it is noted as under way: a double click comes at the same moment.
    const waitSeconds = this.#under.has(paymentId) ? 0 : this.#waitSeconds(checkout);
    if (waitSeconds > 0 && !(await this.#isKnown(paymentId))) {
      this.limited.note(CLASS);
      answer.retryAfter(waitSeconds);
      throw new Problem('checkout-repeated');
    }
    this.#under.set(paymentId, (this.#under.get(paymentId) ?? 0) + 1);
    try {
      return await begin();
    } finally {
      const others = (this.#under.get(paymentId) ?? 1) - 1;
      if (others === 0) this.#under.delete(paymentId);
      else this.#under.set(paymentId, others);
    }
  }

  #waitSeconds({ client, customerId }: Checkout): number {
    if (!this.#rate) return 0;
    return this.#buckets.take(`${client} ${customerId}`, this.#rate).waitSeconds;
  }

  /** Looked up only for who would be refused. */
  async #isKnown(paymentId: string): Promise<boolean> {
    return (await this.streams.load(paymentId)).history.length > 0;
  }
}
