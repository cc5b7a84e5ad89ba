import { ApiProblem, type Amount, type PaymentReply, type PaymentsClient } from '#client';
import { SeededRandom } from '#fraud';
import { Money, type Currency } from '#money';
import type { PaymentSystem } from './payment-system.js';

/** What the provider takes in each currency: step and smallest charge, in minor units. */
type Tender = {
  readonly provider: 'stripe' | 'paypal';
  readonly currency: Currency;
  readonly step: bigint;
  readonly min: bigint;
};

/** Three exponents, and each provider's deviations from them. */
const TENDERS: readonly Tender[] = [
  tender('stripe', 'EUR', 1n, 50n),
  tender('stripe', 'USD', 1n, 50n),
  tender('stripe', 'GBP', 1n, 30n),
  tender('stripe', 'JPY', 1n, 50n),
  tender('stripe', 'KRW', 1n, 100n),
  tender('stripe', 'KWD', 10n, 100n),
  tender('stripe', 'OMR', 10n, 100n),
  tender('stripe', 'BHD', 10n, 100n),
  tender('stripe', 'ISK', 1n, 100n),
  tender('stripe', 'HUF', 1n, 17_500n),
  tender('stripe', 'SEK', 1n, 300n),
  tender('stripe', 'TWD', 1n, 1_000n),
  tender('paypal', 'EUR', 1n, 1n),
  tender('paypal', 'USD', 1n, 1n),
  tender('paypal', 'JPY', 1n, 1n),
  tender('paypal', 'HUF', 100n, 100n),
  tender('paypal', 'TWD', 100n, 100n),
];

function tender(provider: Tender['provider'], currency: string, step: bigint, min: bigint): Tender {
  return { provider, currency: Money.zero(currency as Currency).currency, step, min };
}

/** Cards that mostly pay, and sometimes are declined or ask for 3-D Secure. */
const CARDS = [
  ...Array.from({ length: 16 }, () => 'pm_card_visa'),
  'pm_card_chargeDeclined',
  'pm_card_visa_chargeDeclinedInsufficientFunds',
  'pm_card_authenticationRequired',
  'pm_card_authenticationRequired',
];

const ACTS_MAX = 5;

/**
 * A shop that does anything a shop, its payers and the provider's staff may do, chosen
 * by a seed. Refusals are part of it; an answer that never comes is asked for again, under its key.
 */
export class RandomShop {
  readonly #random: SeededRandom;
  readonly #client: PaymentsClient;
  #count = 0;

  constructor(
    private readonly system: PaymentSystem,
    private readonly name: string,
    seed: number,
  ) {
    this.#random = new SeededRandom(seed);
    this.#client = system.patientClient;
  }

  /** One payment from its beginning to wherever it gets. */
  async pay(index: number): Promise<void> {
    const terms = this.#random.pick(TENDERS);
    const amount = this.#amount(terms);
    const paypal = { kind: 'paypal' } as const;
    const card = { kind: 'card', token: this.#random.pick(CARDS) } as const;
    const command = {
      orderId: `order-${this.name}-${index % 977}`,
      merchantId: `merchant-${index % 7}`,
      customerId: `customer-${index % 131}`,
      amount: jsonOf(amount),
      provider: terms.provider,
      method: terms.provider === 'stripe' ? card : paypal,
      // Taken only where the first provider took nothing, so it changes nothing in the books.
      ...(index % 3 === 0 && {
        alternatives: [{ method: terms.provider === 'stripe' ? paypal : card }],
      }),
      intent: this.#random.pick(['authorise', 'capture', 'capture', 'initiate'] as const),
    };
    const begun = await this.#try(() => this.#client.initiate(command, this.#key(index)));
    let payment = await this.#afterPayer(begun);
    for (let act = this.#random.below(ACTS_MAX); payment && act > 0; act -= 1) {
      payment = (await this.#act(payment, terms)) ?? payment;
    }
  }

  async #afterPayer(payment: PaymentReply | null): Promise<PaymentReply | null> {
    if (!payment?.action) return payment;
    const paypal = payment.action.url.includes('checkoutnow');
    const roll = this.#random.next();
    // Some never come back, some turn away, some come twice.
    if (roll < 0.1) return payment;
    const yes = roll < 0.8;
    const times = roll < 0.2 ? 2 : 1;
    for (let time = 0; time < times; time += 1) {
      const action = paypal ? (yes ? 'approve' : 'cancel') : yes ? 'complete' : 'fail';
      await this.system.actAsPayer(payment.action.url, action);
    }
    return this.#try(() => this.#client.authorise(payment.paymentId, this.#key()));
  }

  async #act(payment: PaymentReply, terms: Tender): Promise<PaymentReply | null> {
    const { paymentId } = payment;
    const part = this.#part(payment.amount, terms);
    const key = this.#key();
    switch (this.#random.below(12)) {
      case 0:
      case 1:
        return this.#try(() => this.#client.capture(paymentId, { final: false, ...part }, key));
      case 2:
        return this.#try(() => this.#client.capture(paymentId, {}, key));
      case 3:
      case 4:
      case 5:
        return this.#try(() => this.#client.refund(paymentId, part, key));
      case 6:
        return this.#try(() => this.#client.refund(paymentId, {}, key));
      case 7:
        return this.#try(() => this.#client.void(paymentId, key));
      case 8:
        return this.#try(() => this.#client.authorise(paymentId, key));
      case 9:
        return this.#try(() => this.#client.cancel(paymentId, key));
      case 10:
        await this.system.cancelOrder(payment.orderId);
        return null;
      default:
        return this.#atTheDesk(payment, terms);
    }
  }

  /** The provider's staff or the payer's bank acts without a command of ours. */
  async #atTheDesk({ paymentId }: PaymentReply, { provider }: Tender): Promise<null> {
    const lines = await this.system.linesOf(paymentId);
    const capture = lines.find(({ kind }) => kind === 'capture');
    const refund = lines.find(({ kind }) => kind === 'refund');
    if (!capture) return null;
    const objects = provider === 'stripe' ? 'charges' : 'captures';
    const path = `/sandbox/${provider}/${objects}/${capture.reference}`;
    switch (this.#random.below(4)) {
      case 0:
        await this.system.desk(`${path}/refund`);
        return null;
      case 1:
        await this.system.desk(`${path}/dispute`);
        return null;
      case 2:
        if (refund) await this.system.desk(`/sandbox/${provider}/refunds/${refund.reference}/fail`);
        return null;
      default:
        await this.system.desk(provider === 'stripe' ? `${path}/fraud` : `${path}/reverse`);
        return null;
    }
  }

  /** Null when a rule refused it. */
  async #try(command: () => Promise<PaymentReply>): Promise<PaymentReply | null> {
    try {
      return await command();
    } catch (error) {
      if (error instanceof ApiProblem && error.status < 500) return null;
      throw error;
    }
  }

  /** From the smallest charge to about ten thousand times it, small ones as likely as large. */
  #amount({ currency, step, min }: Tender): Money {
    const factor = Math.exp(this.#random.next() * Math.log(10_000));
    const units = BigInt(Math.ceil(Number(min) * factor));
    return Money.of(units - (units % step) + step, currency);
  }

  #part({ amount, currency }: Amount, { step }: Tender): { readonly amount: Amount } {
    const units = (BigInt(amount) * BigInt(1 + this.#random.below(99))) / 100n;
    const whole = units - (units % step);
    return { amount: { amount: String(whole > 0n ? whole : step), currency } };
  }

  #key(index?: number): string {
    this.#count += 1;
    return `${this.name}-${index ?? 'act'}-${this.#count}`;
  }
}

function jsonOf(amount: Money): Amount {
  return amount.toJSON();
}
