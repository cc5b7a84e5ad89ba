import {
  createHash,
  createPrivateKey,
  createPublicKey,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { type NoteSignature, type SignedNote } from './signed-note.js';

/** Ed25519 in the note format's list of algorithms. */
const ED25519 = 0x01;
const COSIGNATURE_V1 = 0x04;
const KEY_BYTES = 32;
const NAME = /^[^\s+]{1,200}$/u;
/** What stands before 32 bytes in the standard encodings of keys (RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

export class InvalidKey extends Error {
  override readonly name = 'InvalidKey';
}

/** A key that notes are verified with, written `name+hash+base64` (c2sp.org/signed-note). */
export class VerifierKey {
  readonly keyId: Buffer;
  readonly #key: KeyObject;

  private constructor(
    readonly name: string,
    private readonly algorithm: typeof ED25519 | typeof COSIGNATURE_V1,
    private readonly raw: Buffer,
  ) {
    this.keyId = keyIdOf(name, algorithm, raw);
    this.#key = createPublicKey({
      key: Buffer.concat([SPKI_PREFIX, raw]),
      format: 'der',
      type: 'spki',
    });
  }

  /** @throws InvalidKey */
  static of(name: string, raw: Uint8Array): VerifierKey {
    if (!NAME.test(name)) throw new InvalidKey('the name of a key has no space and no plus sign');
    if (raw.length !== KEY_BYTES) throw new InvalidKey(`an Ed25519 key has ${KEY_BYTES} bytes`);
    return new VerifierKey(name, ED25519, Buffer.from(raw));
  }

  /** @throws InvalidKey for text that is no key, or whose hash is not that of its key. */
  static parse(text: string): VerifierKey {
    const [, name = '', hash = '', encoded = ''] =
      /^([^\s+]{1,200})\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/u.exec(text.trim()) ?? [];
    const bytes = Buffer.from(encoded, 'base64');
    const [algorithm] = bytes;
    if (bytes.length !== 1 + KEY_BYTES) throw new InvalidKey('no key: expected name+hash+base64');
    if (algorithm !== ED25519 && algorithm !== COSIGNATURE_V1) {
      throw new InvalidKey(`keys of algorithm ${String(algorithm)} are not known here`);
    }
    const key = new VerifierKey(name, algorithm, bytes.subarray(1));
    if (key.keyId.toString('hex') !== hash) throw new InvalidKey('the key does not fit its hash');
    return key;
  }

  toString(): string {
    const encoded = Buffer.concat([Buffer.of(this.algorithm), this.raw]).toString('base64');
    return `${this.name}+${this.keyId.toString('hex')}+${encoded}`;
  }

  /** The signatures that say they are of this key. */
  ownOf({ signatures }: SignedNote): NoteSignature[] {
    return signatures.filter(({ name, keyId }) => name === this.name && keyId.equals(this.keyId));
  }

  /** Whether the note has a signature of this key, and each of those is right. */
  hasSigned(note: SignedNote): boolean {
    const own = this.ownOf(note);
    return own.length > 0 && own.every(({ signature }) => this.#verifies(note.text, signature));
  }

  #verifies(text: string, signature: Buffer): boolean {
    if (this.algorithm === ED25519) return verify(null, Buffer.from(text), this.#key, signature);
    // cosignature/v1: eight bytes of time, then the signature over that time and the text.
    if (signature.length !== 72) return false;
    const message = `cosignature/v1\ntime ${signature.readBigUInt64BE()}\n${text}`;
    return verify(null, Buffer.from(message), this.#key, signature.subarray(8));
  }
}

/** Signs notes with Ed25519. */
export class SignerKey {
  readonly verifier: VerifierKey;
  readonly #key: KeyObject;

  private constructor(
    name: string,
    private readonly seed: Buffer,
  ) {
    const encoded = Buffer.concat([PKCS8_PREFIX, seed]);
    const key = createPrivateKey({ key: encoded, format: 'der', type: 'pkcs8' });
    this.#key = key;
    const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
    this.verifier = VerifierKey.of(name, Buffer.from(x, 'base64url'));
  }

  /** @param seed the 32 secret bytes. @throws InvalidKey */
  static of(name: string, seed: Uint8Array): SignerKey {
    if (seed.length !== KEY_BYTES) throw new InvalidKey(`an Ed25519 seed has ${KEY_BYTES} bytes`);
    return new SignerKey(name, Buffer.from(seed));
  }

  /** Reads what `toString` writes. @throws InvalidKey, which never repeats the text. */
  static parse(text: string): SignerKey {
    const [, name = '', hash = '', encoded = ''] =
      /^PRIVATE\+KEY\+([^\s+]{1,200})\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/u.exec(text.trim()) ?? [];
    const bytes = Buffer.from(encoded, 'base64');
    if (bytes.length !== 1 + KEY_BYTES || bytes[0] !== ED25519) {
      throw new InvalidKey('expected PRIVATE+KEY+name+hash+base64');
    }
    const key = SignerKey.of(name, bytes.subarray(1));
    if (key.verifier.keyId.toString('hex') === hash) return key;
    throw new InvalidKey('the key does not fit its hash');
  }

  /** Secret. As golang.org/x/mod/sumdb/note writes it. */
  toString(): string {
    const { name, keyId } = this.verifier;
    const encoded = Buffer.concat([Buffer.of(ED25519), this.seed]).toString('base64');
    return `PRIVATE+KEY+${name}+${keyId.toString('hex')}+${encoded}`;
  }

  /** Signing the same text again gives the same signature. */
  sign(text: string): NoteSignature {
    const { name, keyId } = this.verifier;
    return { name, keyId, signature: sign(null, Buffer.from(text), this.#key) };
  }
}

function keyIdOf(name: string, algorithm: number, raw: Buffer): Buffer {
  const digest = createHash('sha256').update(`${name}\n`).update(Buffer.of(algorithm)).update(raw);
  return digest.digest().subarray(0, 4);
}
