import { createHash } from 'node:crypto';
import { Door } from '../http/door.js';
import type { Answer, Call, Operation } from '../http/operation.js';
import { PayPalDesk, type PayPalParts } from './desk.js';
import { envelope, newDebugId, PayPalRefusal, refused } from './errors.js';
import { ISSUES, isIssue } from './issues.js';
import { paypalOperations, type PayPalOperation } from './operations.js';
import { Tokens } from './token.js';
import {
  certificate,
  getEvent,
  listEvents,
  resendEvent,
  verifySignature,
} from './webhook-operations.js';
import type { PayPalSigningParts } from './webhook-signature.js';

/** Request ids are remembered for six hours with orders, for 45 days with payments. */
const ORDER_KEY_KEPT_MS = 6 * 3600 * 1000;
const PAYMENT_KEY_KEPT_MS = 45 * 24 * 3600 * 1000;
const KEY_LENGTH_MAX = 108;

const OPEN_TO_ALL = new Set(['oauth.token', 'certificates.get']);

/** PayPal's way with requests: OAuth, JSON, and objects found again by request id. */
export class PayPalDoor extends Door {
  readonly provider = 'paypal';
  readonly operations: readonly PayPalOperation[];
  readonly paths = /^\/v2\/|^\/v1\/(oauth2|reporting|notifications|customer)\//;
  /** A repeat after a failure finds what the first request did. */
  protected readonly keepsFailures = false;

  readonly #parts: PayPalParts;
  readonly #tokens: Tokens;

  constructor(parts: PayPalParts, signing: PayPalSigningParts) {
    super();
    this.#parts = parts;
    this.#tokens = new Tokens(parts.shelf, parts.clock);
    const deskOf = (call: Call): PayPalDesk => new PayPalDesk(parts, call.draft);
    const plain = (operation: Operation): PayPalOperation => ({ ...operation, repeat: null });
    const events = '/v1/notifications/webhooks-events';
    this.operations = [
      ...paypalOperations(deskOf),
      ...[
        {
          name: 'oauth.token',
          method: 'POST' as const,
          path: '/v1/oauth2/token',
          handle: (call: Call) => this.#tokens.issue(call),
        },
        {
          name: 'webhooks.verify',
          method: 'POST' as const,
          path: '/v1/notifications/verify-webhook-signature',
          handle: (call: Call) => verifySignature(signing, call),
        },
        {
          name: 'certificates.get',
          method: 'GET' as const,
          path: '/v1/notifications/certs/:name',
          handle: (call: Call) => certificate(signing, call),
        },
        {
          name: 'events.list',
          method: 'GET' as const,
          path: events,
          handle: (call: Call) => listEvents(deskOf(call), call),
        },
        {
          name: 'events.get',
          method: 'GET' as const,
          path: `${events}/:id`,
          handle: (call: Call) => getEvent(deskOf(call), call),
        },
        {
          name: 'events.resend',
          method: 'POST' as const,
          path: `${events}/:id/resend`,
          handle: (call: Call) => resendEvent(deskOf(call), call),
        },
      ].map(plain),
    ];
  }

  sentKey(call: Call): string | null {
    const key = call.headers['paypal-request-id'];
    return typeof key === 'string' && key !== '' ? key : null;
  }

  headers(): Readonly<Record<string, string>> {
    return { 'PayPal-Debug-Id': newDebugId(), 'Cache-Control': 'no-store' };
  }

  failure(status: 404 | 405 | 429 | 500): Answer {
    return this.refusal(new PayPalRefusal(status, []));
  }

  protected admit(call: Call, operation: Operation): void {
    if (OPEN_TO_ALL.has(operation.name)) return;
    const [scheme, token = ''] = (call.headers.authorization ?? '').split(' ');
    if (scheme?.toLowerCase() !== 'bearer' || !this.#tokens.isValid(token)) {
      throw new PayPalRefusal(401, []);
    }
    checkContentType(call, operation);
    mock(call);
  }

  protected keyOf(call: Call, operation: Operation): string | null {
    if ((operation as PayPalOperation).repeat === null) return null;
    const key = this.sentKey(call);
    if (key !== null && key.length > KEY_LENGTH_MAX) {
      throw refused('INVALID_STRING_LENGTH', { field: 'PayPal-Request-Id', location: 'header' });
    }
    // One id may serve different calls: each path has its own.
    return key === null ? null : `${call.path} ${key}`;
  }

  protected recall(key: string, call: Call, operation: Operation): Answer | null {
    const kept = this.#parts.shelf.get('paypal-answer', key);
    if (kept === undefined) return null;
    const life = operation.name.startsWith('orders.') ? ORDER_KEY_KEPT_MS : PAYMENT_KEY_KEPT_MS;
    if (this.#parts.clock.now() - kept.atMs > life) return null;
    if (kept.fingerprint !== fingerprint(call)) {
      const issue = 'PAYPAL_REQUEST_ID_PREVIOUSLY_USED';
      const description = 'The PayPal-Request-ID has already been used for another request.';
      throw new PayPalRefusal(422, [
        { field: 'PayPal-Request-Id', location: 'header', issue, description },
      ]);
    }
    const { repeat } = operation as PayPalOperation;
    return repeat?.(new PayPalDesk(this.#parts, call.draft), kept.body, call) ?? null;
  }

  protected keep(key: string, call: Call, answer: Answer): Answer {
    const { id } = answer.body as { readonly id: string };
    call.draft.put('paypal-answer', key, {
      fingerprint: fingerprint(call),
      status: answer.status,
      body: id,
      requestId: call.requestId,
      atMs: this.#parts.clock.now(),
    });
    return answer;
  }

  protected conflict(): Answer {
    return this.refusal(refused('PREVIOUS_REQUEST_IN_PROGRESS'));
  }

  protected refusal(error: PayPalRefusal): Answer;
  protected refusal(error: unknown): Answer | undefined;
  protected refusal(error: unknown): Answer | undefined {
    if (!(error instanceof PayPalRefusal)) return undefined;
    return { status: error.status, body: envelope(error, newDebugId()) };
  }
}

/**
 * Negative testing as PayPal documents it: `{"mock_application_codes":"INSTRUMENT_DECLINED"}`.
 *
 * @throws PayPalRefusal with the code that is asked for.
 */
function mock(call: Call): void {
  const header = call.headers['paypal-mock-response'];
  if (typeof header !== 'string') return;
  const code = mockCode(header);
  if (code === null) {
    throw refused('INVALID_PARAMETER_VALUE', { field: 'PayPal-Mock-Response', location: 'header' });
  }
  if (code === 'INTERNAL_SERVER_ERROR' || code === 'INTERNAL_SERVICE_ERROR') {
    throw new PayPalRefusal(500, []);
  }
  const row = isIssue(code)
    ? ISSUES[code]
    : { status: 422 as const, description: 'Forced by PayPal-Mock-Response.' };
  throw new PayPalRefusal(row.status, [{ issue: code, description: row.description }]);
}

/** @throws PayPalRefusal for a body that is no JSON; what goes with a dispute may be a form. */
function checkContentType(call: Call, operation: Operation): void {
  const type = call.headers['content-type'] ?? '';
  if (call.body.length === 0 || type.startsWith('application/json')) return;
  if (operation.name.startsWith('disputes.') && type.startsWith('multipart/')) return;
  throw new PayPalRefusal(415, []);
}

function mockCode(header: string): string | null {
  try {
    const { mock_application_codes: code } = JSON.parse(header) as Record<string, unknown>;
    return typeof code === 'string' && /^[A-Z_]+$/.test(code) ? code : null;
  } catch {
    return null;
  }
}

function fingerprint(call: Call): string {
  return createHash('sha256').update(call.body).digest('base64');
}
