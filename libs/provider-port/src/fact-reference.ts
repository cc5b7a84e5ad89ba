import type { PaymentFact } from './provider-fact.js';

/** The provider's object that a fact belongs to, as far as it says; its owner is the payment. */
export function referenceOf(fact: PaymentFact): string | null {
  if ('captureReference' in fact && fact.captureReference !== null) return fact.captureReference;
  if ('authorisationReference' in fact && fact.authorisationReference !== '') {
    return fact.authorisationReference;
  }
  if ('orderReference' in fact) return fact.orderReference;
  return 'reference' in fact ? fact.reference : null;
}

/** The provider's own object that a fact tells of: another one is another movement of money. */
export function objectOf(fact: PaymentFact): string | null {
  if ('movementReference' in fact) return fact.movementReference;
  if ('reference' in fact) return fact.reference;
  return 'disputeReference' in fact ? fact.disputeReference : null;
}
