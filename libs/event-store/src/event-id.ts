import { v5 } from 'uuid';

/** Namespace of every name-based id in Assay; changing it would break idempotency. */
const ASSAY = '3f0f6f0e-6c1c-5d0a-9d5e-2f6d1c8a7b42';

/**
 * A UUID derived from names, so that the same facts always get the same id.
 * Names are separated, hence `('a', 'bc')` and `('ab', 'c')` differ.
 */
export function idOf(...names: readonly string[]): string {
  return v5(JSON.stringify(names), ASSAY);
}

/**
 * Id of the `index`th event that one command (or fact) appends. With a digest of what it says, two
 * commands that share an id but not their content never pass for repeats of each other.
 */
export function eventIdOf(commandId: string, index: number, digest = ''): string {
  return v5(`${index}:${digest}`, commandId);
}
