import { HASH_BYTES } from '../tree/hashes.js';
import type { SignerKey, VerifierKey } from './keys.js';
import { formatNote, InvalidNote, parseNote, type SignedNote } from './signed-note.js';

/** A tree's head: which log, how many leaves, and their root (c2sp.org/tlog-checkpoint). */
export type Checkpoint = {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
  /** Further lines, which we neither write nor understand. */
  readonly extensions: readonly string[];
};

/** A checkpoint with who signed it. */
export type SignedCheckpoint = { readonly checkpoint: Checkpoint; readonly note: SignedNote };

export function checkpointText({ origin, size, root, extensions }: Checkpoint): string {
  return [origin, String(size), root.toString('base64'), ...extensions, ''].join('\n');
}

/** @throws InvalidNote */
export function parseCheckpoint(note: string): SignedCheckpoint {
  const signed = parseNote(note);
  const [origin = '', size = '', encoded = '', ...extensions] = signed.text
    .slice(0, -1)
    .split('\n');
  const root = Buffer.from(encoded, 'base64');
  const isSize = /^(0|[1-9]\d{0,15})$/.test(size) && Number.isSafeInteger(Number(size));
  const isRoot = root.length === HASH_BYTES && root.toString('base64') === encoded;
  if (origin === '' || !isSize || !isRoot || extensions.includes('')) {
    throw new InvalidNote('no checkpoint: expected origin, size and root, a line each');
  }
  return { checkpoint: { origin, size: Number(size), root, extensions }, note: signed };
}

export function signCheckpoint(checkpoint: Checkpoint, ...keys: readonly SignerKey[]): string {
  const text = checkpointText(checkpoint);
  return formatNote({ text, signatures: keys.map((key) => key.sign(text)) });
}

/**
 * The checkpoint in a note of this log that one of the keys has signed.
 *
 * @throws InvalidNote when it is of another log, or of no key that is trusted.
 */
export function openCheckpoint(
  note: string,
  trusted: { readonly origin: string; readonly keys: readonly VerifierKey[] },
): Checkpoint {
  const signed = parseCheckpoint(note);
  const { origin } = signed.checkpoint;
  if (origin !== trusted.origin) throw new InvalidNote(`the head is of another log, ${origin}`);
  if (!trusted.keys.some((key) => key.hasSigned(signed.note))) {
    throw new InvalidNote('no trusted key has signed the head');
  }
  return signed.checkpoint;
}
