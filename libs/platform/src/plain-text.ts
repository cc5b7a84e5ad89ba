import { asciiDigits } from './ascii-digits.js';

const PERCENT_ENCODED = /(?:%[0-9a-f]{2})+/gi;
const ESCAPED = /&#(\d{1,7});?|&#x([0-9a-f]{1,6});?|\\u([0-9a-f]{4})/gi;
const NAMED_ENTITY = /&nbsp;?|&[a-z]{2,31};/gi;

/** Text is encoded once or twice on its way, as a link within a link. */
const ROUNDS_MAX = 3;

/**
 * The text without percent-encoding, HTML entities and JSON escapes, with digits of every script as
 * 0 to 9. To search in, not to keep: named entities become spaces.
 */
export function plainText(text: string): string {
  let plain = asciiDigits(text);
  for (let round = 0; round < ROUNDS_MAX && /[%&\\]/.test(plain); round += 1) {
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
    .replace(NAMED_ENTITY, ' ');
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
