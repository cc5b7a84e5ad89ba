import { MemoryTable } from './memory-table.js';

describe('a table in memory', () => {
  it('gives back what was written, in order and by kind', async () => {
    const table = new MemoryTable();
    await table.write(
      new Map([
        ['b/2', 'two'],
        ['b/1', 'one'],
        ['c/1', 'other'],
      ]),
    );
    const keysOf = (reverse: boolean) => {
      const bounds = reverse ? { start: 'b/9', end: 'b/' } : { start: 'b/', end: 'b/9' };
      return [...table.range({ ...bounds, reverse })].map(({ key }) => key);
    };
    expect(keysOf(false)).toEqual(['b/1', 'b/2']);
    await table.write(new Map<string, unknown>([['b/3', 'three'], ['b/1', null]])); // prettier-ignore
    expect(keysOf(true)).toEqual(['b/3', 'b/2']);
    expect(table.get('b/1')).toBeUndefined();
    expect(table.get('c/1')).toBe('other');
  });

  it('forgets the oldest kept answers first', async () => {
    const table = new MemoryTable();
    for (let index = 0; index <= 20_000; index += 1) {
      await table.write(new Map([[`x-answer/${index}`, index]]));
    }
    expect(table.get('x-answer/0')).toBeUndefined();
    expect(table.get('x-answer/1')).toBe(1);
    expect(table.get('x-answer/20000')).toBe(20_000);
  });
});
