import type { RiskJudgement } from '#payments';
import { assessed, PAYMENT_ID } from '../../../../test/support/payment-events.js';
import { Selection } from './selection.js';

const JUDGEMENT: RiskJudgement = {
  modelVerdict: 'decline',
  rules: [],
  randomApproval: null,
  reviewPriceEur: 0,
  trial: null,
};

function selected(...[verdict, change]: Parameters<typeof assessed>): Selection {
  const selection = new Selection();
  selection.observe(assessed(verdict, change).data);
  return selection;
}

describe('what training may learn from silence', () => {
  it('is nothing about a payment that was declined', () => {
    expect(selected('decline').isBlocked(PAYMENT_ID)).toBe(true);
    expect(selected('approve').isBlocked(PAYMENT_ID)).toBe(false);
    expect(selected('review').isBlocked(PAYMENT_ID)).toBe(false);
  });

  it('is not changed by a score that came after the payment went on', () => {
    expect(selected('decline', { stage: 'late' }).isBlocked(PAYMENT_ID)).toBe(false);
  });

  it('counts a random approval for all that had the same chance, within bounds', () => {
    const chanceOf = (probability: number) => ({
      judgement: { ...JUDGEMENT, randomApproval: { probability } },
    });
    expect(selected('approve').weightOf(PAYMENT_ID)).toBe(1);
    expect(selected('approve', chanceOf(0.01)).weightOf(PAYMENT_ID)).toBe(100);
    expect(selected('approve', chanceOf(0.000_01)).weightOf(PAYMENT_ID)).toBe(1_000);
  });
});
