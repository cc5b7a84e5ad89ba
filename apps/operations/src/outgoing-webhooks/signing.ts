import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { endpointSecret, signingKeyId, type SecretVersion } from '#outgoing-webhooks';
import type { WebhookEndpoint } from '#outgoing-webhooks';

const KEY_BYTES = 32;

/** Derives the secrets of endpoints from the one key that is kept. */
export class Signing {
  /** Names the key in events. */
  readonly keyId: string;

  private constructor(private readonly key: Buffer) {
    this.keyId = signingKeyId(key);
  }

  /**
   * Reads the key, or makes one at the first start; with it one can sign for every endpoint.
   *
   * @throws Error when the file holds something else.
   */
  static async open(file: string): Promise<Signing> {
    try {
      await writeFile(file, randomBytes(KEY_BYTES).toString('base64'), { flag: 'wx', mode: 0o600 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const key = Buffer.from(await readFile(file, 'utf8'), 'base64');
    if (key.length !== KEY_BYTES) {
      throw new Error(`${file} is damaged: restore it, or delete it and replace every secret`);
    }
    return new Signing(key);
  }

  secretOf({ endpointId, secret }: WebhookEndpoint): string {
    return endpointSecret(this.key, endpointId, secret.generation);
  }

  /**
   * With what a message to the endpoint is signed now; empty when its secret is derived from
   * another key, as after the key was lost.
   */
  secretsOf({ endpointId, secret, previous }: WebhookEndpoint, nowMs: number): string[] {
    if (!this.#has(secret)) return [];
    const isOverlap = previous !== null && nowMs < Date.parse(previous.until);
    const versions = isOverlap && this.#has(previous) ? [secret, previous] : [secret];
    return versions.map(({ generation }) => endpointSecret(this.key, endpointId, generation));
  }

  #has({ keyId }: SecretVersion): boolean {
    return keyId === null || keyId === this.keyId;
  }
}
