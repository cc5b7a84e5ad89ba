export {
  connectProviders,
  createPayPalPostbackVerifier,
  createPayPalProvider,
  createPayPalWebhookVerifier,
  createStripeProvider,
  createStripeWebhookVerifier,
  isVersionRead,
  PAYPAL_CERTIFICATE_NAMES,
  paypalOptionsOf,
  type ProviderSettings,
} from './connect.js';
export { ourId } from './our-id.js';
export { fromPayPalUnits } from './paypal/amount.js';
export { paypalLineId, paypalLineOf, type PayPalRecord } from './paypal/book-line.js';
export { PAYPAL_ISSUES } from './paypal/errors.js';
export { stripeKindOf } from './stripe/book-kinds.js';
export { STRIPE_ERRORS } from './stripe/errors.js';
export { guarded, type GuardOptions } from './guarded-provider.js';
export type { PayPalOptions } from './paypal/connection.js';
export { PAYPAL_WEBHOOK_TYPES } from './paypal/facts.js';
export type { PayPalPostbackOptions } from './paypal/postback-verifier.js';
export type { PayPalWebhookOptions } from './paypal/webhook-verifier.js';
export type { StripeOptions } from './stripe/account.js';
export { STRIPE_WEBHOOK_TYPES } from './stripe/facts.js';
export type { StripeWebhookOptions } from './stripe/webhook-verifier.js';
