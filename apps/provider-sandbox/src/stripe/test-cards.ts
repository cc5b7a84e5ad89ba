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

export type Decline = {
  readonly code: string;
  readonly declineCode: string | null;
  readonly message: string;
};

const DECLINED = 'Your card was declined.';

/** Endings after `chargeDeclined`, as in Stripe's own test tokens. */
const DECLINES: Readonly<Record<string, Decline>> = {
  '': { code: 'card_declined', declineCode: 'generic_decline', message: DECLINED },
  InsufficientFunds: {
    code: 'card_declined',
    declineCode: 'insufficient_funds',
    message: 'Your card has insufficient funds.',
  },
  LostCard: { code: 'card_declined', declineCode: 'lost_card', message: DECLINED },
  StolenCard: { code: 'card_declined', declineCode: 'stolen_card', message: DECLINED },
  Fraudulent: { code: 'card_declined', declineCode: 'fraudulent', message: DECLINED },
  ExpiredCard: { code: 'expired_card', declineCode: null, message: 'Your card has expired.' },
  IncorrectCvc: {
    code: 'incorrect_cvc',
    declineCode: null,
    message: "Your card's security code is incorrect.",
  },
  ProcessingError: {
    code: 'processing_error',
    declineCode: null,
    message: 'An error occurred while processing your card. Try again in a little bit.',
  },
};

export const AUTHENTICATION_REQUIRED: Decline = {
  code: 'authentication_required',
  declineCode: 'authentication_required',
  message: 'Your card was declined. This transaction requires authentication.',
};

export const AUTHENTICATION_FAILED: Decline = {
  code: 'payment_intent_authentication_failure',
  declineCode: null,
  message:
    'The provided PaymentMethod has failed authentication. Provide a new one to try the payment again.',
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
  const declined = /[cC]hargeDeclined([A-Za-z]*)/.exec(token);
  const ending = declined?.[1] ?? '';
  return {
    authentication: /authenticationRequired|threeDSecure2?Required/.test(token),
    decline: declined === null ? null : (DECLINES[ending] ?? DECLINES[''] ?? null),
    riskLevel: riskLevelOf(token),
    refund: refundOf(token),
    dispute: disputeOf(token),
    fraudReported: token.includes('createIssuerFraudRecord'),
    incrementDecline: token.includes('incrementDeclined')
      ? { code: 'card_declined', declineCode: 'generic_decline', message: DECLINED }
      : null,
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
