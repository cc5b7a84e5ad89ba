import { property, array, assert, record, boolean, string, tuple } from 'fast-check';
import { SortedKeys } from './sorted-keys.js';

describe('keys in order', () => {
  it('are as a plain list sorts them, after any additions and deletions', () => {
    const step = record({ add: boolean(), key: string({ maxLength: 3 }) });
    assert(
      property(array(step, { maxLength: 300 }), tuple(string(), string()), (steps, bounds) => {
        const keys = new SortedKeys();
        const known = new Set<string>();
        for (const { add, key } of steps) {
          if (add) keys.add(key);
          else keys.delete(key);
          if (add) known.add(key);
          else known.delete(key);
        }
        const [low = '', high = ''] = [...bounds].sort();
        const sorted = [...known].sort();
        expect([...keys.between(low, high)]).toEqual(
          sorted.filter((key) => key >= low && key < high),
        );
        expect([...keys.backwards(high, low)]).toEqual(
          sorted.filter((key) => key > low && key <= high).reverse(),
        );
      }),
    );
  });

  it('hold many, added in order or in reverse', () => {
    const names = Array.from({ length: 5000 }, (_, index) => String(index).padStart(5, '0'));
    const [forwards, backwards] = [new SortedKeys(), new SortedKeys(names.slice(0, 10))];
    for (const name of names) forwards.add(name);
    for (const name of [...names].reverse()) backwards.add(name);
    for (const keys of [forwards, backwards]) {
      expect([...keys.between('00000', '99999')]).toEqual(names);
      expect([...keys.backwards('00700', '00698')]).toEqual(['00700', '00699']);
    }
  });
});
