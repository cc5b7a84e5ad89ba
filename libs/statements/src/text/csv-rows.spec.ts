import { sourceOf } from '../../../../test/support/statement-files.js';
import { csvRows, type CsvRow } from './csv-rows.js';
import { textOf } from './encoding.js';

async function rowsOf(text: string, pieceBytes: number): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const row of csvRows(textOf(sourceOf(text, pieceBytes)), ',')) rows.push(row);
  return rows;
}

describe('the rows of a CSV file', () => {
  it.each([1, 2, 3, 5, 1000])('are the same in pieces of %d bytes', async (pieceBytes) => {
    const text = 'a,"b ""x"", y\r\nz"\r\n\r\n1,"2"\n"",\rlast,é';
    const rows = await rowsOf(text, pieceBytes);
    expect(rows.map(({ row, cells, ended }) => [row, cells, ended])).toEqual([
      [1, ['a', 'b "x", y\r\nz'], true],
      [4, ['1', '2'], true],
      [5, ['', ''], true],
      [6, ['last', 'é'], false],
    ]);
  });

  it('are read behind a quote that is never closed', async () => {
    const rows = await rowsOf('a,b\n1,"two\n3,4\n5,6\n', 4);
    expect(rows.map(({ cells, reason, raw }) => cells ?? [reason, raw])).toEqual([
      ['a', 'b'],
      ['a quote is opened and not closed', '1,"two'],
      ['3', '4'],
      ['5', '6'],
    ]);
  });

  it('take a quote within a field as it is, and refuse text behind a closed one', async () => {
    const rows = await rowsOf('5" pipe,1\n"a"b,2\n', 1000);
    expect(rows.map(({ cells, reason }) => cells ?? reason)).toEqual([
      ['5" pipe', '1'],
      'text stands behind a closing quote',
    ]);
  });

  it('with a zero byte are refused', async () => {
    const [row] = await rowsOf('some text,\0\n', 1000);
    expect(row).toMatchObject({ cells: null, reason: 'it holds a zero byte' });
  });
});
