import { hash } from 'node:crypto';

/** Namespace of every name-based id in Assay; changing it would break idempotency. */
const ASSAY = '3f0f6f0e-6c1c-5d0a-9d5e-2f6d1c8a7b42';

/**
 * A UUID derived from names, so that the same facts always get the same id.
 * Names are separated, hence `('a', 'bc')` and `('ab', 'c')` differ.
 */
export function idOf(...names: readonly string[]): string {
  return uuidV5(JSON.stringify(names), ASSAY);
}

/**
 * Id of the `index`th event that one command (or fact) appends. With a digest of what it says, two
 * commands that share an id but not their content never pass for repeats of each other.
 */
export function eventIdOf(commandId: string, index: number, digest = ''): string {
  return uuidV5(`${index}:${digest}`, commandId);
}

/**
 * RFC 9562 version 5. Every command needs several, and this takes a third of the time of the `uuid`
 * package, which the tests compare it with. Digits are moved one by one, since pieces of text would
 * be garbage.
 */
function uuidV5(name: string, namespace: string): string {
  const bytes = Buffer.allocUnsafe(NAMESPACE_BYTES + Buffer.byteLength(name));
  for (let at = 0, from = 0; at < NAMESPACE_BYTES; at += 1, from += 2) {
    if (isDash(from)) from += 1;
    bytes[at] = (digitAt(namespace, from) << 4) | digitAt(namespace, from + 1);
  }
  bytes.write(name, NAMESPACE_BYTES);
  const digest = hash('sha1', bytes);
  for (let at = 0, to = 0; to < UUID.length; at += 1, to += 1) {
    if (isDash(to)) to += 1;
    UUID[to] = digest.charCodeAt(at);
  }
  UUID[VERSION_AT] = CODE_OF_5;
  UUID[VARIANT_AT] = VARIANTS.charCodeAt(digitAt(digest, VARIANT_IN_DIGEST) & 0x3);
  return UUID.toString('latin1');
}

const NAMESPACE_BYTES = 16;

/** Where every id is put together; its dashes stay. */
const UUID = Buffer.alloc(36, '-');
const VERSION_AT = 14;
const CODE_OF_5 = 0x35;
const VARIANT_AT = 19;
const VARIANT_IN_DIGEST = 16;
const VARIANTS = '89ab';

function isDash(at: number): boolean {
  return at === 8 || at === 13 || at === 18 || at === 23;
}

/** The value of a hexadecimal digit. */
function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code <= CODE_OF_9 ? code - CODE_OF_0 : (code | LOWER_CASE) - CODE_OF_A + 10;
}

const CODE_OF_0 = 0x30;
const CODE_OF_9 = 0x39;
const CODE_OF_A = 0x61;
const LOWER_CASE = 0x20;
