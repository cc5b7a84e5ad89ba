import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatNote, SignerKey } from '#audit';

const KEY_FILE = 'receipt.key';
const SEED_BYTES = 32;

/** What a receipt says. */
export type Erased = {
  readonly client: string;
  readonly customerId: string;
  readonly keys: readonly string[];
  readonly payments: number;
  readonly erasedAt: string;
};

/**
 * Signs that keys are destroyed, with a key of the folder of keys, as signed notes are
 * (c2sp.org/signed-note). The key to verify with is the name of the signature's line.
 */
export class Receipts {
  readonly #signer: SignerKey;

  /** @throws InvalidKey when the file of the signing key holds none. */
  constructor(folder: string) {
    this.#signer = SignerKey.parse(ownKey(join(folder, KEY_FILE)));
  }

  /** As in `name+hash+base64`: what verifies receipts. */
  get verifierKey(): string {
    return this.#signer.verifier.toString();
  }

  sign({ client, customerId, keys, payments, erasedAt }: Erased): string {
    const text = [
      'assay-erasure-1',
      `client ${client}`,
      `customer ${customerId}`,
      `keys ${keys.join(' ') || 'none'}`,
      `payments ${payments}`,
      `erased ${erasedAt}`,
      '',
    ].join('\n');
    return formatNote({ text, signatures: [this.#signer.sign(text)] });
  }
}

/** Made once, readable by its owner alone. */
function ownKey(file: string): string {
  const made = SignerKey.of(
    `assay-erasure/${randomBytes(8).toString('hex')}`,
    randomBytes(SEED_BYTES),
  );
  try {
    writeFileSync(file, `${made.toString()}\n`, { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8');
}
