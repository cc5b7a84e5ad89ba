import { createHash } from 'node:crypto';
import { Door } from '../http/door.js';
import type { Answer, Call, Operation } from '../http/operation.js';
import { StripeDesk, type StripeParts } from './desk.js';
import { envelope, StripeRefusal, type StripeErrorBody } from './errors.js';
import { STRIPE_API_VERSION } from './event.js';
import { stripeOperations } from './operations.js';
import { checkForm } from './params.js';

/** Stripe forgets an idempotency key after a day; then the same key does it again. */
const KEY_KEPT_MS = 24 * 3600 * 1000;
const KEY_LENGTH_MAX = 255;

const FAILURES: Readonly<Record<405 | 429 | 500, StripeErrorBody>> = {
  405: { type: 'invalid_request_error', message: 'This method is not allowed here.' },
  429: {
    type: 'invalid_request_error',
    code: 'rate_limit',
    message: 'Too many requests hit the API too quickly. We recommend an exponential backoff.',
  },
  500: {
    type: 'api_error',
    message: 'An unknown error occurred. If it persists, tell support the request id.',
  },
};

/** Stripe's way with requests: API keys, forms, and results kept under idempotency keys. */
export class StripeDoor extends Door {
  readonly provider = 'stripe';
  readonly operations: readonly Operation[];
  readonly paths = /^\/v1\/(?!(oauth2|reporting|notifications|customer)\/)/;
  /** A failure after the fact is the result that Stripe keeps: a repeat fails the same way. */
  protected readonly keepsFailures = true;

  readonly #parts: StripeParts;

  constructor(parts: StripeParts) {
    super();
    this.#parts = parts;
    this.operations = stripeOperations((call) => {
      const idempotencyKey = this.sentKey(call);
      return new StripeDesk(parts, call.draft, { id: call.requestId, idempotencyKey });
    });
  }

  sentKey(call: Call): string | null {
    const key = call.headers['idempotency-key'];
    return typeof key === 'string' && key !== '' ? key : null;
  }

  headers(call: Call): Readonly<Record<string, string>> {
    const key = this.sentKey(call);
    return {
      'Request-Id': call.requestId,
      'Stripe-Version': versionOf(call),
      ...(key === null ? {} : { 'Idempotency-Key': key }),
    };
  }

  failure(status: 404 | 405 | 429 | 500, call: Call): Answer {
    if (status !== 404) return { status, body: envelope(FAILURES[status]) };
    const message = `Unrecognized request URL (${call.path}). The provider sandbox covers a part of the API; GET /sandbox lists it.`;
    return { status, body: envelope({ type: 'invalid_request_error', message }) };
  }

  protected admit(call: Call, operation: Operation): void {
    const key = apiKeyOf(call);
    if (key === null) {
      const message =
        "You did not provide an API key. Provide it in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer sk_test_sandbox').";
      throw new StripeRefusal(401, { type: 'invalid_request_error', message });
    }
    if (!/^(sk|rk)_test_\w+$/.test(key)) {
      const message = `Invalid API Key provided: ${key.slice(0, 8)}****. The provider sandbox takes any test key (sk_test_…).`;
      throw new StripeRefusal(401, { type: 'invalid_request_error', message });
    }
    if (versionOf(call) !== STRIPE_API_VERSION) {
      const message = `Invalid Stripe API version: ${versionOf(call)}. The provider sandbox speaks ${STRIPE_API_VERSION}.`;
      throw new StripeRefusal(400, { type: 'invalid_request_error', message });
    }
    if (operation.method === 'POST') checkForm(call.headers['content-type'], call.body);
  }

  protected keyOf(call: Call, operation: Operation): string | null {
    const key = operation.method === 'POST' ? this.sentKey(call) : null;
    if (key !== null && key.length > KEY_LENGTH_MAX) {
      const message = `Invalid idempotency key: at most ${KEY_LENGTH_MAX} characters.`;
      throw new StripeRefusal(400, { type: 'invalid_request_error', message });
    }
    return key;
  }

  protected recall(key: string, call: Call): Answer | null {
    const kept = this.#parts.shelf.get('stripe-answer', key);
    if (kept === undefined || this.#parts.clock.now() - kept.atMs > KEY_KEPT_MS) return null;
    if (kept.fingerprint !== fingerprint(call)) {
      const message = `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`;
      throw new StripeRefusal(400, { type: 'idempotency_error', message });
    }
    const headers = { 'Idempotent-Replayed': 'true', 'Original-Request': kept.requestId };
    return { status: kept.status, body: kept.body, headers };
  }

  protected keep(key: string, call: Call, answer: Answer): Answer {
    const body = JSON.stringify(answer.body);
    call.draft.put('stripe-answer', key, {
      fingerprint: fingerprint(call),
      status: answer.status,
      body,
      requestId: call.requestId,
      atMs: this.#parts.clock.now(),
    });
    return { ...answer, body };
  }

  protected conflict(key: string): Answer {
    const message = `There is currently another in-progress request using this Idempotent Key '${key}'. Retry later.`;
    const body = envelope({ type: 'idempotency_error', code: 'idempotency_key_in_use', message });
    return { status: 409, body };
  }

  protected refusal(error: unknown): Answer | undefined {
    if (!(error instanceof StripeRefusal)) return undefined;
    return { status: error.status, body: envelope(error.body) };
  }
}

function apiKeyOf({ headers: { authorization = '' } }: Call): string | null {
  const [scheme, credentials = ''] = authorization.split(' ');
  if (scheme?.toLowerCase() === 'bearer') return credentials;
  if (scheme?.toLowerCase() !== 'basic') return null;
  return Buffer.from(credentials, 'base64').toString().split(':')[0] ?? null;
}

function versionOf(call: Call): string {
  const version = call.headers['stripe-version'];
  return typeof version === 'string' ? version : STRIPE_API_VERSION;
}

function fingerprint(call: Call): string {
  return createHash('sha256').update(call.path).update('\n').update(call.body).digest('base64');
}
