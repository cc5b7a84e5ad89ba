/**
 * What a terminal acts on instead of showing it: control characters, and those that turn the
 * direction of what follows.
 */
const ACTED_ON = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** A text of others, with nothing in it that a terminal would act on; shown as `\u{1b}` instead. */
export function printable(text: string): string {
  return text.replace(ACTED_ON, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`);
}
