import { linesOf, itemsOf, refusalsOf } from '../../../../test/support/read-items.js';
import { PAYMENT_ID, STATEMENT_FILES } from '../../../../test/support/statement-files.js';

const { text: FILE } = STATEMENT_FILES['stripe-payout-reconciliation'];
const AS = { kind: 'stripe-payout-reconciliation' } as const;

describe('the payout reconciliation of Stripe', () => {
  it('gives the lines that its API gives: a capture less what was released of it', async () => {
    const [capture, refund, exchanged, fee] = await linesOf(FILE, AS);
    expect(JSON.parse(JSON.stringify(capture))).toEqual({
      ...{ provider: 'stripe', lineId: 'txn_1', kind: 'capture', reference: 'ch_1' },
      paymentId: PAYMENT_ID,
      amount: { amount: '3599', currency: 'EUR' },
      fee: { amount: '80', currency: 'EUR' },
      at: '2026-11-20T09:00:00.000Z',
    });
    expect(refund).toMatchObject({ kind: 'refund', reference: 're_1', paymentId: null });
    expect(String(refund?.amount)).toBe('-5.00 EUR');
    expect(String((exchanged as { presented?: unknown }).presented)).toBe('25.00 USD');
    expect(fee).toMatchObject({ kind: 'fee', reference: 'txn_5' });
  });

  it('takes each of several releases of one charge off its own capture', async () => {
    const captured = FILE.split('\n').slice(1, 4).join('\n');
    const again = captured
      .replaceAll('txn_', 'txn_9')
      .replaceAll('2026-11-20 09:00:0', '2026-11-20 09:30:0')
      .replace(/-10\.00|-0\.20|-9\.80/g, (each) => (Number(each) / 2).toFixed(2))
      .replace('-10.00', '-5.00');
    const lines = await linesOf(FILE + again + '\n', AS);
    const captures = lines.filter((line) => 'reference' in line && line.reference === 'ch_1');
    expect(captures.map(({ lineId, amount }) => `${lineId} ${String(amount)}`)).toEqual([
      'txn_1 35.99 EUR',
      'txn_91 40.99 EUR',
    ]);
  });

  it('shows by itself what was released of a capture in another file', async () => {
    const alone = FILE.replace(/^po_1,txn_1,[^]*?two lines".*\n/m, '');
    const items = await itemsOf(alone, AS);
    expect(items.map((item) => ('line' in item ? item.line.lineId : item.kind))).toEqual([
      ...['txn_3', 'txn_4', 'txn_5', 'txn_2'],
    ]);
  });

  it.each([
    ['45.99,1.00', '54.99,1.00', 'gross 54.99 EUR less fee 1.00 EUR is not net 44.99 EUR'],
    ['eur,45.99,1.00,44.99', 'xyz,45.99,1.00,44.99', 'not an ISO 4217 currency: XYZ'],
    ['eur,45.99,1.00,44.99', 'jpy,45.99,1.00,44.99', 'JPY has 0 decimals, so 45.99 is not exact'],
    ['2026-11-20 09:00:00', '2026-02-30 09:00:00', 'not a time: 2026-02-30 09:00:00'],
    ['txn_1,', 'txn_1,,', 'the row has 16 fields, the heading 15'],
  ])('refuses a line with %s as %s, and no other', async (was, is, reason) => {
    const refused = await itemsOf(FILE.replace(was, is), AS);
    const [item] = refused.filter(({ kind }) => kind === 'refused');
    expect(item).toMatchObject({ row: 2, reason });
    expect(refused.filter(({ kind }) => kind === 'settlement-line')).toHaveLength(4);
  });

  it('refuses a line that is dated in the future', async () => {
    const [reason] = await refusalsOf(FILE.replace('2026-11-20 10', '2026-12-02 10'), AS);
    expect(reason).toBe('5: it is dated in the future, after 2026-12-01T12:00:00.000Z');
  });

  it('takes the heading again for no line, and needs each of its columns once', async () => {
    const [heading = ''] = FILE.split('\n');
    expect(await refusalsOf(`${FILE}${heading}\n`, AS)).toEqual([]);
    await expect(linesOf(FILE.replace('gross', 'brutto'), AS)).rejects.toThrow('no column gross');
    await expect(linesOf(FILE.replace('description', 'fee'), AS)).rejects.toThrow(
      'column fee twice',
    );
  });
});
