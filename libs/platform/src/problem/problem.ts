import { Refusal, type RefusalDetails } from '#refusal';

/** What an HTTP interface refuses, beside the refusals of the business rules. Codes are API. */
export const HTTP_PROBLEMS = {
  'request-invalid': [400, 'The request does not have the documented form.'],
  'card-data-refused': [400, 'Card numbers and security codes must never be sent here.'],
  'idempotency-key-missing': [400, 'Send an Idempotency-Key header of 1 to 255 characters.'],
  'idempotency-key-invalid': [400, 'An Idempotency-Key has printable ASCII characters only.'],
  'header-repeated': [400, 'This header has one value; send it once.'],
  'webhook-rejected': [400, 'The webhook is not provably from the provider.'],
  unauthenticated: [401, 'Send a valid API key as Authorization: Bearer <key>.'],
  'sign-in-refused': [401, 'Name, password or code is wrong, or the code was used.'],
  forbidden: [403, 'This API key does not have the role for this.'],
  'not-found': [404, 'There is nothing here.'],
  'method-not-allowed': [405, 'This address does not take this method.'],
  conflict: [409, 'The request is at odds with the current state.'],
  'erasure-money-open': [409, 'Money of this customer is under way, held or contested.'],
  'delivery-parked': [409, 'What the delivery follows from is not recorded yet.'],
  'rebuild-in-progress': [409, 'The view is being rebuilt; wait for the end of that.'],
  'run-in-progress': [409, 'One run of this kind at a time; wait for the end of the other.'],
  'idempotency-key-reused': [422, 'This Idempotency-Key was already used with another body.'],
  'statement-unknown': [422, 'The file is of no kind that is known, or of another than was named.'],
  'statement-incomplete': [
    422,
    'The file ends before it should; fetch it again. Nothing of it was recorded.',
  ],
  'statement-totals-disagree': [
    422,
    'A sum or count of the file is not that of its lines. Nothing of it was recorded.',
  ],
  'statement-broken': [
    422,
    'The file is not written as its format demands. Nothing of it was recorded.',
  ],
  'payload-too-large': [413, 'The body is larger than this address takes.'],
  'media-type-unsupported': [415, 'Send JSON with Content-Type: application/json.'],
  'address-too-long': [414, 'A part of the address is longer than any id.'],
  'head-too-large': [431, 'Address and headers are longer than 16 KiB together; send less.'],
  'return-url-missing': [422, 'Say by returnUrl where the payer comes back to.'],
  'return-url-not-allowed': [422, 'Payers may not be sent to this returnUrl.'],
  'order-ambiguous': [422, 'Several clients have an order of this number; name one of them.'],
  'request-timeout': [408, 'The request did not arrive in time; send it again.'],
  'too-many-wrong-keys': [429, 'Too many wrong keys; wait as Retry-After says.'],
  'privacy-off': [501, 'Personal texts are not sealed here: set PRIVACY_DIR.'],
  'rate-limited': [429, 'Too much of this at a time; wait as Retry-After says.'],
  'checkout-repeated': [429, 'This customer began another payment a moment ago; wait.'],
  'part-not-configured': [501, 'This address is not connected to the part that answers this.'],
  'position-not-reached': [503, 'The view has not reached the position yet; try again.'],
  'exports-busy': [503, 'As many exports as run at a time are under way; try again in a minute.'],
  'streams-busy': [503, 'As many streams as are served at a time are open; try again in a minute.'],
  unavailable: [503, 'A part this needs is away; try again with the same Idempotency-Key.'],
  'internal-error': [500, 'Something is wrong on our side; nothing more is known to the caller.'],
} as const satisfies Record<string, readonly [number, string]>;

export type HttpProblemCode = keyof typeof HTTP_PROBLEMS;

/** An RFC 9457 problem document. */
export type ProblemDocument = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  /** Of a refusal by a rule: what it was broken with, by name. */
  readonly details?: RefusalDetails;
  readonly retryable: boolean;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
};

/** Thrown anywhere in a request; becomes problem+json. Rules of the business throw a Refusal. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: HttpProblemCode,
    readonly detail?: string,
    readonly errors?: readonly { readonly field: string; readonly message: string }[],
  ) {
    super(detail ?? HTTP_PROBLEMS[code][1]);
  }

  toDocument(): ProblemDocument {
    const [status, title] = HTTP_PROBLEMS[this.code];
    return problemDocument({ code: this.code, status, title }, this.detail, this.errors);
  }
}

export type RefusalStatus = 404 | 409 | 422;

/**
 * The document of a refusal by a rule, whose details become its `detail`.
 *
 * @param statuses of the codes that the app can throw.
 * @returns null for any other error.
 */
export function refusalDocument(
  error: unknown,
  statuses: Readonly<Record<string, RefusalStatus>>,
): ProblemDocument | null {
  if (!(error instanceof Refusal)) return null;
  const { code, message: title, details } = error as Refusal;
  const status = statuses[code];
  if (status === undefined) return null;
  const document = problemDocument({ code, status, title }, detailOf(details));
  return Object.keys(details).length === 0 ? document : { ...document, details };
}

function detailOf(details: RefusalDetails): string | undefined {
  const pairs = Object.entries(details).map(([name, value]) => `${name}: ${value}`);
  return pairs.length === 0 ? undefined : pairs.join(', ');
}

function problemDocument(
  { code, status, title }: { code: string; status: number; title: string },
  detail?: string,
  errors?: ProblemDocument['errors'],
): ProblemDocument {
  return {
    type: `urn:assay:problem:${code}`,
    title,
    status,
    code,
    ...(detail === undefined ? {} : { detail }),
    retryable: status === 503 || status === 429,
    ...(errors === undefined ? {} : { errors: errors.map(shortened) }),
  };
}

/** Names of unknown fields are the caller's and may be of any length. */
const FIELD_CHARS_MAX = 200;

function shortened<Error extends { field: string; message: string }>(error: Error): Error {
  const { field } = error;
  if (field.length <= FIELD_CHARS_MAX) return error;
  return { ...error, field: `${field.slice(0, FIELD_CHARS_MAX)}…` };
}
