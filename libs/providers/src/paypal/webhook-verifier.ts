import { verify as verifySignature } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { isJsonObject } from '../json.js';
import { PayPalCertificates, type PayPalCertificateOptions } from './certificates.js';
import { WebhookRejected, WebhookVerifier, type VerifiedWebhook } from '../provider-fact.js';
import { translated } from './translated.js';

export type PayPalWebhookOptions = PayPalCertificateOptions & {
  /** Id of the webhook subscription, not of an event. */
  readonly webhookId: string;
};

type Headers = Readonly<Record<string, string | undefined>>;

/** PayPal repeats a delivery for three days, always under its first time. */
const AGE_MAX_MS = (3 * 24 + 6) * 3_600_000;
const AHEAD_MAX_MS = 5 * 60_000;

/**
 * Checks PayPal's signature offline: RSA over the transmission's id and time, our subscription and
 * the body's CRC, by a certificate that chains to a root of ours.
 */
export class PayPalWebhookVerifier extends WebhookVerifier {
  readonly provider = 'paypal';
  readonly #webhookId: string;
  readonly #certificates: PayPalCertificates;

  constructor({ webhookId, ...certificates }: PayPalWebhookOptions) {
    super();
    this.#webhookId = webhookId;
    this.#certificates = new PayPalCertificates(certificates);
  }

  override async verify(headers: Headers, body: Buffer, now: Date): Promise<VerifiedWebhook> {
    const id = required(headers, 'paypal-transmission-id');
    const time = required(headers, 'paypal-transmission-time');
    const signature = required(headers, 'paypal-transmission-sig');
    const address = required(headers, 'paypal-cert-url');
    if (required(headers, 'paypal-auth-algo') !== 'SHA256withRSA') {
      throw new WebhookRejected('the signature’s algorithm is not SHA256withRSA');
    }
    assertRecent(time, now);

    const certificate = await this.#certificates.trusted(address, now);
    const message = `${id}|${time}|${this.#webhookId}|${crc32(body)}`;
    const key = certificate.publicKey;
    const bytes = Buffer.from(signature, 'base64');
    const isRsa = key.asymmetricKeyType === 'rsa';
    if (!isRsa || !verifySignature('sha256', Buffer.from(message), key, bytes)) {
      throw new WebhookRejected('the signature does not match');
    }
    return verified(body);
  }
}

/** @throws WebhookRejected when the body is no event of PayPal's. */
export function verified(body: Buffer): VerifiedWebhook {
  const event = parsed(body);
  const webhook = isJsonObject(event) ? translated(event) : null;
  if (!webhook) throw new WebhookRejected('the body is no PayPal event');
  return webhook;
}

function required(headers: Headers, name: string): string {
  const value = headers[name];
  if (value === undefined || value === '')
    throw new WebhookRejected(`the ${name} header is missing`);
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
