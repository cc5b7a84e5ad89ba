import type { Operation } from '#provider-port';
import { initiatedOf } from './guards.js';
import type { Payment } from './payment.js';
import type { ProviderName } from './vocabulary.js';

/** Whether the captures of one payment share a reference there, as those of a Stripe charge do. */
const SHARES_CAPTURES: Readonly<Record<ProviderName, boolean>> = { stripe: true, paypal: false };

/**
 * What an object of the provider has settled already, for people; null when nothing. One object
 * settles one thing once, by any source: an answer, a webhook, a look-up or a person.
 */
export function recordedAs(
  reference: string,
  operation: Operation,
  payment: Payment,
): string | null {
  const { authorisation, refunds, reversals, disputes } = payment;
  if (authorisation) {
    const { authorisationId, reference: held, pastReferences } = authorisation;
    if (held === reference || pastReferences.includes(reference)) {
      return `authorisation ${authorisationId}`;
    }
  }
  const shares = operation === 'capture' && SHARES_CAPTURES[initiatedOf(payment).provider];
  const capture = shares ? null : named(reference, payment.captures);
  if (capture !== null) return `capture ${capture}`;
  const refund = named(reference, refunds);
  if (refund !== null) return `refund ${refund}`;
  if (reversals.has(reference)) return `reversal ${reference}`;
  const dispute = [...disputes].find(
    ([id, { movements }]) =>
      id === reference || movements.some((movement) => movement.reference === reference),
  );
  return dispute ? `dispute ${dispute[0]}` : null;
}

function named(
  reference: string,
  settled: ReadonlyMap<string, { readonly reference: string | null }>,
): string | null {
  return [...settled].find(([, each]) => each.reference === reference)?.[0] ?? null;
}

/** How a promise ends whose answer names an object that another operation was settled with. */
export function refusedAsRecorded(reference: string, as: string) {
  return { code: 'recorded-already', reason: `${reference} is recorded as ${as}` } as const;
}
