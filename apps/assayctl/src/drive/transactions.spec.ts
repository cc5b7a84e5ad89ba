import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Transactions, type Row } from './transactions.js';

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
    expect(rows.map(({ tx_id, amount_minor, line }) => [tx_id, amount_minor, line])).toEqual([
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
    await expect(read('a.csv', `${HEADING}\n0,31\n`)).rejects.toThrow(/on line 2/);
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
    for await (const { line } of transactions.rows()) if (line === 3) break;
    expect(transactions.bytesRead).toBeLessThan(transactions.bytes);
  });

  async function read(name: string, content: string | Buffer): Promise<Row[]> {
    const file = join(folder, name);
    await writeFile(file, content);
    const rows: Row[] = [];
    for await (const row of (await Transactions.open(file)).rows()) rows.push(row);
    return rows;
  }
});
