import type { PaymentEvent } from '#payments';
import { evidenceAfter, isFraud, NO_EVIDENCE, type LabelEvidence } from './label.js';

/** Everything said about payments so far; holds only those about which something was said. */
export class OutcomeBook {
  readonly #known = new Map<string, LabelEvidence>();

  observe(event: PaymentEvent): void {
    const { paymentId } = event.data;
    const before = this.#known.get(paymentId) ?? NO_EVIDENCE;
    const after = evidenceAfter(before, event);
    if (after !== before) this.#known.set(paymentId, after);
  }

  /** Null when no label is known. */
  isFraud(paymentId: string): boolean | null {
    return isFraud(this.#known.get(paymentId) ?? NO_EVIDENCE);
  }
}
