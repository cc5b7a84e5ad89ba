import type { Payment } from '../payment/payment.js';

/** The ids of all that a payment's present provider has of it, each once. */
export function referencesOf(payment: Payment): readonly string[] {
  const { authorisation, captures, refunds, reversals, disputes } = payment;
  const references = new Set<string | null>([
    authorisation?.orderReference ?? null,
    ...(authorisation?.pastReferences ?? []),
    authorisation?.reference ?? null,
    ...[...captures.values(), ...refunds.values()].map(({ reference }) => reference),
    ...reversals.keys(),
    ...disputes.keys(),
  ]);
  return [...references].filter((reference) => reference !== null);
}
