import fc from 'fast-check';
import { cleanText, storableJson } from './storable.js';

describe('storableJson', () => {
  it('leaves ordinary values as they are', () => {
    const value = { note: 'a\\u0000b \\ud800 "quoted" 💶', list: [1, null, true] };
    expect(storableJson(value)).toBe(JSON.stringify(value));
  });

  it('replaces NUL and half surrogate pairs, in keys too', () => {
    expect(storableJson({ 'k\0': ['a\0b', '\ud800', '\udc00x'] })).toBe(
      '{"k\uFFFD":["a\uFFFDb","\uFFFD","\uFFFDx"]}',
    );
  });

  it('never leaves what PostgreSQL refuses', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.nat(0xffff).map((c) => String.fromCharCode(c)) }),
        (a, b) => {
          const json = storableJson({ [a]: b });
          expect(JSON.parse(json)).toEqual({ [cleanText(a)]: cleanText(b) });
        },
      ),
    );
  });
});
