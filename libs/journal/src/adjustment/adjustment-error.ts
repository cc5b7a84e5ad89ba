import { Refusal, type RefusalDetails } from '#refusal';

/** Why an adjustment of the journal is refused; codes are API. */
export const ADJUSTMENT_ERRORS = {
  'adjustment-lines-missing': 'An adjustment has two lines or more, at most a hundred.',
  'adjustment-amount-zero': 'A line of an adjustment moves something.',
  'adjustment-line-repeated': 'Each account has one line in each currency.',
  'adjustment-unbalanced': 'The lines of an adjustment come to nothing in each currency.',
  'adjustment-account-unknown':
    'A line is on no account of the chart that holds money; see GET /v1/journal/accounts.',
  'adjustment-before-books': 'No books go back as far as its date.',
  'adjustment-in-future': 'An adjustment is dated when it is asked for, or earlier.',
  'adjustment-differs': 'An adjustment of this id says something else already.',
  'adjustment-not-found': 'There is no adjustment of this id.',
  'adjustment-not-waiting': 'Nothing of this adjustment waits for a second person.',
  'adjustment-not-booked': 'Only an adjustment that is booked, and not reversed, can be reversed.',
  'adjustment-needs-second-person': 'Who asked for an adjustment cannot approve it.',
  'adjustment-period-closed':
    'Its date is in a closed period. Date it in the next open one, or have the period reopened by two people.',
} as const;

export type AdjustmentErrorCode = keyof typeof ADJUSTMENT_ERRORS;

/** An adjustment breaks a rule; nothing was recorded. */
export class AdjustmentError extends Refusal<AdjustmentErrorCode> {
  override readonly name = 'AdjustmentError';

  constructor(code: AdjustmentErrorCode, details?: RefusalDetails) {
    super(ADJUSTMENT_ERRORS, code, details);
  }
}
