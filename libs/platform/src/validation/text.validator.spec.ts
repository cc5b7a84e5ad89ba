import { hasLength, isId, isStorable } from './text.validator.js';

describe('a text', () => {
  it.each([
    ['', 0, 0, true],
    ['', 1, 5, false],
    ['a', 1, 5, true],
    ['abcde', 1, 5, true],
    ['abcdef', 1, 5, false],
    ['😀😀😀😀😀', 1, 5, true],
    ['😀😀😀😀😀😀', 1, 5, false],
    ['😀', 2, 5, false],
    ['😀a', 2, 5, true],
  ])('%j has from %d to %d characters: %s', (text, min, max, has) => {
    expect(hasLength(text, min, max)).toBe(has);
  });

  it.each([
    ['.', false],
    ['..', false],
    ['...', true],
    ['order..7', true],
    ['%2e', true],
    ['a\0', false],
  ])('%j can be a part of an address: %s', (text, can) => {
    const { pathname } = new URL(`http://x/a/${encodeURIComponent(text)}/b`);
    if (can) expect(pathname).toBe(`/a/${encodeURIComponent(text)}/b`);
    expect(isId(text)).toBe(can);
  });

  it.each([
    ['plain', true],
    ['\u202e and 😀', true],
    ['a\0b', false],
    ['\ud800', false],
    ['😀\udfff', false],
  ])('%j can be kept anywhere: %s', (text, can) => {
    expect(isStorable(text)).toBe(can);
  });
});
