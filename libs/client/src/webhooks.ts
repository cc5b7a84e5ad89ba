import type { components } from './generated/webhook-message.js';
import { WEBHOOK_TYPES } from './generated/webhook-types.js';

type Message = components['schemas']['WebhookMessage'];

export type WebhookType = Message['type'];

/** A message of one type. */
export type WebhookOf<Type extends WebhookType> = Omit<Message, 'type'> & { readonly type: Type };

/** Sent when a client asks for a message to try its receiver with. */
export type TestWebhook = {
  readonly type: 'webhook.test';
  readonly timestamp: string;
  readonly data: { readonly test: true };
};

/** Of a type that this version of the package does not know: an endpoint may get all types. */
export type UnrecognisedWebhook = {
  readonly type: 'unrecognised';
  readonly timestamp: string;
  /** As it was sent. */
  readonly message: { readonly type: string };
};

export type WebhookEvent =
  { [Type in WebhookType]: WebhookOf<Type> }[WebhookType] | TestWebhook | UnrecognisedWebhook;

export type VerifiedWebhook = {
  /** The same whenever the message is sent again: remember it, and do nothing the second time. */
  readonly id: string;
  readonly sentAt: Date;
  readonly event: WebhookEvent;
};

export type WebhookRequest = {
  /** Those of `fetch`, or of Node. */
  readonly headers:
    Pick<Headers, 'get'> | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The body as it came, before anything parsed it. */
  readonly body: string | Uint8Array;
};

export type WebhookRules = {
  /** `whsec_…`; while one is replaced, both. */
  readonly secrets: string | readonly string[];
  /** How far the sender's clock may be from this one. */
  readonly toleranceSeconds?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
};

/** A global type of browsers alone. */
type HmacKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

export type WebhookFault =
  'header-missing' | 'timestamp-out-of-bounds' | 'signature-wrong' | 'body-unreadable';

/** Answer 400 and do nothing: nothing proves that the ledger sent this. */
export class WebhookRefused extends Error {
  override readonly name = 'WebhookRefused';

  constructor(
    readonly code: WebhookFault,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Believes a webhook only when one of the secrets signed it (Standard Webhooks 1.0), lately.
 *
 * @throws WebhookRefused for all others.
 * @throws TypeError when a secret is none.
 */
export async function verifyWebhook(
  { headers, body }: WebhookRequest,
  { secrets, toleranceSeconds = 300, now = Date.now }: WebhookRules,
): Promise<VerifiedWebhook> {
  const id = headerOf(headers, 'webhook-id');
  const timestamp = headerOf(headers, 'webhook-timestamp');
  const signatures = headerOf(headers, 'webhook-signature');
  const keys = await Promise.all([secrets].flat().map(keyOf));
  const sentAt = new Date(Number(timestamp) * 1000);
  const apartMs = Math.abs(now() - sentAt.getTime());
  if (!/^\d{1,12}$/.test(timestamp) || apartMs > toleranceSeconds * 1000) {
    throw new WebhookRefused(
      'timestamp-out-of-bounds',
      `webhook-timestamp is not within ${toleranceSeconds} seconds of now`,
    );
  }
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const signed = joined(new TextEncoder().encode(`${id}.${timestamp}.`), bytes);
  if (!(await isSigned(signed, signatures, keys))) {
    throw new WebhookRefused('signature-wrong', 'no secret made webhook-signature of this message');
  }
  return { id, sentAt, event: eventOf(new TextDecoder().decode(bytes)) };
}

/** `verify` of WebCrypto compares in constant time. */
async function isSigned(
  signed: Uint8Array<ArrayBuffer>,
  signatures: string,
  keys: readonly HmacKey[],
): Promise<boolean> {
  const macs = signatures.split(' ').flatMap((each) => macIn(each) ?? []);
  for (const key of keys) {
    for (const mac of macs) {
      if (await crypto.subtle.verify('HMAC', key, mac, signed)) return true;
    }
  }
  return false;
}

function keyOf(secret: string): Promise<HmacKey> {
  const bytes = bytesOf(secret.replace(/^whsec_/, ''));
  if (bytes === null || bytes.length === 0) {
    throw new TypeError('a webhook secret is whsec_ and base64; take it as the ledger answered it');
  }
  return crypto.subtle.importKey('raw', bytes, HMAC, false, ['verify']);
}

const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const;

function macIn(signature: string): Uint8Array<ArrayBuffer> | null {
  return signature.startsWith('v1,') ? bytesOf(signature.slice(3)) : null;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  } catch {
    return null;
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(a.length + b.length);
  bytes.set(a);
  bytes.set(b, a.length);
  return bytes;
}

function headerOf(headers: WebhookRequest['headers'], name: string): string {
  const value = isFetched(headers)
    ? headers.get(name)
    : Object.entries(headers).find(([each]) => each.toLowerCase() === name)?.[1];
  if (typeof value === 'string' && value !== '') return value;
  throw new WebhookRefused('header-missing', `${name} is missing, or there is more than one`);
}

function isFetched(headers: WebhookRequest['headers']): headers is Pick<Headers, 'get'> {
  return typeof headers.get === 'function';
}

function eventOf(text: string): WebhookEvent {
  const message = parsed(text) as (WebhookEvent & { readonly timestamp: string }) | null;
  if (typeof message?.type !== 'string') {
    throw new WebhookRefused('body-unreadable', 'the body is signed, and no message of the ledger');
  }
  if (message.type === 'webhook.test' || WEBHOOK_TYPES.includes(message.type)) return message;
  return { type: 'unrecognised', timestamp: message.timestamp, message };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
