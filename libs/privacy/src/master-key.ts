import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { KeyFileDamaged, MasterKeyMissing } from './errors.js';
import { randomBytes } from './random-bytes.js';

export const KEY_BYTES = 32;
export const IV_BYTES = 12;
export const TAG_BYTES = 16;
export const KEY_ID_BYTES = 8;

const CIPHER = 'aes-256-gcm';

/** A key as it is kept: by which master key it is wrapped, and what it then is. */
export type Wrapped = {
  readonly masterKeyId: Buffer;
  readonly iv: Buffer;
  readonly key: Buffer;
  readonly tag: Buffer;
};

/**
 * Where master keys come from, the one that wraps from now on first. A key management service fits
 * in here: it is asked once, at the start, to decrypt what is configured.
 */
export type MasterKeySource = () => Promise<readonly Buffer[]>;

/** Wraps the keys of subjects. While one master key takes over from another, it knows both. */
export class MasterKeys {
  readonly #keys: ReadonlyMap<string, Buffer>;
  readonly #current: { readonly id: Buffer; readonly key: Buffer };

  /** @param keys the one that wraps from now on first. @throws RangeError for a wrong length. */
  constructor(keys: readonly Buffer[]) {
    const [current] = keys;
    if (!current || keys.some(({ length }) => length !== KEY_BYTES)) {
      throw new RangeError('a master key is 32 bytes: 64 hexadecimal digits');
    }
    this.#keys = new Map(keys.map((key) => [idOfKey(key).toString('hex'), key]));
    this.#current = { id: idOfKey(current), key: current };
  }

  get currentId(): Buffer {
    return this.#current.id;
  }

  wrap(key: Buffer, aad: Buffer): Wrapped {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.#current.key, iv).setAAD(aad);
    const wrapped = Buffer.concat([cipher.update(key), cipher.final()]);
    return { masterKeyId: this.#current.id, iv, key: wrapped, tag: cipher.getAuthTag() };
  }

  /** @throws MasterKeyMissing when another one wrapped it. @throws KeyFileDamaged */
  unwrap({ masterKeyId, iv, key, tag }: Wrapped, aad: Buffer): Buffer {
    const id = masterKeyId.toString('hex');
    const master = this.#keys.get(id);
    if (!master) {
      throw new MasterKeyMissing(
        `keys are wrapped by master key ${id}, which is not configured: add it to PRIVACY_MASTER_KEY`,
      );
    }
    try {
      const decipher = createDecipheriv(CIPHER, master, iv).setAAD(aad).setAuthTag(tag);
      return Buffer.concat([decipher.update(key), decipher.final()]);
    } catch (cause) {
      throw new KeyFileDamaged('a wrapped key is not what was written; restore the key file', {
        cause,
      });
    }
  }
}

/** Names a master key without telling it. */
function idOfKey(key: Buffer): Buffer {
  return createHash('sha256')
    .update('assay master key')
    .update(key)
    .digest()
    .subarray(0, KEY_ID_BYTES);
}
