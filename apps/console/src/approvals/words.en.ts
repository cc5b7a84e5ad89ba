/** The sentences of approvals in English. */
export const EN = {
  none: 'Nothing waits for a second person.',
  'kind.fraud-policy': 'Fraud policy',
  'kind.routing-policy': 'Routing policy',
  'kind.model': 'Model',
  'kind.exception': 'Exception of the reconciliation',
  'kind.adjustment': 'Adjustment of the books',
  'kind.reversal': 'Reversal of an adjustment',
  'kind.reopening': 'Reopening of a closed month',
  approve: 'Approve …',
  refuse: 'Refuse …',
  see: 'See it in full',
  other: 'Another person has to approve this, or another role.',
  approveLong: 'It takes effect at once, for all payments from now on.',
  approveBooks: 'It takes effect in the books at once, with your name beside the other’s.',
  refuseLong: 'It is taken off this list and takes no effect.',
  note: 'Why',
} as const;
