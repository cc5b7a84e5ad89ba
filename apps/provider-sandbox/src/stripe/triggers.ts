/** Payment methods and texts that make something happen, as the sandbox's pages list them. */
export const STRIPE_TRIGGERS: readonly (readonly [trigger: string, effect: string])[] = [
  ['pm_card_visa, and any other pm_… or tok_…', 'works'],
  [
    'pm_card_chargeDeclined, …InsufficientFunds, …LostCard, …StolenCard, …Fraudulent, …ExpiredCard, …IncorrectCvc, …ProcessingError, …VelocityLimitExceeded',
    'is declined, with that reason',
  ],
  [
    'pm_card_declineCode_do_not_honor, pm_card_declineCode_do_not_honor__do_not_try_again',
    'is declined with any decline code, and with any advice',
  ],
  [
    'pm_card_authenticationRequired, pm_card_threeDSecure2Required',
    'waits for the payer on a page of the sandbox',
  ],
  ['pm_card_incrementDeclined', 'declines to hold more'],
  ['pm_card_refundFail', 'takes a refund, which fails a second later'],
  ['pm_card_pendingRefund', 'takes a refund, which settles a second later'],
  ['pm_card_createDispute', 'is disputed a second after its capture'],
  ['pm_card_createDisputeInquiry', 'the same as an inquiry, which takes no money yet'],
  ['pm_card_createIssuerFraudRecord', 'is reported as fraud a second later'],
  ['pm_card_riskLevelElevated', 'is opened for review'],
  ['pm_card_riskLevelHighest', 'shows the highest risk'],
  ['evidence uncategorized_text winning_evidence, losing_evidence', 'decides a dispute'],
];
