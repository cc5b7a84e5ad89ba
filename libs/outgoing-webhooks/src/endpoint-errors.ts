import { Refusal } from '#refusal';

/** Why a client may not do this with its endpoints; codes are API. */
export const ENDPOINT_ERRORS = {
  'endpoint-limit-reached': 'A client cannot have more endpoints; remove one first.',
  'endpoint-disabled': 'The endpoint is disabled; enable it first.',
  'endpoint-set-aside': 'An event of the endpoint cannot be read; an operator has to look at it.',
  'test-in-progress': 'One test message of a client at a time; wait for the answer of the other.',
  'replay-in-progress': 'One replay of a client at a time; wait for the answer of the other.',
} as const;

export type EndpointErrorCode = keyof typeof ENDPOINT_ERRORS;

/** A command broke a rule of the endpoints for webhooks. */
export class EndpointError extends Refusal<EndpointErrorCode> {
  override readonly name = 'EndpointError';

  constructor(code: EndpointErrorCode) {
    super(ENDPOINT_ERRORS, code);
  }
}
