export type ReviewClosedReason =
  'approved' | 'refunded' | 'refunded_as_fraud' | 'disputed' | 'canceled';

/** A payment that the provider's own rules, or a person there, wants reviewed. */
export type StripeReview = {
  readonly id: string;
  readonly charge: string;
  readonly payment: string;
  readonly created: number;
  readonly openedReason: 'rule' | 'manual';
  readonly closedReason: ReviewClosedReason | null;
};

export const FRAUD_TYPES = [
  'card_never_received',
  'fraudulent_card_application',
  'made_with_counterfeit_card',
  'made_with_lost_card',
  'made_with_stolen_card',
  'misc',
  'unauthorized_use_of_card',
] as const;

/** The issuer says that a charge was fraudulent, before anybody disputes it. */
export type StripeFraudWarning = {
  readonly id: string;
  readonly charge: string;
  readonly payment: string;
  readonly created: number;
  readonly fraudType: (typeof FRAUD_TYPES)[number];
  /** Whether a refund may still keep it from becoming a dispute. */
  readonly actionable: boolean;
};
