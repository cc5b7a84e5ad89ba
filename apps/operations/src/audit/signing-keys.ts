import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SignerKey, VerifierKey } from '#audit';
import { InvalidConfig, replaceFileSync } from '#platform';

const KEY_FILE = 'signing.key';
const KNOWN_FILE = 'known-keys';
const SEED_BYTES = 32;

/** What heads are signed with, and every key that they ever were. */
export type SigningKeys = {
  /** The name of the log, and of its keys. */
  readonly origin: string;
  /** Each signs every head; the first is the one to verify with. */
  readonly signers: readonly SignerKey[];
  /** Those of the signers, then those of before. */
  readonly known: readonly VerifierKey[];
};

/**
 * Takes the keys that are configured, else the one in the folder, which is made at the first start.
 * The folder remembers every key, so that heads of before a change are still ours.
 *
 * @param configured one or more `PRIVATE+KEY+…`, separated by commas; empty: the folder's.
 * @throws InvalidConfig when one of them is no key, or they are of different logs.
 */
export function openSigningKeys(folder: string, configured: string): SigningKeys {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, KEY_FILE);
  const source = configured === '' ? file : 'AUDIT_SIGNING_KEY';
  const texts = configured === '' ? [ownKey(file)] : configured.split(',');
  const signers = texts.map((text) => parsed(text, source));
  const [first] = signers;
  if (!first) throw new InvalidConfig(`${source} holds no key`);
  const origin = first.verifier.name;
  if (signers.some(({ verifier }) => verifier.name !== origin)) {
    throw new InvalidConfig(`${source} has keys of different logs; their names must be the same`);
  }
  return { origin, signers, known: remember(join(folder, KNOWN_FILE), signers) };
}

/** Made once, readable by its owner alone. */
function ownKey(file: string): string {
  const name = `assay/${randomBytes(8).toString('hex')}`;
  const made = SignerKey.of(name, randomBytes(SEED_BYTES));
  try {
    writeFileSync(file, `${made.toString()}\n`, { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8');
}

function parsed(text: string, source: string): SignerKey {
  try {
    return SignerKey.parse(text);
  } catch (error) {
    throw new InvalidConfig(
      `${source} holds no signing key (${(error as Error).message}); restore it from the backup`,
    );
  }
}

function remember(file: string, signers: readonly SignerKey[]): VerifierKey[] {
  const current = signers.map(({ verifier }) => verifier);
  const names = new Set(current.map(String));
  const before = linesOf(file).filter((line) => !names.has(line));
  const known = [...current, ...before.map((line) => VerifierKey.parse(line))];
  replaceFileSync(file, known.map((key) => `${key.toString()}\n`).join(''));
  return known;
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
