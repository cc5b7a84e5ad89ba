import { bytesOf, fromBase64, same, sha256, type Bytes } from './bytes.js';

/** What a signed head says. */
export type Head = { readonly origin: string; readonly size: number; readonly root: Bytes };

const KEY = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/u;
const SIGNATURE = /^\u2014 (\S+) (\S+)$/u;
const SIZE = /^\d{1,15}$/;
const ED25519 = 1;
const KEY_BYTES = 33;
const ID_BYTES = 4;

/** The head of a note that one of the keys has signed (c2sp.org/signed-note); null: none has. */
export async function signedHead(note: string, keys: readonly string[]): Promise<Head | null> {
  const split = note.lastIndexOf('\n\n');
  const text = note.slice(0, split + 1);
  const head = split < 0 ? null : headOf(text);
  if (head === null) return null;
  for (const key of keys) {
    if (await hasSigned(key, head.origin, { text, lines: note.slice(split + 2).split('\n') })) {
      return head;
    }
  }
  return null;
}

function headOf(text: string): Head | null {
  const [origin = '', size = '', root = ''] = text.split('\n');
  return SIZE.test(size) ? { origin, size: Number(size), root: fromBase64(root) } : null;
}

type Signed = { readonly text: string; readonly lines: readonly string[] };

async function hasSigned(key: string, origin: string, { text, lines }: Signed): Promise<boolean> {
  const [name, hash, encoded] = partsOf(KEY, key);
  if (name !== origin || !(await fitsItsHash(name, hash, encoded))) return false;
  for (const line of lines) {
    const [signer, signature] = partsOf(SIGNATURE, line);
    if (signer === name && (await isSigned(text, fromBase64(signature), encoded))) return true;
  }
  return false;
}

/** The groups of a form that a text has; empty texts when it has another. */
function partsOf(form: RegExp, text: string): [string, string, string] {
  const [, first = '', second = '', third = ''] = form.exec(text) ?? [];
  return [first, second, third];
}

/** The hash binds a key to its name, and says which signature is by it. */
async function fitsItsHash(name: string, hash: string, encoded: string): Promise<boolean> {
  const bytes = fromBase64(encoded);
  return (
    bytes.length === KEY_BYTES &&
    bytes[0] === ED25519 &&
    same(await idOf(name, bytes), hexBytes(hash))
  );
}

async function idOf(name: string, bytes: Bytes): Promise<Bytes> {
  return (await sha256(bytesOf(`${name}\n`), bytes)).slice(0, ID_BYTES);
}

async function isSigned(text: string, signature: Bytes, encoded: string): Promise<boolean> {
  const raw = fromBase64(encoded).slice(1);
  const key = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', key, signature.slice(ID_BYTES), bytesOf(text));
}

function hexBytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
