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
});
