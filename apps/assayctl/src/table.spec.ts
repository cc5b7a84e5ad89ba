import { table } from './table.js';

describe('a table', () => {
  it('sets figures to the right and words to the left', () => {
    const rows = [
      ['view', 'rows', 'net'],
      ['orders', '7', '12.00 EUR'],
      ['journal', '1042', '-3.00 EUR'],
    ];
    expect(table(rows)).toBe(
      ['view     rows        net', 'orders      7  12.00 EUR', 'journal  1042  -3.00 EUR', ''].join(
        '\n',
      ),
    );
  });
});
