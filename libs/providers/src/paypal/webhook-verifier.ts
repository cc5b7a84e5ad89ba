import { verify as verifySignature } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { WebhookRejected, WebhookVerifier, type VerifiedWebhook } from '#provider-port';
import { PayPalCertificates, type PayPalCertificateOptions } from './certificates.js';
import { eventIn, transmissionIn } from './transmission.js';

export type PayPalWebhookOptions = PayPalCertificateOptions & {
  /** Id of the webhook subscription, not of an event. */
  readonly webhookId: string;
};

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

  override async verify(
    headers: Readonly<Record<string, string | undefined>>,
    body: Buffer,
    now: Date,
  ): Promise<VerifiedWebhook> {
    const { id, time, signature, certificateUrl } = transmissionIn(headers, now);
    const certificate = await this.#certificates.trusted(certificateUrl, now);
    const message = `${id}|${time}|${this.#webhookId}|${crc32(body)}`;
    const key = certificate.publicKey;
    const bytes = Buffer.from(signature, 'base64');
    const isRsa = key.asymmetricKeyType === 'rsa';
    if (!isRsa || !verifySignature('sha256', Buffer.from(message), key, bytes)) {
      throw new WebhookRejected('the signature does not match');
    }
    return eventIn(body);
  }
}
