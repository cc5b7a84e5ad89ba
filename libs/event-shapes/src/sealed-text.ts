/**
 * How a personal text stands in a stored event: `$enc1:`, then by colons the name of the key, the
 * keyed hash of the text or nothing, the event's id, the path of the field, and the ciphertext. All
 * but the first two in base64url, so that any JSON, table or URL carries it as it is.
 */
export const SEALED_PREFIX = '$enc1:';

const LINK_FIELD = 2;

export function isSealed(text: string): boolean {
  return text.startsWith(SEALED_PREFIX);
}

/**
 * What equal texts are found by: of a sealed one its keyed hash, which stays when the key is gone;
 * of a clear one, as from before texts were sealed, the text itself.
 */
export function linkOf(text: string): string {
  return isSealed(text) ? `link:${text.split(':', LINK_FIELD + 1)[LINK_FIELD] ?? ''}` : text;
}
