import fc from 'fast-check';
import { FEATURES } from '#fraud';
import { Money } from '#money';
import type { Verdict } from '#payments';
import { initiated } from '../../../test/support/payment-events.js';
import { judge, type JudgedPayment, type VerdictContext } from './decide.js';
import { DEFAULT_POLICY, type FraudPolicy, type Rule } from './policy.js';

const NO_LUCK: VerdictContext = {
  draw: 1,
  spentEur: 0,
  reviewPrice: 0,
  unscoredBefore: () => ({ payments: 0, eur: 0 }),
  room: null,
};
const LUCK: VerdictContext = { ...NO_LUCK, draw: 0 };
const VERDICTS: readonly Verdict[] = ['approve', 'review', 'decline'];

function rule(verdict: Verdict, when: Rule['when'] = [{ field: 'customerId', in: ['c-1'] }]): Rule {
  return { id: `${verdict}-it`, when, verdict, reason: 'because' };
}

function payment(change: Parameters<typeof initiated>[0] = {}): JudgedPayment['payment'] {
  return initiated({ customerId: 'c-1', ...change }).data;
}

function scored(
  verdict: Verdict,
  score = 0.5,
  feature?: [string, number],
): JudgedPayment['scored'] {
  const features = FEATURES.map((name) => (name === feature?.[0] ? feature[1] : 0));
  return { score, verdict, features };
}

function policy(change: Partial<FraudPolicy>): FraudPolicy {
  return { ...DEFAULT_POLICY, ...change };
}

describe('judging a payment', () => {
  it.each(VERDICTS)(
    "follows the model's %s where no rule and no costs say otherwise",
    (verdict) => {
      const judged = { payment: payment(), scored: scored(verdict) };
      expect(judge(DEFAULT_POLICY, judged, NO_LUCK).verdict).toBe(verdict);
    },
  );

  it('lets the strictest rule win, over the model too', () => {
    const rules = [rule('approve'), rule('decline'), rule('review')];
    const { verdict, rules: matches } = judge(
      policy({ rules }),
      { payment: payment(), scored: scored('approve') },
      NO_LUCK,
    );
    expect(verdict).toBe('decline');
    expect(matches.map(({ ruleId }) => ruleId)).toEqual(['approve-it', 'decline-it', 'review-it']);
  });

  it('lets an allow list override the model', () => {
    const judged = { payment: payment(), scored: scored('decline') };
    expect(judge(policy({ rules: [rule('approve')] }), judged, NO_LUCK).verdict).toBe('approve');
  });

  it('looks at lists, amounts and velocities, and at all of them', () => {
    const when: Rule['when'] = [
      { field: 'ipCountry', in: ['OM', 'AE'] },
      { feature: 'card1hCount', atLeast: 5 },
      { amountAtLeast: { amount: '1000', currency: 'EUR' } },
    ];
    const rules = policy({ rules: [rule('decline', when)] });
    const fast = scored('approve', 0.1, ['card1hCount', 5]);
    const of = (change: Parameters<typeof initiated>[0], score = fast): Verdict =>
      judge(rules, { payment: payment(change), scored: score }, NO_LUCK).verdict;
    expect(of({ ipCountry: 'OM' })).toBe('decline');
    expect(of({ ipCountry: 'DE' })).toBe('approve');
    expect(of({ ipCountry: null })).toBe('approve');
    expect(of({ ipCountry: 'OM' }, scored('approve'))).toBe('approve');
    expect(of({ ipCountry: 'OM', amount: Money.parse('9.99', 'EUR') })).toBe('approve');
    expect(of({ ipCountry: 'OM', amount: Money.parse('2000', 'JPY') })).toBe('approve');
  });

  it('goes by amount when it has no score, and meets no rule about features then', () => {
    const rules = [rule('decline', [{ feature: 'card1hCount', atLeast: 0 }])];
    const of = (text: string): Verdict => {
      const judged = { payment: payment({ amount: Money.parse(text, 'EUR') }), scored: null };
      return judge(policy({ rules }), judged, NO_LUCK).verdict;
    };
    expect([of('250.00'), of('250.01')]).toEqual(['approve', 'review']);
  });

  it.each([
    ['40000', 'JPY', 'approve'],
    ['40001', 'JPY', 'review'],
    ['105.000', 'OMR', 'approve'],
    ['105.001', 'OMR', 'review'],
  ])('of %s %s gets %s by default without a score', (amount, currency, verdict) => {
    const judged = { payment: payment({ amount: Money.parse(amount, currency) }), scored: null };
    expect(judge(DEFAULT_POLICY, judged, NO_LUCK).verdict).toBe(verdict);
  });

  it.each([
    ['2 payments of 251 EUR', { payments: 2, eur: 251 }, 'approve'],
    ['3 payments', { payments: 3, eur: 3 }, 'review'],
    ['more than 251 EUR', { payments: 1, eur: 251.01 }, 'review'],
    ['an unknown sum', null, 'review'],
  ] as const)('bounds what passes without a score: after %s', (_what, before, verdict) => {
    const judged = {
      payment: payment({ amount: Money.parse('249.00', 'EUR') }),
      scored: null,
    };
    const asked: number[] = [];
    const unscoredBefore = (minutes: number) => {
      asked.push(minutes);
      return before;
    };
    expect(judge(DEFAULT_POLICY, judged, { ...NO_LUCK, unscoredBefore }).verdict).toBe(verdict);
    expect(asked).toEqual([60]);
  });

  it('gives every payment exactly one verdict, and the same one again', () => {
    const verdict = fc.constantFrom(...VERDICTS);
    fc.assert(
      fc.property(
        fc.array(verdict),
        fc.option(verdict),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (ruled, model, score) => {
          const rules = ruled.map((each, index) => ({ ...rule(each), id: `r${index}` }));
          const judged = { payment: payment(), scored: model && scored(model, score) };
          const first = judge(policy({ rules }), judged, NO_LUCK);
          expect(VERDICTS).toContain(first.verdict);
          expect(judge(policy({ rules }), judged, NO_LUCK)).toEqual(first);
          for (const each of ruled) {
            expect(VERDICTS.indexOf(first.verdict)).toBeGreaterThanOrEqual(VERDICTS.indexOf(each));
          }
        },
      ),
    );
  });
});

describe('a random approval', () => {
  const randomApprovals = { share: 0.01, paymentEurMax: 100, dayEurMax: 150 };
  const lucky = policy({ randomApprovals });
  const declined = { payment: payment(), scored: scored('decline', 0.9) };

  it('approves what the model declines, and says with which probability', () => {
    expect(judge(lucky, declined, LUCK)).toMatchObject({
      verdict: 'approve',
      randomApproval: { probability: 0.01 },
    });
    expect(judge(lucky, declined, NO_LUCK).verdict).toBe('decline');
  });

  it('never approves what a rule declines', () => {
    const { verdict } = judge({ ...lucky, rules: [rule('decline')] }, declined, LUCK);
    expect(verdict).toBe('decline');
  });

  it('never risks more than a payment and a day may cost', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30_000 }), fc.nat(200), (cents, spentEur) => {
        const amount = Money.of(BigInt(cents), Money.parse('0.01', 'EUR').currency);
        const judged = { payment: payment({ amount }), scored: scored('decline') };
        const { verdict } = judge(lucky, judged, { ...LUCK, spentEur });
        const fits = cents <= 100_00 && spentEur + cents / 100 <= 150;
        expect(verdict).toBe(fits ? 'approve' : 'decline');
      }),
    );
  });
});
