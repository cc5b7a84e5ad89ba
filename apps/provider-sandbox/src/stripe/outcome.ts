import type { StripeCharge } from './records.js';

/** What the network and Stripe's own rules made of a charge. */
export function outcomeOf({ failure, riskLevel }: StripeCharge): object {
  return {
    advice_code: failure?.advice ?? null,
    network_advice_code: null,
    network_decline_code: failure?.network ?? null,
    network_status: networkStatusOf(failure),
    reason: failure === null ? null : (failure.declineCode ?? failure.code),
    risk_level: riskLevel,
    risk_score: { normal: 12, elevated: 67, highest: 91 }[riskLevel],
    seller_message:
      failure === null ? 'Payment complete.' : 'The bank did not return any further details.',
    type:
      failure === null
        ? 'authorized'
        : failure.network === undefined
          ? 'blocked'
          : 'issuer_declined',
  };
}

/** What Stripe blocks itself, no network sees. */
function networkStatusOf(failure: StripeCharge['failure']): string {
  if (failure === null) return 'approved_by_network';
  return failure.network === undefined ? 'not_sent_to_network' : 'declined_by_network';
}
