import { createHmac, timingSafeEqual } from 'node:crypto';

const PREFIX = 'whsec_';
const TOLERANCE_SECONDS = 300;

export type Signed = {
  /** The same on every attempt; receivers tell repeats by it. */
  readonly id: string;
  /** When this attempt was made, in Unix seconds. */
  readonly timestampSeconds: number;
  readonly body: string;
};

/**
 * The secret of an endpoint, derived instead of kept, so that no store, backup or log can give it
 * away. Another generation is another secret.
 */
export function endpointSecret(signingKey: Buffer, endpointId: string, generation: number): string {
  const digest = createHmac('sha256', signingKey).update(`${endpointId}:${generation}`).digest();
  return PREFIX + digest.toString('base64');
}

/** Names a signing key without telling it, so that a lost or exchanged one is noticed. */
export function signingKeyId(signingKey: Buffer): string {
  return createHmac('sha256', signingKey).update('signing-key-id').digest('hex').slice(0, 16);
}

/**
 * Header `webhook-signature` of Standard Webhooks 1.0: one signature per secret, since a receiver
 * may know only the old or only the new one while a secret is replaced.
 */
export function sign(signed: Signed, secrets: readonly string[]): string {
  return secrets.map((secret) => `v1,${macOf(signed, secret).toString('base64')}`).join(' ');
}

export class WebhookNotVerified extends Error {
  override readonly name = 'WebhookNotVerified';
}

/**
 * What a receiver does before it believes a webhook. `body` is the text as it came.
 *
 * @throws WebhookNotVerified unless one of the secrets made the signature within five minutes.
 */
export function verifyWebhook(
  headers: Readonly<Record<string, string | undefined>>,
  body: string,
  { secrets, nowSeconds }: { readonly secrets: readonly string[]; readonly nowSeconds: number },
): void {
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  const signatures = headers['webhook-signature'];
  if (!id || !signatures || !timestamp || !/^\d{1,12}$/.test(timestamp)) {
    throw new WebhookNotVerified('webhook-id, webhook-timestamp or webhook-signature is missing');
  }
  const timestampSeconds = Number(timestamp);
  if (Math.abs(nowSeconds - timestampSeconds) > TOLERANCE_SECONDS) {
    throw new WebhookNotVerified('webhook-timestamp is more than 300 seconds from now');
  }
  const given = signatures.split(' ').flatMap(macInside);
  const expected = secrets.map((secret) => macOf({ id, timestampSeconds, body }, secret));
  if (!expected.some((mac) => given.some((other) => isSame(mac, other)))) {
    throw new WebhookNotVerified('webhook-signature is of another secret, id, time or body');
  }
}

function macOf({ id, timestampSeconds, body }: Signed, secret: string): Buffer {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  return createHmac('sha256', key).update(`${id}.${timestampSeconds}.${body}`).digest();
}

function macInside(signature: string): Buffer[] {
  return signature.startsWith('v1,') ? [Buffer.from(signature.slice(3), 'base64')] : [];
}

function isSame(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
