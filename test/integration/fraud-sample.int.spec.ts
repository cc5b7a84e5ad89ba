import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { euroOf, secondsOf, syntheticPayments } from '#fraud';

const SAMPLE = fileURLToPath(new URL('../fixtures/transactions-sample.csv', import.meta.url));
const START = '2018-04-01T00:00:00Z';
const ROWS_MAX = 3000;

describe('the sample transaction file', () => {
  it('is what the generator makes; UPDATE_SAMPLE=1 rewrites it', async () => {
    const sample = sampleOf();
    if (process.env['UPDATE_SAMPLE'] === '1') await writeFile(SAMPLE, sample);
    expect(await readFile(SAMPLE, 'utf8')).toBe(sample);
  });

  it('has a few frauds of several kinds among its rows', () => {
    const rows = sampleOf().trim().split('\n').slice(1);
    const scenarios = new Set(rows.map((row) => row.split(',')[6]));
    expect(rows).toHaveLength(ROWS_MAX);
    expect(scenarios.size).toBeGreaterThanOrEqual(5);
    expect(rows.filter((row) => row.split(',')[5] === '1').length).toBeLessThan(ROWS_MAX * 0.05);
  });
});

/** Made-up payments with the columns of public transaction files, amounts in euro cents. */
function sampleOf(): string {
  const numbers = new Map<string, number>();
  const numberOf = (id: string): number => {
    const number = numbers.get(id) ?? numbers.size;
    numbers.set(id, number);
    return number;
  };
  const world = { seed: 25, days: 30, customers: 200, merchants: 90, bareShare: 1 };
  const lines = ['tx_id,t,customer,terminal,amount_minor,fraud,scenario'];
  for (const fact of syntheticPayments({ ...world, startAt: START })) {
    if (fact.kind === 'label') continue;
    if (lines.length > ROWS_MAX) break;
    const { customerId, merchantId, amount, occurredAt } = fact.payment;
    const row = [
      lines.length - 1,
      secondsOf(occurredAt) - secondsOf(START),
      numberOf(customerId),
      numberOf(merchantId),
      Math.max(1, Math.round(euroOf(amount) * 100)),
      fact.fraud ? 1 : 0,
      fact.scenario,
    ];
    lines.push(row.join(','));
  }
  return `${lines.join('\n')}\n`;
}
