import type { SimulationReport, PaymentTotals, Side } from './policy-client.js';
import { simulationText } from './simulation-text.js';

const NONE: PaymentTotals = { payments: 0, eur: 0, money: {} };

function pile(payments: number, money: Record<string, string> = {}): PaymentTotals {
  return { payments, eur: 0, money };
}

function side(change: Partial<Side> = {}): Side {
  const outcomes = { honest: pile(5), fraud: pile(1), unknown: pile(3), blocked: pile(1) };
  const none = { honest: NONE, fraud: NONE, unknown: NONE, blocked: NONE };
  return {
    policyHash: 'hash',
    reviewPriceEur: 0.5,
    payments: 10,
    byVerdict: { approve: outcomes, review: none, decline: none },
    changed: {},
    byRule: {},
    blockedThen: NONE,
    fraudCaughtShare: null,
    insultRate: 0.0125,
    perDay: { reviews: 2.04, lossEur: 1.005 },
    ...change,
  };
}

function found(candidate: Partial<Side>, change: Partial<SimulationReport> = {}): string {
  return simulationText({
    span: { from: '2026-03-01T00:00:00Z', to: '2026-03-02T00:00:00Z' },
    days: 2,
    candidate: side(candidate),
    inForce: side(),
    thresholdsByAmount: null,
    ...change,
  });
}

describe('the text of a simulation', () => {
  it('begins with what it is about, and compares both sides', () => {
    const lines = found({ insultRate: null }).split('\n');
    expect(lines[0]).toBe(
      '10 payments on 2 days, from 2026-03-01T00:00:00Z to 2026-03-02T00:00:00Z',
    );
    expect(lines.find((line) => line.startsWith('approve'))).toMatch(/^approve +10 +10$/);
    expect(lines.find((line) => line.includes('honest payers'))).toMatch(/ 1\.25 % +–$/);
    expect(lines.find((line) => line.startsWith('reviews a day '))).toMatch(/ 2\.0 +2\.0$/);
    expect(lines.find((line) => line.includes('review minutes'))).toMatch(/ 0\.0 +0\.0$/);
  });

  it('says that there was nothing to simulate', () => {
    expect(found({}, { span: null })).toBe('no payment to simulate\n');
  });

  it('tells the money of every currency in its own units', () => {
    const money = { EUR: '123456', JPY: '500', OMR: '5125' };
    const text = found({ changed: { 'approve>decline': pile(3, money) } });
    expect(text).toMatch(/approve → decline +3 +1234\.56 EUR, 500 JPY, 5\.125 OMR/);
  });

  it('tells what each rule met, and what stays unknown as it was blocked', () => {
    const rule = { honest: pile(1), fraud: pile(2), unknown: pile(3), blocked: pile(4) };
    const text = found({
      byRule: { 'block-card': rule },
      blockedThen: pile(7, { EUR: '700' }),
    });
    expect(text).toMatch(/block-card +1 +2 +3 +4\n/);
    expect(text).toContain('no outcome known because we blocked: 7 payments, 7.00 EUR\n');
  });

  it('tells the thresholds of each amount, and where there is none', () => {
    const thresholdsByAmount = [
      { amountEur: 10, reviewMin: null, declineMin: 0.9 },
      { amountEur: 1_000, reviewMin: 0.25, declineMin: 0.5 },
    ];
    const text = found({}, { thresholdsByAmount });
    expect(text).toMatch(/\n +10 +never +0\.900\n +1000 +0\.250 +0\.500\n$/);
  });

  it('leaves out what there is nothing to tell of', () => {
    const text = found({});
    for (const word of ['would change', 'rule', 'because we blocked', 'amount, EUR']) {
      expect(text).not.toContain(word);
    }
  });
});
