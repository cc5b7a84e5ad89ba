import { createHash } from 'node:crypto';

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
 * RFC 9562 version 5. Every command needs several, and this takes less than half the time of the `uuid`
 * package, which the tests compare it with.
 */
function uuidV5(name: string, namespace: string): string {
  const hash = createHash('sha1')
    .update(namespace.replaceAll('-', ''), 'hex')
    .update(name)
    .digest('hex');
  const variant = ((parseInt(hash.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return (
    `${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-` +
    `${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`
  );
}
