import { asciiDigits } from './ascii-digits.js';

const PERCENT_ENCODED = /(?:%[0-9a-f]{2})+/gi;
const ESCAPED = /&#(\d{1,7});?|&#x([0-9a-f]{1,6});?|\\u([0-9a-f]{4})/gi;
const ESCAPED_BYTE = /\\x([0-9a-f]{2})/gi;
/** Named entities, line breaks and tabs of JSON, tags, and letters that look like nothing. */
const BLANK =
  /&nbsp;?|&[a-z]{2,31};|\\[bfnrtv]|<\/?[a-z][^<>]{0,64}>|[\u{115f}\u{1160}\u{3164}\u{ffa0}]/giu;

const ENCODED = /[%&\\<\u{115f}\u{1160}\u{3164}\u{ffa0}]/u;

/** Text is encoded once or twice on its way, as a link within a link. */
const ROUNDS_MAX = 3;

/**
 * The text without percent-encoding, HTML entities and tags, and JSON escapes, with digits of every
 * script as 0 to 9. To search in, not to keep: named entities and tags become spaces.
 */
export function plainText(text: string): string {
  let plain = asciiDigits(text);
  for (let round = 0; round < ROUNDS_MAX && ENCODED.test(plain); round += 1) {
    const decoded = asciiDigits(decode(plain));
    if (decoded === plain) break;
    plain = decoded;
  }
  return plain;
}

function decode(text: string): string {
  return text
    .replace(PERCENT_ENCODED, percentDecoded)
    .replace(ESCAPED, (_all, decimal?: string, hex?: string, unit?: string) =>
      decimal === undefined ? characterOf(hex ?? unit ?? '', 16) : characterOf(decimal, 10),
    )
    .replace(ESCAPED_BYTE, (_all, hex: string) => characterOf(hex, 16))
    .replace(BLANK, ' ');
}

function percentDecoded(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return Buffer.from(run.replaceAll('%', ''), 'hex').toString('latin1');
  }
}

function characterOf(digits: string, radix: 10 | 16): string {
  const code = Number.parseInt(digits, radix);
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : ' ';
}
