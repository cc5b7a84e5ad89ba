import { Refusal, type RefusalDetails } from '#refusal';

/** Every rule that work on a case can break. Codes are API: add freely, never rename or reuse. */
export const CASE_ERRORS = {
  'case-leased': 'Another analyst has this case.',
  'case-changed': 'The case changed since the revision that was named.',
  'case-notes-full': 'The case has as many notes as it may have.',
  'snooze-out-of-bounds': 'A case is put off to a time that comes, within 30 days.',
} as const;

export type CaseErrorCode = keyof typeof CASE_ERRORS;

/** The only way work on a case is refused. */
export class CaseError extends Refusal<CaseErrorCode> {
  override readonly name = 'CaseError';

  constructor(code: CaseErrorCode, details: RefusalDetails = {}) {
    super(CASE_ERRORS, code, details);
  }
}
