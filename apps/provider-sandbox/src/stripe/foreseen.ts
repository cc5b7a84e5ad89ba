import { note } from '../ledger/due.js';
import type { StripeDesk } from './desk.js';
import { openDispute } from './disputes/open.js';
import { reportFraud } from './fraud/early-warning.js';
import { refundableOf } from './refundable.js';
import { testCard } from './test-cards.js';

/** A hold without a capture cannot be disputed: look again later. */
const AGAIN_AFTER_MS = 1000;

/** The dispute that the charge's test token foretold. */
export function foreseenDispute(desk: StripeDesk, id: string): void {
  const charge = desk.draft.get('stripe-charge', id);
  if (charge === undefined || charge.dispute !== undefined) return;
  if (!charge.captured) {
    if (charge.captureBefore === null) return;
    const at = desk.parts.clock.now() + AGAIN_AFTER_MS;
    note(desk.draft, { kind: 'stripe-dispute-opens', id }, at);
    return;
  }
  if (refundableOf(desk, charge) <= 0) return;
  openDispute(desk, id, { inquiry: testCard(charge.paymentMethod).dispute === 'inquiry' });
}

/** The fraud report that the charge's test token foretold. */
export function foreseenFraud(desk: StripeDesk, id: string): void {
  const charge = desk.draft.get('stripe-charge', id);
  if (charge === undefined || charge.fraudWarning !== undefined) return;
  reportFraud(desk, id);
}
