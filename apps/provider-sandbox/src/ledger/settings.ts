/** How the providers behave where real ones differ by contract or by region. */
export type Settings = {
  /** Whether Stripe tells the fee of every capture later, not only with `automatic_async`. */
  readonly stripeFeesLate: boolean;
  /** How long a late fee stays unknown. */
  readonly stripeFeeDelayMs: number;
  /** `daily`: what is available is paid out by itself every 24 hours of the sandbox's clock. */
  readonly stripePayouts: 'manual' | 'daily';
  /** How often one PayPal authorisation may be renewed; PayPal's own documents disagree. */
  readonly paypalReauthorisationsMax: number;
};

export const SETTINGS_DEFAULT: Settings = {
  stripeFeesLate: false,
  stripeFeeDelayMs: 0,
  stripePayouts: 'manual',
  paypalReauthorisationsMax: 1,
};
