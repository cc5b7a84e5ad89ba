import { isJsonObject } from '../json.js';
import { isEventId, WebhookRejected, type VerifiedWebhook } from '#provider-port';
import { translated } from './translated.js';

type Headers = Readonly<Record<string, string | undefined>>;

/** What PayPal says of a delivery beside its body. */
export type Transmission = {
  readonly id: string;
  readonly time: string;
  readonly signature: string;
  readonly certificateUrl: string;
  readonly algorithm: 'SHA256withRSA';
};

/** PayPal repeats a delivery for three days, always under its first time. */
const AGE_MAX_MS = (3 * 24 + 6) * 3_600_000;
const AHEAD_MAX_MS = 5 * 60_000;

/** @throws WebhookRejected when a header is missing, or the time is not of the last days. */
export function transmissionIn(headers: Headers, now: Date): Transmission {
  const transmission = {
    id: required(headers, 'paypal-transmission-id'),
    time: required(headers, 'paypal-transmission-time'),
    signature: required(headers, 'paypal-transmission-sig'),
    certificateUrl: required(headers, 'paypal-cert-url'),
  };
  const algorithm = required(headers, 'paypal-auth-algo');
  if (algorithm !== 'SHA256withRSA') {
    throw new WebhookRejected('the signature’s algorithm is not SHA256withRSA');
  }
  assertRecent(transmission.time, now);
  return { ...transmission, algorithm };
}

/**
 * The event in a body of which only the CRC32 is signed, which is no hash: who has seen one
 * delivery can make another body that fits its signature.
 *
 * @throws WebhookRejected when the body is no event of PayPal's.
 */
export function eventIn(body: Buffer): VerifiedWebhook {
  const event = parsed(body);
  const webhook = isJsonObject(event) ? translated(event) : null;
  if (!webhook || !isEventId(webhook.eventId))
    throw new WebhookRejected('the body is no PayPal event');
  return { ...webhook, proof: 'checksum' };
}

function required(headers: Headers, name: string): string {
  const value = headers[name];
  if (value === undefined || value === '') {
    throw new WebhookRejected(`the ${name} header is missing`);
  }
  return value;
}

function assertRecent(time: string, now: Date): void {
  const ageMs = now.getTime() - Date.parse(time);
  if (!(ageMs <= AGE_MAX_MS && ageMs >= -AHEAD_MAX_MS)) {
    throw new WebhookRejected('the transmission is not of the last three days');
  }
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (cause) {
    throw new WebhookRejected('the body is no JSON', { cause });
  }
}
