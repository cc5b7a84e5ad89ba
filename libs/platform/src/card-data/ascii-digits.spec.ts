import { asciiDigits } from './ascii-digits.js';

/** Digits whose value Unicode's own tables give us through `Intl`. */
const SYSTEMS = Intl.supportedValuesOf('numberingSystem');

describe('digits of every script', () => {
  it('leaves plain text as it is', () => {
    expect(asciiDigits('order 42, é is fine')).toBe('order 42, é is fine');
  });

  it.each([
    ['Arabic-Indic', '٤٢٤٢'],
    ['extended Arabic-Indic', '۴۲۴۲'],
    ['Devanagari', '४२४२'],
    ['fullwidth', '４２４２'],
    ['mathematical bold', '𝟒𝟐𝟒𝟐'],
    ['circled', '④②④②'],
    ['mixed', '4٢４२'],
  ])('reads %s digits', (_script, text) => {
    expect(asciiDigits(text)).toBe('4242');
  });

  it('agrees with the number formats of all languages', () => {
    const checked = SYSTEMS.filter((system) => {
      const format = new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false });
      const digits = Array.from(format.format(9_876_543_210));
      if (!digits.every((digit) => /^\p{Nd}$/u.test(digit))) return false;
      expect([system, asciiDigits(digits.join(''))]).toEqual([system, '9876543210']);
      return true;
    });
    expect(checked.length).toBeGreaterThan(30);
  });
});
