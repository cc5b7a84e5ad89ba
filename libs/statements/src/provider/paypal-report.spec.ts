import { itemsOf, linesOf, refusalsOf } from '../../../../test/support/read-items.js';
import { PAYMENT_ID, STATEMENT_FILES } from '../../../../test/support/statement-files.js';

const { text: FILE } = STATEMENT_FILES['paypal-settlement'];
const AS = { kind: 'paypal-settlement' } as const;

describe('the settlement report of PayPal', () => {
  it('gives lines with the ids, signs and decimals of the API', async () => {
    const [capture, refund, yen] = await linesOf(FILE, AS);
    expect(JSON.parse(JSON.stringify(capture))).toEqual({
      ...{ provider: 'paypal', lineId: '8AB1-T0006', kind: 'capture', reference: '8AB1' },
      paymentId: PAYMENT_ID,
      amount: { amount: '10000', currency: 'USD' },
      fee: { amount: '379', currency: 'USD' },
      at: '2026-11-20T07:01:17.000Z',
    });
    expect(JSON.parse(JSON.stringify(refund))).toMatchObject({
      kind: 'refund',
      amount: { amount: '-2500' },
      fee: { amount: '-80' },
    });
    expect(String(yen?.amount)).toBe('10000 JPY');
  });

  it.each([
    ['a sign', '"DR",2500', '"CR",2500', 'credits of 10000 USD, the lines have 12500'],
    ['an amount', '"CR",10000,"USD"', '"CR",100000,"USD"', 'the lines have 100000'],
    ['a fee', '"DR",379', '"DR",378', 'fee debits of 379 USD, the lines have 378'],
    ['a count', '"SC",3', '"SC",4', 'the section states 4 lines and has 3'],
    ['the count of the report', '"RC",3', '"RC",2', 'the report states 2 lines and has 3'],
  ])('is refused when %s is not what its footers state', async (_what, was, is, message) => {
    await expect(linesOf(FILE.replace(was, is), AS)).rejects.toThrow(message);
  });

  it.each([
    ['"FF"', 'before its last row'],
    ['"SC"', 'a section ends without its count'],
    ['"SF","USD"', 'lines in USD and no footer'],
  ])('is refused without its row %s', async (row, message) => {
    const cut = FILE.split('\n').filter((line) => !line.startsWith(row));
    await expect(linesOf(cut.join('\n'), AS)).rejects.toThrow(message);
  });

  it('keeps a line that it cannot read, and says that sums are not checked then', async () => {
    const odd = FILE.replace('"CR",10000,"JPY","DR",400,"JPY"', '"CR",10000,"HUF","DR",400,"HUF"');
    const items = await itemsOf(odd, AS);
    expect(items.map(({ kind }) => kind)).toEqual([
      ...['settlement-line', 'settlement-line', 'refused', 'note', 'note'],
    ]);
    expect(await refusalsOf(odd, AS)).toEqual([
      "7: PayPal's reports do not say how many decimals HUF has in them",
    ]);
  });

  it('keeps a line aside whose fee is in another currency than its money', async () => {
    const odd = FILE.replace('"CR",10000,"JPY","DR",400,"JPY"', '"CR",10000,"JPY","DR",400,"USD"');
    expect(await refusalsOf(odd, AS)).toEqual(['7: a fee in USD of money in JPY']);
  });

  it('of transactions passes over what is pending, denied or only authorised', async () => {
    const { text } = STATEMENT_FILES['paypal-transaction-detail'];
    const items = await itemsOf(text, { kind: 'paypal-transaction-detail' });
    expect(items.map((item) => ('reason' in item ? item.reason : item.kind))).toEqual([
      ...['settlement-line', 'pending', 'an authorisation'],
    ]);
  });
});
