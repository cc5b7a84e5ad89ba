import fc from 'fast-check';
import { traceparentOf } from './traceparent.js';

const GOOD = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

describe('a traceparent', () => {
  it('is kept as the W3C defines it', () => {
    expect(traceparentOf(GOOD)).toBe(GOOD);
  });

  it('of a later version is kept without what that version added', () => {
    const later = `cc${GOOD.slice(2)}`;
    expect(traceparentOf(`${later}-what-the-future-holds`)).toBe(later);
  });

  it.each([
    ['nothing', undefined],
    ['an empty one', ''],
    ['several', [GOOD, GOOD]],
    ['upper case', GOOD.toUpperCase()],
    ['an id of zeros', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`],
    ['a parent of zeros', `00-4bf92f3577b34da6a3ce929d0e0e4736-${'0'.repeat(16)}-01`],
    ['the forbidden version', `ff${GOOD.slice(2)}`],
    ['more than version 00 has', `${GOOD}-x`],
    ['more characters', `${GOOD}1`],
    ['any text', 'card 4242 4242 4242 4242'],
    ['a card number', '00-00000000000000004242424242424242-00f067aa0ba902b7-01'],
    ['a card number as parent', '00-4bf92f3577b34da6a3ce929d0e0e4736-4242424242424242-01'],
    ['a card number between letters', '00-abcdabcd4242424242424242abcdabcd-00f067aa0ba902b7-01'],
    ['a card number before zeros', '00-42424242424242420000000000000000-00f067aa0ba902b7-01'],
  ])('is dropped: %s', (_what, header) => {
    expect(traceparentOf(header)).toBeNull();
  });

  it('of random ids is nearly always kept', () => {
    const hex = (length: number) =>
      fc.string({
        unit: fc.constantFrom(...Array.from('0123456789abcdef')),
        minLength: length,
        maxLength: length,
      });
    let dropped = 0;
    fc.assert(
      fc.property(hex(31), hex(15), (traceId, parentId) => {
        if (traceparentOf(`00-${traceId}a-${parentId}b-01`) === null) dropped += 1;
      }),
      { numRuns: 5_000 },
    );
    expect(dropped).toBeLessThan(25);
  });
});
