/** Escapes that JSON allows and PostgreSQL refuses: NUL and halves of surrogate pairs. */
const REFUSED = /\\u(0000|d[89a-f][0-9a-f]{2})/;

/**
 * JSON that PostgreSQL takes, of any text. What it cannot store becomes U+FFFD, since one
 * odd character in a customer's note must not stop a view.
 */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  return REFUSED.test(json) ? JSON.stringify(clean(JSON.parse(json))) : json;
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [cleanText(key), clean(inner)]),
  );
}

/** Also for single values that are looked up by. */
export function cleanText(text: string): string {
  // With the u flag a dot is a whole code point, hence \p{Cs} only finds unpaired halves.
  return text.replaceAll(/\0|\p{Cs}/gu, '\uFFFD');
}
