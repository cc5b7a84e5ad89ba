import { Refusal, type RefusalDetails } from '#refusal';

/** Why a period is not closed or reopened; codes are API. */
export const PERIOD_ERRORS = {
  'period-not-over': 'A period is closed once it is over.',
  'period-already-closed': 'The period is closed; two people can reopen it.',
  'period-earlier-open': 'Periods are closed in their order; close the earlier one first.',
  'period-before-books': 'The first period that is closed is that of the first entry.',
  'period-later-closed': 'Periods are reopened from the last one on; reopen the later one first.',
  'period-not-closed': 'Only a closed period can be reopened.',
  'period-has-open-items':
    'Something is open. Settle it, or send a reason in explanations for what a reason is enough for.',
  'period-view-behind': 'The journal has not seen the last change of the periods; try again.',
  'period-reopening-not-proposed': 'No reopening of this period waits for a second person.',
  'period-needs-second-person': 'Who asked for a reopening cannot approve it.',
} as const;

export type PeriodErrorCode = keyof typeof PERIOD_ERRORS;

/** A closing or reopening breaks a rule; nothing was recorded. */
export class PeriodError extends Refusal<PeriodErrorCode> {
  override readonly name = 'PeriodError';

  constructor(code: PeriodErrorCode, details?: RefusalDetails) {
    super(PERIOD_ERRORS, code, details);
  }
}
