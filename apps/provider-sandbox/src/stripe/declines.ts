export type Decline = {
  readonly code: string;
  readonly declineCode: string | null;
  readonly message: string;
  /** What Stripe advises; absent: nothing. */
  readonly advice?: string;
  /** What the network answered; absent: it was not asked. */
  readonly network?: string;
};

const MESSAGE = 'Your card was declined.';

export const DECLINED: Decline = {
  code: 'card_declined',
  declineCode: 'generic_decline',
  message: MESSAGE,
  advice: 'try_again_later',
  network: '05',
};

/**
 * Endings after `chargeDeclined`, as in Stripe's own test tokens, with the codes that its test mode
 * answers.
 */
const DECLINES: Readonly<Record<string, Decline>> = {
  '': DECLINED,
  InsufficientFunds: {
    ...DECLINED,
    declineCode: 'insufficient_funds',
    message: 'Your card has insufficient funds.',
    network: '51',
  },
  LostCard: {
    ...DECLINED,
    declineCode: 'lost_card',
    advice: 'do_not_try_again',
    network: '41',
  },
  StolenCard: {
    ...DECLINED,
    declineCode: 'stolen_card',
    advice: 'do_not_try_again',
    network: '43',
  },
  Fraudulent: { code: 'card_declined', declineCode: 'fraudulent', message: MESSAGE },
  VelocityLimitExceeded: {
    ...DECLINED,
    declineCode: 'card_velocity_exceeded',
    message:
      'Your card was declined for making repeated attempts too frequently or exceeding its amount limit.',
    network: '65',
  },
  ExpiredCard: {
    code: 'expired_card',
    declineCode: 'expired_card',
    message: 'Your card has expired.',
    advice: 'confirm_card_data',
    network: '54',
  },
  IncorrectCvc: {
    code: 'incorrect_cvc',
    declineCode: 'incorrect_cvc',
    message: "Your card's security code is incorrect.",
    advice: 'confirm_card_data',
    network: 'N7',
  },
  ProcessingError: {
    code: 'processing_error',
    declineCode: 'processing_error',
    message: 'An error occurred while processing your card. Try again in a little bit.',
    advice: 'try_again_later',
    network: '96',
  },
};

export const AUTHENTICATION_REQUIRED: Decline = {
  code: 'authentication_required',
  declineCode: 'authentication_required',
  message: 'Your card was declined. This transaction requires authentication.',
  network: '1A',
};

export const AUTHENTICATION_FAILED: Decline = {
  code: 'payment_intent_authentication_failure',
  declineCode: null,
  message:
    'The provided PaymentMethod has failed authentication. Provide a new one to try the payment again.',
};

/**
 * The decline that a test token asks for; null for a card that works. Beside Stripe's own tokens,
 * `pm_card_declineCode_…` names any decline code, and after two more underscores any advice.
 */
export function declineOf(token: string): Decline | null {
  const [, declineCode, advice] = /declineCode_([a-z_]+?)(?:__([a-z_]+))?$/.exec(token) ?? [];
  if (declineCode !== undefined) {
    const named = { code: 'card_declined', declineCode, message: MESSAGE, network: '05' };
    return advice === undefined ? named : { ...named, advice };
  }
  const declined = /[cC]hargeDeclined([A-Za-z]*)/.exec(token);
  return declined === null ? null : (DECLINES[declined[1] ?? ''] ?? DECLINED);
}

/** What Stripe shows beside the code of a decline. */
export function beside({ declineCode, advice, network }: Omit<Decline, 'code'>): object {
  return {
    ...(declineCode === null ? {} : { decline_code: declineCode }),
    ...(advice === undefined ? {} : { advice_code: advice }),
    ...(network === undefined ? {} : { network_decline_code: network }),
  };
}
