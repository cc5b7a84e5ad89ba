import { Refusal, type RefusalDetails } from '#refusal';

/** Every rule that work on an exception can break. Codes are API: never rename or reuse. */
export const EXCEPTION_ERRORS = {
  'exception-resolved': 'The exception is resolved; reopen it first.',
  'exception-not-resolved': 'The exception is not resolved, so nothing can be taken back.',
  'exception-changed': 'The exception changed since the revision that was named.',
  'exception-resolution-waiting': 'A resolution waits for a second person.',
  'exception-nothing-waiting': 'No resolution of the exception waits for a second person.',
  'exception-needs-second-person': 'Another person than the one who proposed has to agree.',
  'exception-notes-full': 'The exception has as many notes as it may have.',
  'exception-evidence-full': 'The exception has as much evidence as it may have.',
  'exception-match-taken':
    'An exception that was named is resolved by itself; reopen it first, or name another one.',
  'exception-period-closed':
    'It would be booked into a closed period. Try again once the open one has begun, or have the period reopened by two people.',
  'exception-resolution-incomplete':
    'A write-off names an amount and an account, a manual match an amount and the other exceptions.',
} as const;

export type ExceptionErrorCode = keyof typeof EXCEPTION_ERRORS;

/** The only way work on an exception is refused. */
export class ExceptionError extends Refusal<ExceptionErrorCode> {
  override readonly name = 'ExceptionError';

  constructor(code: ExceptionErrorCode, details: RefusalDetails = {}) {
    super(EXCEPTION_ERRORS, code, details);
  }
}
