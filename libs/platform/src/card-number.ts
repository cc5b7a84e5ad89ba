import { asciiDigits } from './ascii-digits.js';

/** First digits that issuers use, with the lengths they issue (ISO/IEC 7812 ranges in use). */
const ISSUERS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^4/, [13, 16, 19]], // Visa
  [/^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]], // Mastercard
  [/^3[47]/, [15]], // American Express
  [/^(6011|64[4-9]|65)/, [16, 17, 18, 19]], // Discover
  [/^3(0[0-5]|095|[689])/, [14, 15, 16, 17, 18, 19]], // Diners
  [/^35(2[89]|[3-8])/, [16, 17, 18, 19]], // JCB
  [/^(62|81)/, [16, 17, 18, 19]], // UnionPay
  [/^(50|5[6-8]|6304|6390|67)/, [13, 14, 15, 16, 17, 18, 19]], // Maestro
  [/^(60|82)/, [16]], // RuPay
  [/^220[0-4]/, [16, 17, 18, 19]], // Mir
];

const DIGITS_MIN = 13;
const DIGITS_MAX = 19;

/** As long as international phone numbers get in practice; a plus never begins a card number. */
const PHONE_DIGITS_MAX = 13;

/** Groups of digits with at most three separators between two: spaces, dashes, dots, invisibles. */
const DIGIT_GROUPS = /\d+(?:[\s._\p{Z}\p{Pd}\p{Cf}\p{Cc}]{1,3}\d+)*/gu;

/** Thirteen digits near to each other; what has none is not looked at twice. */
const MANY_DIGITS = /(?:\d\D{0,3}){12}\d/;

/** Random ids: what is digits in them is so by chance. */
const RANDOM_IDS =
  /\b(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[0-9]*[a-f])[0-9a-f]{32,})\b/gi;

/** Names of fields that only ever carry card data, in lower case without separators. */
const FORBIDDEN_NAME = new RegExp(
  '^((card|creditcard|debitcard|cc|payment)?' +
    '(cvc2?|cvv2?|csc|securitycode|verification(code|value)|exp(month|year)|expiry)' +
    '|(card|creditcard|debitcard|cc)(no|num|number)|pan|primaryaccountnumber' +
    '|track[12]?(data)?|pin(block)?)$',
);

const NAME_CHARS_MAX = 40;

/**
 * Whether a text holds what looks like a card number: whole groups of digits, of any script, that
 * make 13 to 19 digits in a known issuer's range with a valid check digit.
 */
export function holdsCardNumber(text: string): boolean {
  if (text.length < DIGITS_MIN) return false;
  const plain = asciiDigits(text);
  if (!MANY_DIGITS.test(plain)) return false;
  const searched = plain.replace(RANDOM_IDS, ' # ');
  for (const match of searched.matchAll(DIGIT_GROUPS)) {
    const isPhone = searched[match.index - 1] === '+';
    if (groupsHoldCardNumber(match[0].match(/\d+/g) ?? [], isPhone)) return true;
  }
  return false;
}

/**
 * Where a JSON body carries card data, as a path (`metadata.note`), or null when it does not.
 * Keys are looked at as well as values.
 */
export function findCardData(value: unknown): string | null {
  const found = search(value);
  if (!found) return null;
  const path = found.keys.reduceRight((begin, key) => (begin === '' ? key : `${begin}.${key}`), '');
  if (found.what === 'value') return path || 'body';
  return path === '' ? 'a key' : `a key of ${path}`;
}

/** Where card data stands, the innermost key first: next to no body has any to build a path for. */
type Found = { readonly what: 'key' | 'value'; readonly keys: string[] };

function search(value: unknown): Found | null {
  switch (typeof value) {
    case 'string':
      return holdsCardNumber(value) ? { what: 'value', keys: [] } : null;
    case 'number':
      return Math.abs(value) >= 1e12 && holdsCardNumber(digitsOf(value))
        ? { what: 'value', keys: [] }
        : null;
    case 'object':
      return value === null ? null : searchFields(value as Readonly<Record<string, unknown>>);
    default:
      return null;
  }
}

function searchFields(fields: Readonly<Record<string, unknown>>): Found | null {
  for (const key in fields) {
    if (!HARMLESS_NAMES.has(key)) {
      if (holdsCardNumber(key)) return { what: 'key', keys: [] };
      if (isForbiddenName(key)) return { what: 'value', keys: [key] };
      remember(key);
    }
    const found = search(fields[key]);
    if (found) {
      found.keys.push(key);
      return found;
    }
  }
  return null;
}

/** Names seen before, since requests repeat the same few. */
const HARMLESS_NAMES = new Set<string>();
const HARMLESS_NAMES_MAX = 1_000;

function remember(name: string): void {
  if (name.length > NAME_CHARS_MAX || HARMLESS_NAMES.size >= HARMLESS_NAMES_MAX) return;
  HARMLESS_NAMES.add(name);
}

function isForbiddenName(key: string): boolean {
  if (key.length > NAME_CHARS_MAX) return false;
  return FORBIDDEN_NAME.test(key.replace(/[^a-z0-9]/gi, '').toLowerCase());
}

/** Not `String`, which writes large numbers with an exponent. */
function digitsOf(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}

/**
 * Only whole groups are joined: a part of a longer number is no card number. Copies nothing, since
 * a body may hold millions of groups.
 */
function groupsHoldCardNumber(groups: readonly string[], isPhone: boolean): boolean {
  const digits = groups.join('');
  let next = 0;
  return groups.some((group, first) => {
    const begin = next;
    next += group.length;
    // Phone numbers begin where the plus stands.
    const lengthMin = isPhone && first === 0 ? PHONE_DIGITS_MAX + 1 : DIGITS_MIN;
    const issued = lengthsIssuedFor(digits.slice(begin, begin + ISSUER_DIGITS_MAX));
    const lengths = issued.filter((length) => length >= lengthMin);
    return lengthsFrom(groups, first, lengths).some((length) => passesLuhn(digits, begin, length));
  });
}

/** Which of these lengths whole groups have together, from the first one on. */
function lengthsFrom(
  groups: readonly string[],
  first: number,
  sought: readonly number[],
): readonly number[] {
  if (sought.length === 0) return sought;
  const found: number[] = [];
  let length = 0;
  for (let next = first; length <= DIGITS_MAX && next < groups.length; next += 1) {
    length += groups[next]?.length ?? 0;
    if (sought.includes(length)) found.push(length);
  }
  return found;
}

const ISSUER_DIGITS_MAX = 4;

function lengthsIssuedFor(begin: string): readonly number[] {
  return ISSUERS.find(([issuer]) => issuer.test(begin))?.[1] ?? [];
}

/** ISO/IEC 7812-1 annex B check digit. */
function passesLuhn(digits: string, begin: number, length: number): boolean {
  let total = 0;
  for (let i = 0; i < length; i += 1) {
    const digit = digits.charCodeAt(begin + length - 1 - i) - 48;
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    total += doubled > 9 ? doubled - 9 : doubled;
  }
  return total % 10 === 0;
}
