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

  it('shows what others wrote, and lets no terminal act on it', () => {
    const orderId = 'o-1\nTOTAL 0\u001b[2J\u009b1A\u202e';
    expect(table([['order'], [orderId]])).toBe(
      'order\no-1\\u{a}TOTAL 0\\u{1b}[2J\\u{9b}1A\\u{202e}\n',
    );
  });

  it('sets sums to the right where some are not there, and an empty table has a heading', () => {
    expect(table([['sum'], ['5.120 OMR'], [''], ['7 JPY']])).toBe(
      '      sum\n5.120 OMR\n\n    7 JPY\n',
    );
    expect(table([['sum', 'of']])).toBe('sum  of\n');
  });

  it('counts the columns of a terminal, and keeps Arabic from turning what is beside it', () => {
    const names = ['plain', 'مَتْجَر', '商店', 'e\u0301', '👩‍🍳'];
    const lines = table([['name', 'sum'], ...names.map((name) => [name, '1 JPY'])]).split('\n');
    expect(lines.slice(1, -1)).toEqual([
      'plain  1 JPY',
      '\u2068مَتْجَر\u2069   1 JPY',
      '商店   1 JPY',
      'e\u0301      1 JPY',
      '👩‍🍳     1 JPY',
    ]);
  });
});
