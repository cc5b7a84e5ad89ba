import fc from 'fast-check';
import { v5 } from 'uuid';
import { eventIdOf, idOf } from './event-id.js';

describe('ids', () => {
  it('are version 5 UUIDs as RFC 9562 defines them', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.uuid(),
        fc.nat(),
        (digest, command, index) => {
          expect(eventIdOf(command, index, digest)).toBe(v5(`${index}:${digest}`, command));
        },
      ),
    );
  });

  it('differ when names are divided differently', () => {
    expect(idOf('a', 'bc')).not.toBe(idOf('ab', 'c'));
    expect(idOf('a', 'bc')).toBe(idOf('a', 'bc'));
  });
});
