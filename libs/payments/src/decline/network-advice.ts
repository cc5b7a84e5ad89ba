import type { ProviderName } from '../payment/vocabulary.js';

/** What a provider or a card's network advises about one declined payment. */
export type Hint = 'do-not-try-again' | 'try-again-later' | 'confirm-details';

/** By code; null: known, and no advice about trying again. */
type Hints = ReadonlyMap<string, Hint | null>;

/**
 * The provider's own advice.
 *
 * As of 2026-11-30: `advice_code` of Stripe (docs.stripe.com/declines/card, SDK 23.1.0). PayPal
 * gives only the network's.
 */
export const PROVIDER_ADVICE: Readonly<Record<ProviderName, Hints>> = {
  stripe: new Map<string, Hint>([
    ['do_not_try_again', 'do-not-try-again'],
    ['try_again_later', 'try-again-later'],
    ['confirm_card_data', 'confirm-details'],
  ]),
  paypal: new Map(),
};

/**
 * The advice of the card's network. Where networks use one code for two things, the stricter one
 * counts: 02 is "retry" at Mastercard and "must not resubmit" at Visa.
 *
 * PayPal's texts: PaymentAdviceCode of its server SDKs. Stripe passes the same codes on, and turns
 * them into advice of its own, so that only their prohibitions are taken from it.
 */
export const NETWORK_ADVICE: Readonly<Record<ProviderName, Hints>> = {
  stripe: new Map<string, Hint | null>([
    ['01', null],
    ['02', null],
    ['03', 'do-not-try-again'],
    ['21', 'do-not-try-again'],
  ]),
  paypal: new Map<string, Hint | null>([
    ['01', 'confirm-details'],
    ['02', 'do-not-try-again'],
    ['03', 'do-not-try-again'],
    ['04', null],
    ['21', 'do-not-try-again'],
    ['22', null],
    ['24', 'try-again-later'],
    ['25', 'try-again-later'],
    ['26', 'try-again-later'],
    ['27', 'try-again-later'],
    ['28', 'try-again-later'],
    ['29', 'try-again-later'],
    ['30', 'try-again-later'],
    ['40', null],
    ['43', null],
  ]),
};
