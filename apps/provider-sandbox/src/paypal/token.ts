import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Answer, Call } from '../http/operation.js';
import type { Clock } from '../ledger/clock.js';
import { randomText } from '../ledger/ids.js';
import type { Shelf } from '../ledger/shelf.js';

const LIFE_SECONDS = 32_400;

/** Tokens checked before; forgotten when there are too many. */
const CHECKED_MAX = 10_000;

/** Access tokens that prove themselves, so that they outlive a restart. */
export class Tokens {
  readonly #clock: Clock;
  readonly #secret: string;
  readonly #checked = new Map<string, number>();

  constructor(shelf: Shelf, clock: Clock) {
    this.#clock = clock;
    this.#secret = shelf.get('secret', 'paypal-tokens') ?? newSecret(shelf);
  }

  /** Any client id and secret will do, but there must be both. */
  issue(call: Call): Answer {
    const [scheme, credentials = ''] = (call.headers.authorization ?? '').split(' ');
    const [client, secret] = Buffer.from(credentials, 'base64').toString().split(':');
    if (scheme?.toLowerCase() !== 'basic' || !client || !secret) {
      return {
        status: 401,
        body: { error: 'invalid_client', error_description: 'Client Authentication failed' },
      };
    }
    if (new URLSearchParams(call.body.toString()).get('grant_type') !== 'client_credentials') {
      return {
        status: 400,
        body: { error: 'unsupported_grant_type', error_description: 'Grant Type is NULL' },
      };
    }
    const expires = String(this.#clock.seconds() + LIFE_SECONDS);
    const body = {
      scope: 'https://uri.paypal.com/services/payments/realtimepayment',
      access_token: `A21AA${expires}.${randomText(20)}.${this.#mark(expires)}`,
      token_type: 'Bearer',
      app_id: 'APP-80W284485P519543T',
      expires_in: LIFE_SECONDS,
      nonce: `${this.#clock.iso()}${randomText(43)}`,
    };
    return { status: 200, body };
  }

  isValid(token: string): boolean {
    const expires = this.#checked.get(token) ?? this.#check(token);
    return expires !== null && expires > this.#clock.seconds();
  }

  #check(token: string): number | null {
    const [expires = '', , mark = ''] = token.replace(/^A21AA/, '').split('.');
    const expected = Buffer.from(this.#mark(expires));
    const given = Buffer.from(mark);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
    if (this.#checked.size >= CHECKED_MAX) this.#checked.clear();
    this.#checked.set(token, Number(expires));
    return Number(expires);
  }

  #mark(expires: string): string {
    return createHmac('sha256', this.#secret).update(expires).digest('base64url');
  }
}

function newSecret(shelf: Shelf): string {
  const secret = randomText(40);
  const draft = shelf.draft();
  draft.put('secret', 'paypal-tokens', secret);
  void draft.commit();
  return secret;
}
