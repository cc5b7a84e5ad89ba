import type { CodesByReason } from './reasons.js';

/** Codes that this software gives where no provider was asked, or none has a say. */
export const OWN_CODES: CodesByReason = {
  'method-not-supported': 'payment-method-not-supported operation-not-supported',
  'amount-not-supported': 'amount-not-supported',
  duplicate: 'recorded-already',
  'not-carried-out': 'resolved-by-operator',
};
