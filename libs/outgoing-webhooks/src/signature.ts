import { createHmac } from 'node:crypto';

const PREFIX = 'whsec_';

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

function macOf({ id, timestampSeconds, body }: Signed, secret: string): Buffer {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  return createHmac('sha256', key).update(`${id}.${timestampSeconds}.${body}`).digest();
}
