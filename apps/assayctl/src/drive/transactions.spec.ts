import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Transactions, type Line, type Row } from './transactions.js';

const HEADING = 'tx_id,t,customer,terminal,amount_minor,fraud,scenario';
const TWO_ROWS = `${HEADING}\n0,31,596,3156,5716,0,0\n1,130,4961,3412,8151,1,1\n`;

describe('reading a transaction file', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'assay-transactions-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('gives the rows of a csv with their lines', async () => {
    const rows = await read('a.csv', TWO_ROWS);
    expect(shown(rows)).toEqual([
      ['0', '5716', 2],
      ['1', '8151', 3],
    ]);
  });

  it('gives the rows of a compressed csv', async () => {
    expect(await read('a.csv.gz', gzipSync(TWO_ROWS))).toHaveLength(2);
  });

  it('names the columns that are missing and those that are there', async () => {
    await expect(read('a.csv', 'tx_id,t,customer,amount\n1,2,3,4\n')).rejects.toThrow(
      /the heading lacks terminal, amount_minor; it has tx_id, t, customer, amount, wanted are/,
    );
  });

  it('names the line of a row with too few values', async () => {
    expect(await read('a.csv', `${HEADING}\n0,31\n`)).toEqual([
      { line: 2, fault: 'it has 2 values, the heading 7' },
    ]);
  });

  it('reads past a byte order mark', async () => {
    expect(shown(await read('a.csv', `\uFEFF${TWO_ROWS}`))).toHaveLength(2);
  });

  it('names a column that is there twice', async () => {
    const heading = 'tx_id,t,customer,terminal,amount_minor,amount_minor';
    await expect(read('a.csv', `${heading}\n0,31,1,2,500,5\n`)).rejects.toThrow(
      /the heading names amount_minor more than once/,
    );
  });

  it('says that a file is empty', async () => {
    await expect(read('a.csv', '')).rejects.toThrow(/is empty; wanted are tx_id/);
  });

  it.each([1, 2, 3, 4])('finds out that %d bytes were cut off its end', async (bytes) => {
    const whole = 'tx_id,t,customer,terminal,amount_minor\n0,31,1,2,500\n1,32,1,2,57160\n';
    const [first, last] = await read('a.csv', whole.slice(0, -bytes));
    expect(first).toMatchObject({ amount_minor: '500' });
    expect(last).toEqual({
      line: 3,
      fault: 'the file ends inside it; if it is whole, end it with a line break',
    });
  });

  it('tells a file that was cut off from a whole one', async () => {
    const whole = gzipSync(TWO_ROWS);
    await expect(read('a.csv.gz', whole.subarray(0, whole.length - 12))).rejects.toThrow(
      /is not a whole gzip file/,
    );
  });

  it('says that there is no such file', async () => {
    await expect(Transactions.open(join(folder, 'none.csv'))).rejects.toThrow(/there is no file/);
  });

  it('stops reading when its reader does', async () => {
    const file = join(folder, 'long.csv');
    await writeFile(file, TWO_ROWS + '2,200,1,1,100,0,0\n'.repeat(200_000));
    const transactions = await Transactions.open(file);
    for await (const { line } of transactions.lines()) if (line === 3) break;
    expect(transactions.bytesRead).toBeLessThan(transactions.bytes);
  });

  async function read(name: string, content: string | Buffer): Promise<Line[]> {
    const file = join(folder, name);
    await writeFile(file, content);
    const lines: Line[] = [];
    for await (const line of (await Transactions.open(file)).lines()) lines.push(line);
    return lines;
  }
});

function shown(lines: readonly Line[]): unknown[] {
  return (lines as readonly Row[]).map(({ tx_id, amount_minor, line }) => [
    tx_id,
    amount_minor,
    line,
  ]);
}
