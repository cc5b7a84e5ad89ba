import { findCardData } from '#platform';

/**
 * A delivery's body as it is kept where texts are sealed: never one that looks as if it had card
 * data in it, nor one that is no JSON, of which that cannot be said.
 */
export function keptBody(body: Buffer | null, isSealing: boolean): { readonly body?: string } {
  if (body === null || !isSealing) return {};
  const text = body.toString('utf8');
  try {
    return findCardData(JSON.parse(text)) === null ? { body: text } : {};
  } catch {
    return {};
  }
}
