import type { PaymentFact } from '#provider-port';

/** The provider's object that a fact is about, as far as it tells. */
export function referenceOf(fact: PaymentFact): string | null {
  if ('captureReference' in fact && fact.captureReference !== null) return fact.captureReference;
  if ('authorisationReference' in fact && fact.authorisationReference !== '') {
    return fact.authorisationReference;
  }
  if ('orderReference' in fact) return fact.orderReference;
  return 'reference' in fact ? fact.reference : null;
}
