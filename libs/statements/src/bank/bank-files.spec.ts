import { itemsOf, linesOf, refusalsOf } from '../../../../test/support/read-items.js';
import { ACCOUNT, STATEMENT_FILES } from '../../../../test/support/statement-files.js';
import type { BankLine } from '#reconciliation';
import type { CsvMapping } from './csv-mapping.js';

const told = (lines: readonly unknown[]): string[] =>
  (lines as readonly BankLine[]).map(
    ({ bookedOn, valueOn, amount, endToEndId, texts }) =>
      `${bookedOn} ${valueOn} ${amount.toString()} ${endToEndId ?? '-'} ${texts.join('|')}`,
  );

describe('a CAMT.053 statement', () => {
  const { text: FILE } = STATEMENT_FILES['camt.053'];
  const AS = { kind: 'camt.053' } as const;

  it('gives what is booked, with its sign', async () => {
    expect(told(await linesOf(FILE, AS))).toEqual([
      '2026-11-21 2026-11-23 1843.50 EUR po_1 STRIPE & CO',
      '2026-11-21 2026-11-21 -11.90 EUR - FEES',
    ]);
  });

  it.each([
    [
      'a sign',
      '<CdtDbtInd>DBIT</CdtDbtInd>',
      '<CdtDbtInd>CRDT</CdtDbtInd>',
      'closing balance is 2831.60',
    ],
    ['an amount', '>11.90<', '>119.0<', 'closing balance is 2831.60'],
    ['a count', '<NbOfNtries>3<', '<NbOfNtries>4<', 'states 4 entries and has 3'],
    ['a document type', '<Document ', '<!DOCTYPE x [<!ENTITY e "1">]><Document ', 'document type'],
    ['an entity', '&amp;', '&e;', 'not well-formed'],
    ['another message', /BkToCstmrStmt/g, 'BkToCstmrAcctRpt', 'no bank statement'],
  ])('is refused for %s', async (_what, was, is, message) => {
    await expect(linesOf(FILE.replace(was, is), AS)).rejects.toThrow(message);
  });

  it('keeps an entry that it cannot read, with all of its fields', async () => {
    const odd = FILE.replace('<Amt Ccy="EUR">11.90', '<Amt Ccy="ZZZ">11.90');
    const items = await itemsOf(odd, AS);
    expect(items.map(({ kind }) => kind)).toEqual([
      ...['bank-line', 'refused', 'moved-nothing', 'note'],
    ]);
    expect(items[1]).toMatchObject({
      reason: 'not an ISO 4217 currency: ZZZ',
      raw: expect.stringContaining('FEES') as unknown,
    });
  });
});

describe('an MT940 statement', () => {
  const { text: FILE } = STATEMENT_FILES.mt940;
  const AS = { kind: 'mt940' } as const;

  it('gives movements with what the bank says of them, and no name of the other side', async () => {
    expect(told(await linesOf(FILE, AS))).toEqual([
      '2026-11-21 2026-11-23 1843.50 EUR po_1 EREF+po_1|SVWZ+STRIPE PAYOUT',
      '2026-11-21 2026-11-21 -11.90 EUR none-of-ours FEES OF NOVEMBER|/EREF/none-of-ours/',
      '2026-11-21 2026-11-21 -0.10 EUR - ',
    ]);
  });

  it('is the same with CRLF and in the frames of SWIFT', async () => {
    const framed = `{1:F01BANKDEFFAXXX0000000000}{2:I940BANKDEFFXXXXN}{4:\r\n${FILE.replaceAll('\n', '\r\n')}}`;
    expect(await linesOf(framed, AS)).toEqual(await linesOf(FILE, AS));
  });

  it.each([
    ['a mark', '1121D11,9', '1121C11,9', 'the lines lead from 1000.00 EUR to 2855.30 EUR'],
    ['a point', '1843,50N', '184,350N', 'the lines lead from 1000.00 EUR to 1172.35 EUR'],
    ['its closing balance', /:62F:.*\n/, '', 'without its closing balance'],
  ])('is refused when %s is wrong or missing', async (_what, was, is, message) => {
    const reading = itemsOf(FILE.replace(was, is), AS);
    const outcome = await reading.then((items) => JSON.stringify(items)).catch(String);
    expect(outcome).toContain(message);
  });

  it('books a movement in the year that is nearest to its value date', async () => {
    const file = FILE.replace(':61:2611211121D', ':61:2601021230D');
    const lines = (await linesOf(file, AS)) as BankLine[];
    expect(lines[1]).toMatchObject({ valueOn: '2026-01-02', bookedOn: '2025-12-30' });
  });
});

describe("a bank's CSV file", () => {
  const { text: FILE, mapping = null } = STATEMENT_FILES['bank-csv'];
  const AS = { kind: 'bank-csv', mapping } as const;

  it('gives what the mapping says its columns are', async () => {
    const lines = await linesOf(FILE, AS);
    expect(told(lines)).toEqual([
      '2026-11-21 2026-11-23 1843.50 EUR - STRIPE\nPAYOUT po_1',
      '2026-11-21 2026-11-21 -11.90 EUR - Fees',
      '2026-11-20 2026-11-20 -1000 JPY - Two decimals less',
    ]);
    expect((lines[0] as BankLine).account).toBe(ACCOUNT);
  });

  it('keeps a row of totals and a row of nonsense aside', async () => {
    const refused = await refusalsOf(`${FILE}Total;;1.831,60;EUR;\nx\n`, AS);
    expect(refused).toEqual([
      '9: not a day written DD.MM.YYYY: Total',
      '10: the row has 1 fields, the heading 5',
    ]);
  });

  it('tells equal lines apart by their order, alike in every file of the day', async () => {
    const fee = '21.11.2026;;-11,90;EUR;Fees\n';
    const once = await linesOf(FILE, AS);
    const twice = await linesOf(`${FILE}${fee}`, AS);
    const ids = (lines: readonly unknown[]) => (lines as BankLine[]).map(({ lineId }) => lineId);
    expect(ids(twice).slice(0, 3)).toEqual(ids(once));
    expect(new Set(ids(twice)).size).toBe(4);
  });

  it.each([
    ['a sign beside', 'Soll', '-11.90 EUR'],
    ['a sign beside', 'Haben', '11.90 EUR'],
  ])('reads %s: %s', async (_what, sign, amount) => {
    const file = `Day,Amount,Sign\n2026-11-21,11.90,${sign}\n`;
    const signed: CsvMapping = {
      ...{ delimiter: ',', decimal: '.', dateFormat: 'YYYY-MM-DD', bookedOn: 'Day' },
      ...{ account: 'a', currency: 'EUR', amount: 'Amount', signColumn: 'Sign', debitSign: 'Soll' },
    };
    const [line] = await linesOf(file, { kind: 'bank-csv', mapping: signed });
    expect(String(line?.amount)).toBe(amount);
  });

  it('takes no sign for a credit that is neither its debit sign nor the one of credits before', async () => {
    const file = ['Day,Amount,Sign', '2026-11-21,1.00,H', '2026-11-21,2.00,S', ''].join('\n');
    const mapping: CsvMapping = {
      ...{ delimiter: ',', decimal: '.', dateFormat: 'YYYY-MM-DD', bookedOn: 'Day' },
      ...{ account: 'a', currency: 'EUR', amount: 'Amount', signColumn: 'Sign', debitSign: 'Soll' },
    };
    const reading = { kind: 'bank-csv', mapping } as const;
    expect(await refusalsOf(file, reading)).toEqual([
      '3: neither the sign of debits nor that of credits before, which is H: S',
    ]);
  });

  it('reads a column each for what came and what went', async () => {
    const file = 'Day,In,Out\n2026-11-21,5.00,\n2026-11-21,0.00,7.00\n2026-11-21,1.00,1.00\n';
    const mapping: CsvMapping = {
      ...{ delimiter: ',', decimal: '.', dateFormat: 'YYYY-MM-DD', bookedOn: 'Day' },
      ...{ account: 'a', currency: 'EUR', credit: 'In', debit: 'Out' },
    };
    const reading = { kind: 'bank-csv', mapping } as const;
    const lines = await linesOf(file, reading);
    expect(lines.map(({ amount }) => String(amount))).toEqual(['5.00 EUR', '-7.00 EUR']);
    expect(await refusalsOf(file, reading)).toEqual([
      '4: neither one credit nor one debit is in the row',
    ]);
  });
});
