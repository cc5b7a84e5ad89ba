import {
  PROVIDERS,
  type PaymentProvider,
  type ProviderName,
  type WebhookVerifier,
} from '#provider-port';
import type { PayPalOptions } from './paypal/connection.js';
import { PayPalPostbackVerifier, type PayPalPostbackOptions } from './paypal/postback-verifier.js';
import { PayPalProvider } from './paypal/provider.js';
import { PayPalWebhookVerifier, type PayPalWebhookOptions } from './paypal/webhook-verifier.js';
import type { StripeOptions } from './stripe/account.js';
import { StripeProvider } from './stripe/provider.js';
import { isOurVersion } from './stripe/translated.js';
import { StripeWebhookVerifier, type StripeWebhookOptions } from './stripe/webhook-verifier.js';

/** What the environment says of each provider's account. */
export type ProviderSettings = {
  readonly STRIPE_SECRET_KEY: string;
  readonly STRIPE_API_URL?: string | undefined;
  readonly PAYPAL_CLIENT_ID: string;
  readonly PAYPAL_CLIENT_SECRET: string;
  readonly PAYPAL_ENVIRONMENT: PayPalOptions['environment'];
  readonly PAYPAL_API_URL?: string | undefined;
  /** Longest wait for a provider's answer, in milliseconds. */
  readonly PROVIDER_TIMEOUT_MS: number;
};

/** Every provider, by the account that the environment names. */
export function connectProviders(settings: ProviderSettings): readonly PaymentProvider[] {
  return PROVIDERS.map((name) => CONNECT[name](settings));
}

const CONNECT: Readonly<Record<ProviderName, (settings: ProviderSettings) => PaymentProvider>> = {
  stripe: ({ STRIPE_SECRET_KEY: secretKey, STRIPE_API_URL: apiUrl, PROVIDER_TIMEOUT_MS }) =>
    createStripeProvider({ secretKey, apiUrl, timeoutMs: PROVIDER_TIMEOUT_MS }),
  paypal: (settings) => createPayPalProvider(paypalOptionsOf(settings)),
};

export function paypalOptionsOf(settings: ProviderSettings): PayPalOptions {
  return {
    clientId: settings.PAYPAL_CLIENT_ID,
    clientSecret: settings.PAYPAL_CLIENT_SECRET,
    environment: settings.PAYPAL_ENVIRONMENT,
    apiUrl: settings.PAYPAL_API_URL,
    timeoutMs: settings.PROVIDER_TIMEOUT_MS,
  };
}

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
