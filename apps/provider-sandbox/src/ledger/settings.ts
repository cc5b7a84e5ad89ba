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
  /** Whether PayPal gives back its share of the fee with a refund. */
  readonly paypalReturnsFees: boolean;
  /** The only currency whose balance the account has; null: each currency has its own. */
  readonly settlesIn: string | null;
  /** Of an exchange into that currency, in millionths; both have equally many digits. */
  readonly exchangeRateMillionths: number;
};

export const SETTINGS_DEFAULT: Settings = {
  stripeFeesLate: false,
  stripeFeeDelayMs: 0,
  stripePayouts: 'manual',
  paypalReauthorisationsMax: 1,
  paypalReturnsFees: false,
  settlesIn: null,
  exchangeRateMillionths: 1_000_000,
};
