import type { ShapeProblem } from '../shape.js';

export type StripeErrorType =
  'invalid_request_error' | 'card_error' | 'idempotency_error' | 'api_error';

export type StripeErrorBody = {
  readonly type: StripeErrorType;
  readonly message: string;
  readonly code?: string;
  readonly param?: string;
  readonly [extra: string]: unknown;
};

/** Stripe says no, and nothing has changed. */
export class StripeRefusal extends Error {
  override readonly name = 'StripeRefusal';

  constructor(
    readonly status: number,
    readonly body: StripeErrorBody,
  ) {
    super(body.message);
  }
}

/** A refusal of the request itself: 400, or 404 for `resource_missing`. */
export function invalid(
  message: string,
  details: {
    readonly code?: string;
    readonly param?: string;
    readonly [extra: string]: unknown;
  } = {},
): StripeRefusal {
  const status = details.code === 'resource_missing' ? 404 : 400;
  return new StripeRefusal(status, { type: 'invalid_request_error', message, ...details });
}

/** @param param which parameter named it, as in `intent`. */
export function missing(object: string, id: string, param: string): StripeRefusal {
  return invalid(`No such ${object}: '${id}'`, { code: 'resource_missing', param });
}

export function envelope(body: StripeErrorBody): object {
  const doc =
    body.code === undefined
      ? {}
      : { doc_url: `https://stripe.com/docs/error-codes/${body.code.replaceAll('_', '-')}` };
  return { error: { ...body, ...doc } };
}

/** Words a problem with a parameter as Stripe does. */
export function badParameter({ kind, path, value, expected }: ShapeProblem): StripeRefusal {
  const param = path.map((part, index) => (index === 0 ? part : `[${part}]`)).join('');
  switch (kind) {
    case 'unknown':
      return invalid(`Received unknown parameter: ${param}`, { code: 'parameter_unknown', param });
    case 'missing':
      return invalid(`Missing required param: ${param}.`, { code: 'parameter_missing', param });
    case 'too-long':
    case 'too-many':
      return invalid(`Invalid ${param}: must be ${expected}.`, { param });
    case 'type':
    case 'value':
      return invalid(badValue(param, value, expected), codeOf(expected, value, param));
  }
}

function badValue(param: string, value: unknown, expected: string): string {
  if (value === '') return `You passed an empty string for '${param}'; leave it out instead.`;
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  return `Invalid ${param}: ${shown} is not ${expected}.`;
}

function codeOf(expected: string, value: unknown, param: string) {
  if (value === '') return { code: 'parameter_invalid_empty', param };
  return expected === 'an integer' ? { code: 'parameter_invalid_integer', param } : { param };
}
