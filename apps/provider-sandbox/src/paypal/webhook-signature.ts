import { createHash, createPublicKey, randomUUID, sign, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';
import type { Shelf } from '../ledger/shelf.js';
import type { Signer } from '../webhooks/outbox.js';
import { renderEvent } from './event.js';
import type { SigningKeys } from './signing.js';

const signInBackground = promisify(sign) as unknown as (
  algorithm: string,
  data: Buffer,
  key: SigningKeys['key'],
) => Promise<Buffer>;

export type PayPalSigningParts = {
  readonly shelf: Shelf;
  readonly keys: SigningKeys;
  readonly webhookId: string;
  readonly publicUrl: () => string;
};

/** Signs events with the sandbox's certificate, each attempt by itself. */
export function paypalSigner({ shelf, keys, webhookId, publicUrl }: PayPalSigningParts): Signer {
  return async (eventId) => {
    const event = shelf.get('paypal-event', eventId);
    if (event === undefined) throw new Error(`no event ${eventId}`);
    const body = JSON.stringify(renderEvent(event, publicUrl()));
    const id = randomUUID();
    // Receivers measure its age against their own clock, so this is real time.
    const time = `${new Date().toISOString().slice(0, 19)}Z`;
    const message = signedMessage(id, time, webhookId, body);
    const signature = await signInBackground('sha256', message, keys.key);
    return {
      body,
      headers: {
        'PayPal-Transmission-Id': id,
        'PayPal-Transmission-Time': time,
        'PayPal-Transmission-Sig': signature.toString('base64'),
        'PayPal-Cert-Url': `${publicUrl()}/v1/notifications/certs/${certificateName(keys)}`,
        'PayPal-Auth-Algo': 'SHA256withRSA',
        'PayPal-Auth-Version': 'v2',
      },
    };
  };
}

/** As in `CERT-360caa42-…`: one name per certificate, so that receivers may keep it by URL. */
export function certificateName({ chainPem }: SigningKeys): string {
  const hash = createHash('sha256').update(chainPem).digest('hex');
  return `CERT-${hash.slice(0, 8)}-${hash.slice(8, 16)}-${hash.slice(16, 24)}`;
}

/** Whether the sandbox signed this. */
export function isSigned(
  { keys, webhookId }: Pick<PayPalSigningParts, 'keys' | 'webhookId'>,
  transmission: { id: string; time: string; webhookId: string; signature: string; body: string },
): boolean {
  if (transmission.webhookId !== webhookId) return false;
  const { id, time, body, signature } = transmission;
  const message = signedMessage(id, time, webhookId, body);
  return verify('sha256', message, createPublicKey(keys.key), Buffer.from(signature, 'base64'));
}

function signedMessage(id: string, time: string, webhookId: string, body: string): Buffer {
  return Buffer.from(`${id}|${time}|${webhookId}|${crc32(body)}`);
}
