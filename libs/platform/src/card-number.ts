/** First digits that issuers use, with the lengths they issue (ISO/IEC 7812 ranges in use). */
const ISSUERS = [
  /^4\d{12}(\d{3}){0,2}$/, // Visa: 13, 16, 19
  /^(5[1-5]|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d+$/, // Mastercard
  /^3[47]\d{13}$/, // American Express
  /^(6011|64[4-9]|65)\d+$/, // Discover
  /^3(0[0-5]|[689]\d)\d+$/, // Diners
  /^35(2[89]|[3-8]\d)\d+$/, // JCB
  /^62\d+$/, // UnionPay
  /^(50|5[6-9]|6[0137])\d+$/, // Maestro
];

const DIGIT_RUN = /\d(?:[ -]?\d){12,18}/g;

/** Field names that only ever carry card data. */
const FORBIDDEN_NAME =
  /^(cvc2?|cvv2?|card_?number|pan|track_?[12]?|pin|exp_?(month|year)|expiry)$/i;

/**
 * Whether a text holds what looks like a card number: 13 to 19 digits with at most one space or
 * dash between two, a known issuer range, and a valid check digit.
 */
export function holdsCardNumber(text: string): boolean {
  if (text.length < 13) return false;
  for (const [run] of text.matchAll(DIGIT_RUN)) {
    const digits = run.replaceAll(/[ -]/g, '');
    if (ISSUERS.some((issuer) => issuer.test(digits)) && passesLuhn(digits)) return true;
  }
  return false;
}

/**
 * Where a JSON body carries card data, as a path (`metadata.note`), or null when it does not.
 * Keys are looked at as well as values.
 */
export function findCardData(value: unknown, path = ''): string | null {
  switch (typeof value) {
    case 'string':
      return holdsCardNumber(value) ? path || 'body' : null;
    case 'number':
      return holdsCardNumber(String(value)) ? path || 'body' : null;
    case 'object':
      return value === null ? null : findInFields(value, path);
    default:
      return null;
  }
}

function findInFields(fields: object, path: string): string | null {
  for (const [key, value] of Object.entries(fields)) {
    const inner = path === '' ? key : `${path}.${key}`;
    if (FORBIDDEN_NAME.test(key)) return inner;
    if (holdsCardNumber(key)) return path === '' ? 'a key' : `a key of ${path}`;
    const found = findCardData(value, inner);
    if (found !== null) return found;
  }
  return null;
}

/** ISO/IEC 7812-1 annex B check digit. */
function passesLuhn(digits: string): boolean {
  let total = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    total += doubled > 9 ? doubled - 9 : doubled;
  }
  return total % 10 === 0;
}
