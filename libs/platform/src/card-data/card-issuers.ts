/**
 * First digits that issuers use, with the lengths they issue (ISO/IEC 7812 ranges in use, 2026).
 * UATP is left out: any number of fifteen digits that begins with 1 would be one in ten.
 */
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
  [/^2205/, [16]], // BORICA
  [/^(63[6-9])/, [16, 17, 18, 19]], // InterPayment, InstaPayment
  [/^9792/, [16]], // Troy
  [/^(8600|9860)/, [16]], // UzCard, Humo
];

/** As many first digits as tell an issuer. */
export const ISSUER_DIGITS = 4;

/** By first digits, at most ten thousand. */
const known = new Map<string, readonly number[]>();

/** Lengths of the cards whose number begins so; none for an unknown issuer. */
export function lengthsIssuedFor(digits: string): readonly number[] {
  const begin = digits.slice(0, ISSUER_DIGITS);
  let lengths = known.get(begin);
  if (!lengths) {
    lengths = ISSUERS.find(([issuer]) => issuer.test(begin))?.[1] ?? [];
    if (begin.length === ISSUER_DIGITS) known.set(begin, lengths);
  }
  return lengths;
}

/** ISO/IEC 7812-1 annex B check digit. */
export function passesLuhn(digits: string, begin: number, length: number): boolean {
  let total = 0;
  for (let i = 0; i < length; i += 1) {
    const digit = digits.charCodeAt(begin + length - 1 - i) - 48;
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    total += doubled > 9 ? doubled - 9 : doubled;
  }
  return total % 10 === 0;
}
