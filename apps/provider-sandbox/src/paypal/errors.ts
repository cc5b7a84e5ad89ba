import type { ErrorStatus } from './error-status.js';
import { randomBytes } from 'node:crypto';
import type { ShapeProblem } from '../shape.js';
import { ISSUES, type Issue } from './issues.js';

export type ErrorDetail = {
  readonly issue: string;
  readonly description: string;
  readonly field?: string;
  readonly value?: string;
  readonly location?: string;
};

/** Names and messages are fixed per status. */
const ENVELOPES: Readonly<Record<ErrorStatus, readonly [name: string, message: string]>> = {
  400: [
    'INVALID_REQUEST',
    'Request is not well-formed, syntactically incorrect, or violates schema.',
  ],
  401: [
    'AUTHENTICATION_FAILURE',
    'Authentication failed due to missing authorization header, or invalid authentication credentials.',
  ],
  403: ['NOT_AUTHORIZED', 'Authorization failed due to insufficient permissions.'],
  404: ['RESOURCE_NOT_FOUND', 'The specified resource does not exist.'],
  405: ['METHOD_NOT_SUPPORTED', 'The server does not implement the requested HTTP method.'],
  409: ['RESOURCE_CONFLICT', 'The server has detected a conflict while processing this request.'],
  415: ['UNSUPPORTED_MEDIA_TYPE', "The server does not support the request payload's media type."],
  422: [
    'UNPROCESSABLE_ENTITY',
    'The requested action could not be performed, semantically incorrect, or failed business validation.',
  ],
  429: ['RATE_LIMIT_REACHED', 'Too many requests. Blocked due to rate limiting.'],
  500: ['INTERNAL_SERVER_ERROR', 'An internal server error occurred.'],
  503: ['SERVICE_UNAVAILABLE', 'Service Unavailable.'],
};

/** PayPal says no, and nothing has changed. */
export class PayPalRefusal extends Error {
  override readonly name = 'PayPalRefusal';

  constructor(
    readonly status: ErrorStatus,
    readonly details: readonly ErrorDetail[],
    /** Where the payer can mend it, as after a declined instrument. */
    readonly links: readonly object[] = [],
  ) {
    super(details[0]?.description ?? ENVELOPES[status][1]);
  }
}

/** A refusal by one of PayPal's documented issues. */
export function refused(
  issue: Issue,
  where: Omit<ErrorDetail, 'issue' | 'description'> = {},
  links: readonly object[] = [],
): PayPalRefusal {
  const { status, description } = ISSUES[issue];
  return new PayPalRefusal(status, [{ ...where, issue, description }], links);
}

export function envelope(
  { status, details, links }: Pick<PayPalRefusal, 'status' | 'details' | 'links'>,
  debugId: string,
): object {
  const [name, message] = ENVELOPES[status];
  return {
    name,
    message,
    debug_id: debugId,
    ...(details.length === 0 ? {} : { details }),
    links:
      links.length > 0
        ? links
        : [
            {
              href: `https://developer.paypal.com/api/rest/responses/`,
              rel: 'information_link',
              method: 'GET',
            },
          ],
  };
}

/** As in `f1a2b3c4d5e6f`. */
export function newDebugId(): string {
  return randomBytes(7).toString('hex').slice(0, 13);
}

/** Words problems with a body as PayPal does: all of them at once, each by JSON pointer. */
export function badBody(problems: readonly ShapeProblem[]): PayPalRefusal {
  const details = problems.map(({ kind, path, value }): ErrorDetail => {
    const issue = ISSUE_OF[kind];
    const shown = typeof value === 'string' ? value.slice(0, 256) : undefined;
    return {
      field: `/${path.join('/')}`,
      ...(shown === undefined ? {} : { value: shown }),
      location: 'body',
      issue,
      description: ISSUES[issue].description,
    };
  });
  return new PayPalRefusal(400, details);
}

const ISSUE_OF = {
  unknown: 'INVALID_PARAMETER_SYNTAX',
  missing: 'MISSING_REQUIRED_PARAMETER',
  type: 'INVALID_PARAMETER_SYNTAX',
  value: 'INVALID_PARAMETER_VALUE',
  'too-long': 'INVALID_STRING_LENGTH',
  'too-many': 'INVALID_ARRAY_MAX_ITEMS',
} as const satisfies Record<ShapeProblem['kind'], Issue>;
