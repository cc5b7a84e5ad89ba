import { setTimeout as sleep } from 'node:timers/promises';
import {
  ApiClient,
  ApiProblem,
  PaymentsClient,
  ViewsClient,
  type Amount,
  type InitiateCommand,
  type PaymentReply,
} from '#client';
import { Money } from '#money';
import type { Plan } from '../parts/parts.js';
import { urlsOf } from '../parts/parts.js';

/** Who plays in the story, and their doors into the system. */
export class Scene {
  /** The upstream service that takes payments. */
  readonly shop: PaymentsClient;
  readonly analyst: PaymentsClient;
  readonly operator: ApiClient;
  /** The views as an auditor sees them, and as an operator may rebuild them. */
  readonly views: ViewsClient;
  readonly rebuilds: ViewsClient;
  #serial = 0;

  constructor(
    readonly plan: Plan,
    /** Differs from one telling to the next, so that every telling makes new payments. */
    readonly run: string,
    /** What programs that the story starts inherit. */
    readonly env: NodeJS.ProcessEnv,
  ) {
    const { command: url } = urlsOf(plan);
    const key = (client: string): string => plan.credentials.keys[client]?.key ?? '';
    this.shop = new PaymentsClient({ url, key: key('local') });
    this.analyst = new PaymentsClient({ url, key: key('local-analyst') });
    this.operator = new ApiClient({ url, key: key('local-operator') });
    this.views = new ViewsClient({ url, key: key('local-auditor') });
    this.rebuilds = new ViewsClient({
      url,
      key: key('local-operator'),
      timeoutMs: REBUILD_MS_MAX + 10_000,
    });
  }

  close(): void {
    for (const client of [this.shop, this.analyst, this.operator]) client.close();
    for (const client of [this.views, this.rebuilds]) client.close();
  }

  /** An idempotency key that was never used before. */
  newKey(): string {
    this.#serial += 1;
    return `story-${this.run}-${this.#serial}`;
  }

  /**
   * An ordinary payment by card. The fraud model may want a person to see it: then the analyst
   * lets it go on. It may even decline one, because a shop whose every customer is new looks odd:
   * then another customer tries.
   */
  async pay(changes: OrderChanges): Promise<PaymentReply> {
    for (let attempt = 1; ; attempt += 1) {
      const payment = await this.shop.initiate(this.order(changes), this.newKey());
      const { paymentId, status, risk } = payment;
      if (status === 'held') {
        return this.analyst.review(paymentId, { decision: 'approve' }, this.newKey());
      }
      if (risk?.verdict !== 'decline' || attempt === CUSTOMERS_MAX) return payment;
    }
  }

  /** An order of a new customer, at home where the money is from. */
  order(changes: OrderChanges): InitiateCommand {
    const order = `${this.run}-${this.#serial + 1}`;
    const country = HOME[changes.amount.currency] ?? 'DE';
    return {
      orderId: `order-${order}`,
      merchantId: `merchant-${order}`,
      customerId: `customer-${order}`,
      provider: 'stripe',
      method: { kind: 'card', token: 'pm_card_visa' },
      card: { fingerprint: `card-${order}`, country },
      ipCountry: country,
      shippingCountry: country,
      deviceId: `device-${order}`,
      ...changes,
    };
  }

  /** Asks for a payment until it is in one of these states, or patience ends. */
  async until(paymentId: string, statuses: readonly string[]): Promise<PaymentReply> {
    for (let attempt = 0; ; attempt += 1) {
      const payment = await this.shop.payment(paymentId);
      if (statuses.includes(payment.status) || attempt === POLLS_MAX) return payment;
      await sleep(POLL_MS);
    }
  }
}

export type OrderChanges = Partial<InitiateCommand> & Pick<InitiateCommand, 'amount'>;

/** How many customers try before a decline by the model stands. */
const CUSTOMERS_MAX = 5;

const HOME: Readonly<Record<string, string>> = { EUR: 'DE', JPY: 'JP', OMR: 'OM' };

/** Longest wait for one view to be rebuilt. */
export const REBUILD_MS_MAX = 300_000;

const POLL_MS = 250;
const POLLS_MAX = 60;

export function amount(digits: string, currency: string): Amount {
  return { amount: digits, currency };
}

/** For people: `20.00 EUR`. */
export function show(amounts: Amount): string {
  return Money.fromJSON(amounts).toString();
}

/** The code that a call is refused with, or `accepted` when it is not. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'accepted';
  } catch (error) {
    if (error instanceof ApiProblem) return error.code;
    throw error;
  }
}
