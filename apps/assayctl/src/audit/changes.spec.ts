import { changesBetween } from './changes.js';

describe('the changes between two states', () => {
  it('name each field by its path, with what it was and is', () => {
    const before = { status: 'captured', refunds: [{ id: 'a', done: false }], note: 'x' };
    const after = { status: 'captured', refunds: [{ id: 'a', done: true }, { id: 'b' }] };
    expect(changesBetween(before, after)).toEqual([
      { path: 'refunds[0].done', before: false, after: true },
      { path: 'refunds[1]', before: undefined, after: { id: 'b' } },
      { path: 'note', before: 'x', after: undefined },
    ]);
  });

  it('are none where nothing differs, also of large numbers', () => {
    expect(changesBetween({ a: [10n ** 30n, null] }, { a: [10n ** 30n, null] })).toEqual([]);
    expect(changesBetween({ a: 1n }, { a: 2n })).toEqual([{ path: 'a', before: 1n, after: 2n }]);
  });

  it('take a list in place of fields as a whole', () => {
    expect(changesBetween({ a: {} }, { a: [] })).toEqual([{ path: 'a', before: {}, after: [] }]);
  });
});
