/** The connected kinds of provider; enums, validators, tables and metrics derive from this list. */
export const PROVIDERS = ['stripe', 'paypal'] as const;

export type ProviderName = (typeof PROVIDERS)[number];
