import { WrongKeys } from './wrong-keys.js';

let now: number;
let wrong: WrongKeys;

beforeEach(() => {
  now = 0;
  wrong = new WrongKeys({ attemptsMax: 2, rememberedMax: 3, nowMs: () => now });
});

describe('wrong keys', () => {
  it('are bounded by address until the window ends', () => {
    expect(['a1', 'b2', 'c3'].map((key) => wrong.note('1.1.1.1', key))).toEqual([0, 0, 60]);
    expect(wrong.note('2.2.2.2', 'd4')).toBe(0);
    now = 30_000;
    expect(wrong.note('1.1.1.1', 'e5')).toBe(30);
    now = 60_000;
    expect(wrong.note('1.1.1.1', 'f6')).toBe(0);
  });

  it('are bounded by how they begin, whatever the address', () => {
    const keys = ['1', '2', '3'].map((end) => `assay_abcdef${end}`);
    expect(keys.map((key, index) => wrong.note(`1.1.1.${index}`, key))).toEqual([0, 0, 60]);
  });

  it('count a missing key by address only', () => {
    for (const end of [1, 2, 3, 4, 5]) expect(wrong.note(`1.1.1.${end}`, '')).toBe(0);
  });

  it('are remembered of so many addresses only', () => {
    for (const end of [1, 2, 3, 4]) wrong.note(`1.1.1.${end}`, '');
    for (const end of [5, 6, 7]) wrong.note(`1.1.1.${end}`, '');
    expect([1, 2].map(() => wrong.note('1.1.1.1', ''))).toEqual([0, 0]);
  });
});
