import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';

/** Fewer characters could be guessed by trying. */
export const MESSAGE_KEY_LENGTH_MIN = 32;

/** What a message is; a seal made for one kind proves nothing for another. */
export type SealedKind = 'request' | 'answer' | 'error' | 'stored';

/**
 * Seals messages with a key that only the processes of one system have (HMAC-SHA-256). A process
 * without it can send, but nothing that another process believes.
 */
export class Seal {
  readonly #key: KeyObject;

  /** @throws RangeError for a key that is too short to be a secret. */
  constructor(key: string) {
    if (key.length < MESSAGE_KEY_LENGTH_MIN) {
      throw new RangeError(`a message key has ${MESSAGE_KEY_LENGTH_MIN} characters or more`);
    }
    this.#key = createSecretKey(Buffer.from(key));
  }

  /** @param context what the body belongs to: the subject and a nonce, or the question's seal. */
  of(kind: SealedKind, context: readonly string[], body: Uint8Array): string {
    const head = JSON.stringify([kind, ...context]);
    return createHmac('sha256', this.#key).update(head).update('\0').update(body).digest('base64');
  }

  proves(seal: string, kind: SealedKind, context: readonly string[], body: Uint8Array): boolean {
    const wanted = Buffer.from(this.of(kind, context, body));
    const given = Buffer.from(seal);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }
}
