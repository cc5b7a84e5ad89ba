const BEYOND_ASCII = /[^\p{ASCII}]/u;
const OTHER_DIGIT = /[^\P{Nd}0-9]/gu;
const DIGIT = /^\p{Nd}$/u;

/**
 * The text with the decimal digits of every script as 0 to 9, and with compatibility forms such as
 * fullwidth or circled digits resolved. Other characters may change too: to search in, not to keep.
 */
export function asciiDigits(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text;
  return text.normalize('NFKC').replace(OTHER_DIGIT, valueOf);
}

/** Digits of other scripts that were seen; Unicode has some seven hundred. */
const values = new Map<string, string>();

/** Unicode places the ten digits of a script in a row; rows may follow each other closely. */
function valueOf(digit: string): string {
  let value = values.get(digit);
  if (value === undefined) {
    const code = digit.codePointAt(0) ?? 0;
    let before = 0;
    while (DIGIT.test(String.fromCodePoint(code - before - 1))) before += 1;
    value = String(before % 10);
    values.set(digit, value);
  }
  return value;
}
