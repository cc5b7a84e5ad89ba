import { textAt } from '../json.js';
import { WebhookRejected, WebhookVerifier, type VerifiedWebhook } from '#provider-port';
import { PayPalAccount } from './account.js';
import type { PayPalOptions } from './connection.js';
import { eventIn, transmissionIn } from './transmission.js';

export type PayPalPostbackOptions = PayPalOptions & {
  /** Id of the webhook subscription, not of an event. */
  readonly webhookId: string;
};

/**
 * Asks PayPal whether a delivery is its own: for accounts whose certificates cannot be fetched or
 * pinned. Each delivery then waits for PayPal's answer.
 */
export class PayPalPostbackVerifier extends WebhookVerifier {
  readonly provider = 'paypal';
  readonly #account: PayPalAccount;

  constructor(private readonly options: PayPalPostbackOptions) {
    super();
    this.#account = new PayPalAccount(options);
  }

  override async verify(
    headers: Readonly<Record<string, string | undefined>>,
    body: Buffer,
    now: Date,
  ): Promise<VerifiedWebhook> {
    const { id, time, signature, certificateUrl, algorithm } = transmissionIn(headers, now);
    const webhook = eventIn(body);
    const asked = JSON.stringify({
      auth_algo: algorithm,
      cert_url: certificateUrl,
      transmission_id: id,
      transmission_sig: signature,
      transmission_time: time,
      webhook_id: this.options.webhookId,
    });
    // The signature is of these very bytes, so they are not written again.
    const question = `${asked.slice(0, -1)},"webhook_event":${body.toString('utf8')}}`;
    const { attempts, connection } = this.#account;
    const answer = await attempts.ask(() =>
      connection.post('/v1/notifications/verify-webhook-signature', question),
    );
    if (textAt(answer, 'verification_status') !== 'SUCCESS') {
      throw new WebhookRejected('PayPal does not know this delivery');
    }
    return webhook;
  }
}
