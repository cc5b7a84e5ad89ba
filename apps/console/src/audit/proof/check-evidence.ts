import type { OperationsTypes } from '#client';
import { fromBase64 } from './bytes.js';
import { isIncluded } from './inclusion.js';
import { leafHashOf } from './leaf.js';
import { signedHead } from './note.js';

export type Evidence = OperationsTypes.EvidenceResponse;

/** What a check came to; a misfit is what an auditor looks for. */
export type Verdict =
  | { readonly is: 'proven'; readonly size: number; readonly hashes: number }
  | { readonly is: 'head-not-signed' | 'not-included' | 'other-event' };

/**
 * Checks that the event that is shown is in the log that a key of it has signed, with nothing but
 * what the browser itself computes.
 *
 * @param shownId of the event on the page, which evidence of another one does not prove.
 */
export async function checkEvidence(
  { event, inclusion, head }: Evidence,
  keys: readonly string[],
  shownId: string,
): Promise<Verdict> {
  if (event.id !== shownId.toLowerCase()) return { is: 'other-event' };
  const signed = await signedHead(head.note, keys);
  if (signed === null) return { is: 'head-not-signed' };
  const hashes = inclusion.hashes.map(fromBase64);
  const leaf = await leafHashOf(event);
  return (await isIncluded(leaf, inclusion.index, hashes, signed))
    ? { is: 'proven', size: signed.size, hashes: hashes.length }
    : { is: 'not-included' };
}
