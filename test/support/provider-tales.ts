import fc from 'fast-check';
import { Money } from '#money';
import {
  evolve,
  NO_PAYMENT,
  PaymentError,
  recordCapture,
  recordRefund,
  requestCapture,
  requestRefund,
  type Payment,
  type PaymentEvent,
} from '#payments';
import type { ProviderFact } from '#provider-port';
import {
  assessed,
  authorisationRequested,
  authorised,
  eur,
  initiated,
  NOW,
} from './payment-events.js';

/** Who moved the money, and whether we heard the answer to our own request. */
type By = 'us, answered' | 'us, unanswered' | 'its desk';

type Step = {
  readonly kind: 'capture' | 'refund' | 'refund-fails' | 'reversal' | 'dispute' | 'increment';
  readonly by: By;
  readonly share: number;
};

/**
 * One payment as its provider saw it: what our stream holds without any webhook, and the facts that
 * the provider's webhooks tell, in the order in which they happened.
 */
export type ProviderTale = {
  readonly recorded: readonly PaymentEvent[];
  readonly facts: readonly ProviderFact[];
};

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(
    'capture',
    'capture',
    'refund',
    'refund-fails',
    'reversal',
    'dispute',
    'increment',
  ),
  by: fc.constantFrom('us, answered', 'us, unanswered', 'its desk'),
  share: fc.integer({ min: 1, max: 100 }),
});

/** Tales of a provider whose captures have references of their own, or share one. */
export const providerTale: fc.Arbitrary<ProviderTale> = fc
  .record({
    shared: fc.boolean(),
    authorisedByWebhook: fc.boolean(),
    // Fast-check prefers short arrays, which would hardly ever reach a dispute.
    steps: fc.array(step, { maxLength: 10, size: 'max' }),
  })
  .map(({ shared, authorisedByWebhook, steps }) => {
    const teller = new Teller(shared, authorisedByWebhook);
    for (const next of steps) teller.tell(next);
    return { recorded: teller.recorded, facts: teller.facts };
  });

type CaptureFact = Extract<ProviderFact, { kind: 'captured' }>;

const NOTHING = eur('0.00');

type Taken = { readonly id: string; readonly reference: string; amount: Money; left: Money };

class Teller {
  readonly recorded: PaymentEvent[];
  readonly facts: ProviderFact[] = [];
  readonly #taken: Taken[] = [];
  readonly #listed: { readonly captureId: string; readonly amount: Money }[] = [];
  #held = eur('100.00');
  #captured = NOTHING;
  #count = 0;

  constructor(
    /** All captures share one reference, and only their total is reported beside our own. */
    private readonly shared: boolean,
    authorisedByWebhook: boolean,
  ) {
    const amount = this.#held;
    this.recorded = [initiated({ amount }), assessed(), authorisationRequested('a1', amount)];
    if (!authorisedByWebhook) this.recorded.push(authorised('a1', amount));
    const known = { authorisationId: 'a1', reference: 'pi_1', amount, expiresAt: null };
    this.facts.push({ kind: 'authorised', ...this.#head(), ...known });
  }

  tell({ kind, by, share }: Step): void {
    const tellers: Readonly<Record<Step['kind'], () => void>> = {
      increment: () => this.#increment(share),
      capture: () => this.#capture(by, share),
      refund: () => this.#refund(by, share),
      'refund-fails': () => this.#refundFails(),
      reversal: () => this.#reverse(),
      dispute: () => this.#dispute(share),
    };
    tellers[kind]();
  }

  get #payment(): Payment {
    return this.recorded.reduce(evolve, NO_PAYMENT);
  }

  #head() {
    this.#count += 1;
    const at = new Date(Date.parse(NOW) + this.#count * 1000).toISOString();
    return { paymentId: 'p', at };
  }

  #increment(share: number): void {
    if (!this.#captured.isZero || !this.shared) return;
    this.#held = this.#held.plus(Money.of(BigInt(share), NOTHING.currency));
    const change = { operationId: null, reference: 'pi_1', amount: this.#held, expiresAt: null };
    this.facts.push({ kind: 'authorisation-changed', ...this.#head(), ...change });
  }

  #capture(by: By, share: number): void {
    const left = this.#held.minus(this.#captured);
    const amount = shareOf(left, share);
    if (!amount.isPositive) return;
    const desk = by === 'its desk';
    const head = this.#head();
    const id = `c${this.#count}`;
    const reference = this.shared ? 'ch_1' : `capture-${this.#count}`;
    if (!desk && !this.#promiseCapture({ id, amount, reference }, by)) return;
    this.#captured = this.#captured.plus(amount);
    // A desk that tells only totals takes once, and gives up the rest.
    if (desk && this.shared) this.#held = this.#captured;
    if (!desk) this.#listed.push({ captureId: id, amount });
    this.#take({ id, reference, amount, left: amount });
    const fact = { ...head, authorisationReference: 'pi_1', reference, fee: null } as const;
    if (this.shared) this.#tellTotal(fact);
    else {
      const captureId = desk ? null : id;
      this.facts.push({ kind: 'captured', ...fact, captureId, amount, total: null });
    }
  }

  /** Lists every capture of ours, and what the desk took beside them. */
  #tellTotal(fact: Omit<CaptureFact, 'kind' | 'captureId' | 'amount' | 'total'>): void {
    const total = this.#captured;
    for (const listed of this.#listed) {
      this.facts.push({ kind: 'captured', ...fact, ...listed, total });
    }
    const ours = this.#listed.reduce((sum, { amount }) => sum.plus(amount), NOTHING);
    const rest = total.minus(ours);
    if (!rest.isPositive) return;
    this.facts.push({ kind: 'captured', ...fact, captureId: null, amount: rest, total });
  }

  /** Captures that share a reference are one to refund and to dispute. */
  #take(taken: Taken): void {
    const same = this.#taken.find(({ reference }) => reference === taken.reference);
    if (!same) this.#taken.push(taken);
  }

  #promiseCapture(
    { id, amount, reference }: { id: string; amount: Money; reference: string },
    by: By,
  ): boolean {
    const command = { captureId: id, amount, final: false, now: NOW };
    if (!this.#command((payment) => requestCapture(command, payment))) return false;
    const outcome = { status: 'captured', reference, fee: null, at: NOW } as const;
    if (by === 'us, answered') this.#command((payment) => recordCapture(id, outcome, payment));
    return true;
  }

  #refund(by: By, share: number): void {
    const taken = this.#taken.at(share % Math.max(1, this.#taken.length));
    if (!taken) return;
    const amount = shareOf(taken.left, share);
    if (!amount.isPositive) return;
    const head = this.#head();
    const id = `r${this.#count}`;
    const reference = `re_${this.#count}`;
    if (by !== 'its desk') {
      const command = { refundId: id, captureId: taken.id, amount, reason: '', now: NOW };
      if (!this.#command((payment) => requestRefund(command, payment))) return;
      const outcome = { status: 'refunded', reference, fee: null, at: NOW } as const;
      if (by === 'us, answered') this.#command((payment) => recordRefund(id, outcome, payment));
    }
    taken.left = taken.left.minus(amount);
    const refundId = by === 'its desk' ? null : id;
    // Part of the fee comes back with some.
    const fee = share % 2 === 0 ? NOTHING : eur('-0.10');
    const money = { captureReference: taken.reference, reference, amount, fee };
    this.facts.push({ kind: 'refunded', ...head, refundId, ...money });
  }

  #refundFails(): void {
    const failed = new Set(
      this.facts.flatMap((fact) => (fact.kind === 'refund-failed' ? [fact.reference] : [])),
    );
    const refunds = this.facts.filter((fact) => fact.kind === 'refunded');
    const refund = refunds.find(
      ({ reference, fee }) => !failed.has(reference) && fee?.isZero === true,
    );
    if (!refund) return;
    const { fee: _fee, ...money } = refund;
    this.facts.push({ ...money, ...this.#head(), kind: 'refund-failed', code: 'declined' });
  }

  #reverse(): void {
    const taken = this.#taken.at(-1);
    if (!taken?.left.isPositive) return;
    const amount = taken.left;
    taken.left = NOTHING;
    const money = { captureReference: taken.reference, reference: `rv_${this.#count}`, amount };
    this.facts.push({ kind: 'capture-reversed', ...this.#head(), ...money });
  }

  #dispute(share: number): void {
    const taken = this.#taken.at(-1);
    if (!taken) return;
    const { at: openedAt, paymentId } = this.#head();
    const id = `dp_${this.#count}`;
    const facts = { paymentId, disputeReference: id, captureReference: taken.reference };
    const dispute = { ...facts, amount: taken.amount, reason: 'fraudulent', dueBy: null, openedAt };
    const inquiry = { ...dispute, at: openedAt, stage: 'inquiry' } as const;
    this.facts.push({ kind: 'dispute-seen', ...inquiry });
    if (share < 20) return;
    const stage = { ...dispute, stage: 'chargeback' } as const;
    const move = { moved: taken.amount, fee: eur('15.00') };
    const out = { movementReference: `${id}-out`, direction: 'withdrawn', ...move } as const;
    this.facts.push({ kind: 'dispute-moved-money', ...stage, ...this.#head(), ...out });
    if (share < 40) return;
    const outcome = share > 70 ? 'won' : 'lost';
    this.facts.push({ kind: 'dispute-closed', ...stage, ...this.#head(), outcome });
    if (outcome === 'lost' && share < 60) return;
    // An appeal turns a loss.
    if (outcome === 'lost') {
      this.facts.push({ kind: 'dispute-closed', ...stage, ...this.#head(), outcome: 'won' });
    }
    const back = { movementReference: `${id}-in`, direction: 'reinstated', ...move } as const;
    this.facts.push({ kind: 'dispute-moved-money', ...stage, ...this.#head(), ...back });
  }

  /** @returns whether the rules allowed it. */
  #command(decide: (payment: Payment) => readonly PaymentEvent[]): boolean {
    try {
      const decided = decide(this.#payment);
      this.recorded.push(...decided);
      return decided.length > 0;
    } catch (error) {
      if (error instanceof PaymentError) return false;
      throw error;
    }
  }
}

function shareOf({ minorUnits, currency }: Money, share: number): Money {
  return Money.of((minorUnits * BigInt(share)) / 100n, currency);
}
