import { faultsOf } from './check-lines.js';
import type { Line } from './transactions.js';

const GOOD = { tx_id: '1', t: '31', customer: '1', terminal: '2', amount_minor: '500' };
const TOO_LITTLE = { ...GOOD, amount_minor: '49' };
const BAD = { ...GOOD, t: 'x' };

describe('looking for bad lines before any payment is sent', () => {
  it('counts a bad line among those that are to be sent', async () => {
    expect(await faults([GOOD, BAD, GOOD, BAD], 2)).toEqual({ count: 1, read: 3 });
    expect(await faults([TOO_LITTLE, BAD, GOOD], 1)).toEqual({ count: 1, read: 3 });
  });

  it('reads a file of millions of lines no further than the limit', async () => {
    expect(await faults([GOOD, GOOD, BAD, GOOD], 2)).toEqual({ count: 0, read: 2 });
  });

  it('reads all of it without a limit', async () => {
    expect(await faults([GOOD, BAD, TOO_LITTLE, BAD], Infinity)).toEqual({ count: 2, read: 4 });
  });
});

async function faults(
  rows: readonly (typeof GOOD)[],
  limit: number,
): Promise<{ count: number; read: number }> {
  let read = 0;
  async function* lines(): AsyncGenerator<Line> {
    await Promise.resolve();
    for (const row of rows) yield { ...row, line: (read += 1) + 1 };
  }
  const { count } = await faultsOf(lines(), { run: 'r', intent: 'capture', limit });
  return { count, read };
}
