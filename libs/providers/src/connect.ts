import type { PaymentProvider, ProviderName, WebhookVerifier } from '#provider-port';
import type { PayPalOptions } from './paypal/connection.js';
import { PayPalPostbackVerifier, type PayPalPostbackOptions } from './paypal/postback-verifier.js';
import { PayPalProvider } from './paypal/provider.js';
import { PayPalWebhookVerifier, type PayPalWebhookOptions } from './paypal/webhook-verifier.js';
import type { StripeOptions } from './stripe/account.js';
import { StripeProvider } from './stripe/provider.js';
import { isOurVersion } from './stripe/translated.js';
import { StripeWebhookVerifier, type StripeWebhookOptions } from './stripe/webhook-verifier.js';

export function createStripeProvider(options: StripeOptions): PaymentProvider {
  return new StripeProvider(options);
}

export function createPayPalProvider(options: PayPalOptions): PaymentProvider {
  return new PayPalProvider(options);
}

/** @throws RangeError without a secret. */
export function createStripeWebhookVerifier(options: StripeWebhookOptions): WebhookVerifier {
  return new StripeWebhookVerifier(options);
}

/** Common names of the certificates that PayPal signs webhooks with. */
export const PAYPAL_CERTIFICATE_NAMES = {
  live: 'messageverificationcerts.paypal.com',
  sandbox: 'messageverificationcerts.sandbox.paypal.com',
} as const;

export function createPayPalWebhookVerifier(options: PayPalWebhookOptions): WebhookVerifier {
  return new PayPalWebhookVerifier(options);
}

/** Asks PayPal about each delivery, instead of checking its certificates here. */
export function createPayPalPostbackVerifier(options: PayPalPostbackOptions): WebhookVerifier {
  return new PayPalPostbackVerifier(options);
}

/** Whether a provider's events of this version of its API are read; other versions may be, too. */
export function isVersionRead(provider: ProviderName, apiVersion: string | null): boolean {
  return IS_VERSION_READ[provider](apiVersion);
}

const IS_VERSION_READ: Readonly<Record<ProviderName, (apiVersion: string | null) => boolean>> = {
  stripe: isOurVersion,
  // PayPal's resources name versions that have not changed what is read of them.
  paypal: () => true,
};
