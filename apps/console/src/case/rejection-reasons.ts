/** Why an analyst rejects a payment; by the keys 1 to 8, in this order. */
export const REJECTION_REASONS = [
  'stolen-card',
  'account-takeover',
  'false-identity',
  'first-party-abuse',
  'not-verifiable',
  'outside-policy',
  'payer-asked',
  'other',
] as const;

export type RejectionReason = (typeof REJECTION_REASONS)[number];
