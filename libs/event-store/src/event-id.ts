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
 * RFC 9562 version 5. Every command needs several, and this takes under half the time of the
 * `uuid` package, which the tests compare it with.
 */
function uuidV5(name: string, namespace: string): string {
  const bytes = Buffer.allocUnsafe(16 + Buffer.byteLength(name));
  bytes.write(namespace.replaceAll('-', ''), 'hex');
  bytes.write(name, 16);
  const digest = hash('sha1', bytes);
  const variant = ((parseInt(digest.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return (
    `${digest.slice(0, 8)}-${digest.slice(8, 12)}-5${digest.slice(13, 16)}-` +
    `${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`
  );
}
