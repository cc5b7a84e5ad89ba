import { type Decline, DECLINED, declineOf } from './declines.js';
import { missing } from './errors.js';

/** How the sandbox's bank behaves for one payment method. */
export type TestCard = {
  readonly authentication: boolean;
  readonly decline: Decline | null;
  readonly riskLevel: 'normal' | 'elevated' | 'highest';
  readonly refund: 'succeeds' | 'fails-later' | 'pends';
  readonly dispute: 'chargeback' | 'inquiry' | null;
  /** Whether the issuer will report it as fraud. */
  readonly fraudReported: boolean;
  readonly incrementDecline: Decline | null;
};

const TOKEN = /^(?:pm|tok|card|src)_[A-Za-z0-9_-]{1,200}$/;

/**
 * Reads a test token: `pm_card_visa`, `pm_card_chargeDeclinedInsufficientFunds`, … Tokens that name
 * no special behaviour are cards that work.
 *
 * @throws StripeRefusal for what is no token, a card number among them.
 */
export function testCard(token: string): TestCard {
  if (!TOKEN.test(token)) throw missing('PaymentMethod', token, 'payment_method');
  return {
    authentication: /authenticationRequired|threeDSecure2?Required/.test(token),
    decline: declineOf(token),
    riskLevel: riskLevelOf(token),
    refund: refundOf(token),
    dispute: disputeOf(token),
    fraudReported: token.includes('createIssuerFraudRecord'),
    incrementDecline: token.includes('incrementDeclined') ? DECLINED : null,
  };
}

function riskLevelOf(token: string): TestCard['riskLevel'] {
  if (token.includes('riskLevelHighest')) return 'highest';
  return token.includes('riskLevelElevated') ? 'elevated' : 'normal';
}

function disputeOf(token: string): TestCard['dispute'] {
  if (token.includes('createDisputeInquiry')) return 'inquiry';
  return token.includes('createDispute') ? 'chargeback' : null;
}

function refundOf(token: string): TestCard['refund'] {
  if (/refundFail/i.test(token)) return 'fails-later';
  return /pendingRefund/i.test(token) ? 'pends' : 'succeeds';
}
