/** What may help after a decline. Names are API. */
export const DECLINE_ADVICE = {
  retry: 'The same way may work later; ask again then, or let the payer.',
  'other-card': 'This card or account will not do; offer another one, or another method.',
  'contact-bank': 'Only the bank knows why; the payer asks there, or uses another card.',
  'fix-details': 'Something that the payer typed is wrong; ask for it again.',
  authenticate: 'The payer has to confirm the payment at their bank; ask with the payer present.',
  none: 'Nothing that is known helps; do not try this again by yourself.',
} as const;

export type DeclineAdvice = keyof typeof DECLINE_ADVICE;

type Row = {
  readonly means: string;
  /** What may help, unless the provider or the network advises otherwise. */
  readonly advice: DeclineAdvice;
  /** The network's advice about one payment says more than the reason does. */
  readonly yields?: true;
  /** Never told to the payer as such: it would warn a thief. */
  readonly hidden?: true;
};

/** Why a payment, a capture or a refund was declined. Names are API: add freely, never rename. */
export const DECLINE_REASONS = {
  'insufficient-funds': {
    means: 'There is not enough money on the card or account.',
    advice: 'other-card',
    yields: true,
  },
  'limit-exceeded': {
    means:
      'It is above a limit of the card or account: of an amount, a number of payments or a day.',
    advice: 'other-card',
    yields: true,
  },
  'expired-card': { means: 'The card has expired.', advice: 'other-card', yields: true },
  'incorrect-number': {
    means: 'The number of the card or account is wrong.',
    advice: 'fix-details',
    yields: true,
  },
  'incorrect-cvc': { means: 'The security code is wrong.', advice: 'fix-details', yields: true },
  'incorrect-expiry': { means: 'The expiry date is wrong.', advice: 'fix-details', yields: true },
  'incorrect-address': {
    means: 'The billing address or postal code is wrong.',
    advice: 'fix-details',
    yields: true,
  },
  'incorrect-pin': { means: 'The PIN is missing or wrong.', advice: 'fix-details', yields: true },
  'authentication-required': {
    means: 'The bank wants the payer to confirm the payment (3-D Secure).',
    advice: 'authenticate',
  },
  'authentication-failed': {
    means: 'The payer did not confirm the payment at the bank, or failed to.',
    advice: 'authenticate',
  },
  'do-not-honour': {
    means: 'The bank says no and does not say why.',
    advice: 'contact-bank',
    yields: true,
  },
  'instrument-declined': {
    means: 'The card or account was declined; neither by whom nor why is said.',
    advice: 'other-card',
    yields: true,
  },
  'lost-or-stolen': {
    means: 'The card is reported lost or stolen.',
    advice: 'other-card',
    hidden: true,
  },
  restricted: {
    means: 'The bank or the provider has blocked the card or account, or wants the card back.',
    advice: 'contact-bank',
  },
  'invalid-account': {
    means: 'The card or account does not exist, is closed, not yet active, or has a new number.',
    advice: 'contact-bank',
    yields: true,
  },
  'not-permitted': {
    means: 'The bank does not permit such a payment with this card or account.',
    advice: 'contact-bank',
    yields: true,
  },
  'currency-not-supported': {
    means: 'The card, the account or the provider does not take the currency.',
    advice: 'other-card',
  },
  'method-not-supported': {
    means: 'The provider does not take this kind of card or method, or lacks the operation.',
    advice: 'other-card',
  },
  'amount-not-supported': {
    means: 'The provider cannot move this amount, as it is too small, too large or too precise.',
    advice: 'none',
  },
  'fraud-block': {
    means: 'Our own assessment or an analyst declined it.',
    advice: 'none',
    hidden: true,
  },
  'provider-risk-block': {
    means: 'The provider, the network or the bank takes it for too risky.',
    advice: 'other-card',
    hidden: true,
  },
  'compliance-block': { means: 'A law or a rule of the provider forbids it.', advice: 'none' },
  duplicate: {
    means: 'The same was asked for a moment ago; look for the earlier one first.',
    advice: 'none',
  },
  'try-again-later': {
    means: 'The bank, the network or the provider could not process it now.',
    advice: 'retry',
    yields: true,
  },
  'payer-cancelled': { means: 'The payer did not want it.', advice: 'none' },
  disputed: { means: 'The payer contests the payment at their bank.', advice: 'none' },
  'balance-insufficient': {
    means: 'Our own balance at the provider does not cover it.',
    advice: 'retry',
  },
  'no-longer-possible': {
    means: 'What it needs has expired, was voided, or was captured or given back already.',
    advice: 'none',
  },
  'merchant-error': {
    means: 'Our request, our account at the provider or its settings are at fault, not the payer.',
    advice: 'none',
  },
  'not-carried-out': {
    means: 'It was not carried out, for no reason that the provider gives.',
    advice: 'none',
  },
  unknown: {
    means: 'The provider gave a code that this list does not know; it stands beside it.',
    advice: 'none',
    yields: true,
  },
} as const satisfies Readonly<Record<string, Row>>;

export type DeclineReason = keyof typeof DECLINE_REASONS;

export const DECLINE_REASON_NAMES = Object.keys(DECLINE_REASONS) as readonly DeclineReason[];

export function rowOf(reason: DeclineReason): Row {
  return DECLINE_REASONS[reason];
}

/** The codes that a provider may give for each reason, separated by spaces. */
export type CodesByReason = Readonly<Partial<Record<DeclineReason, string>>>;

export function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
