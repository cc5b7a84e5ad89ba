import { PROBLEM_CODES } from './generated/problem-codes.js';
import type { NoAnswer } from './no-answer.js';

/** What an RFC 9457 problem document says. */
export type ProblemBody = {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly retryable?: boolean;
  readonly errors?: readonly FieldProblem[];
};

export type FieldProblem = { readonly field: string; readonly message: string };

/** What the headers beside a problem document say. */
export type ProblemHeaders = {
  readonly requestId?: string | null;
  readonly retryAfterMs?: number | null;
};

/** Codes of docs/errors.md. `unrecognised`: a newer service's, or not the service's own answer. */
export type ProblemCode = keyof typeof PROBLEM_CODES | 'unrecognised';

/** What a caller can do about it: mind the key, wait, read again, mend the request, come back. */
export type ProblemKind = 'unauthorised' | 'rate-limited' | 'conflict' | 'refused' | 'unavailable';

/** The service refused. Below status 500 nothing was done. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  /** The stable code of the refusal, as in `refund-exceeds-captured`. */
  readonly code: ProblemCode;

  readonly kind: ProblemKind;

  readonly title: string;

  /** Which line of the service's log is about it; null when the answer does not say. */
  readonly requestId: string | null;

  /** How long the service asks to be left alone; null when it does not. */
  readonly retryAfterMs: number | null;

  constructor(
    readonly status: number,
    readonly body: ProblemBody,
    { requestId = null, retryAfterMs = null }: ProblemHeaders = {},
  ) {
    super(describe(status, body));
    this.code = isKnown(body.code) ? body.code : 'unrecognised';
    this.kind = kindOf(status);
    this.title = body.title ?? `HTTP ${status}`;
    this.requestId = requestId;
    this.retryAfterMs = retryAfterMs;
  }

  /** What is wrong with each field; empty when the fault is in none. */
  get errors(): readonly FieldProblem[] {
    return this.body.errors ?? [];
  }
}

/** The service was not reached: what was asked for was not done. */
export class ServiceAway extends Error {
  override readonly name = 'ServiceAway';
  readonly kind = 'away';

  constructor(
    readonly url: string,
    cause: Error & { readonly code?: string },
  ) {
    super(`no service answers at ${url} (${cause.code ?? cause.message})`, { cause });
  }
}

/** What is known of a call whose outcome is not. */
export type UnknownCall = {
  readonly idempotencyKey: string | null;
  readonly attempts: number;
  readonly cause: NoAnswer | ApiProblem;
};

/** A command was sent, and no answer tells whether it was done. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
  readonly kind = 'outcome-unknown';

  /** Under which to send the same again, now or after a restart; null for a call without one. */
  readonly idempotencyKey: string | null;

  readonly attempts: number;

  constructor(
    readonly url: string,
    { idempotencyKey, attempts, cause }: UnknownCall,
  ) {
    const { code } = cause;
    super(`no answer of ${url} says whether it was done (${code}, ${attempts} attempts)`, {
      cause,
    });
    this.idempotencyKey = idempotencyKey;
    this.attempts = attempts;
  }
}

/** All that a call throws, but for a caller's own abort: to be told apart by `kind`. */
export type LedgerError = ApiProblem | ServiceAway | OutcomeUnknown;

export function isLedgerError(error: unknown): error is LedgerError {
  return [ApiProblem, ServiceAway, OutcomeUnknown].some((each) => error instanceof each);
}

function isKnown(code: string | undefined): code is keyof typeof PROBLEM_CODES {
  return code !== undefined && Object.hasOwn(PROBLEM_CODES, code);
}

function kindOf(status: number): ProblemKind {
  if (status === 401 || status === 403) return 'unauthorised';
  if (status === 429) return 'rate-limited';
  if (status === 409) return 'conflict';
  return status === 408 || status >= 500 ? 'unavailable' : 'refused';
}

function describe(status: number, { code, title, detail, errors }: ProblemBody): string {
  const fields = errors?.map(({ field, message }) => `${field}: ${message}`).join('; ');
  return [code ?? `HTTP ${status}`, fields ?? detail ?? title].filter(Boolean).join(': ');
}
