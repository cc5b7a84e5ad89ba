import { findingOf, type Instant, type PaymentEvent } from '#payments';

/** An analyst's finding about a payment. */
export type Label = {
  readonly finding: 'fraud' | 'legitimate';
  /** Nothing that is trained or evaluated as of an earlier time may use it. */
  readonly knownAt: Instant;
};

/** What an event teaches about its payment; null when it teaches nothing. */
export function labelOf(event: PaymentEvent): Label | null {
  if (event.type !== 'ReviewApproved' && event.type !== 'ReviewRejected') return null;
  const finding = findingOf(event);
  return finding && { finding, knownAt: event.data.decidedAt };
}
