import { decider } from '../../../../test/support/decider.js';
import {
  assessed,
  ASSESSMENT,
  AUTHORISED,
  captureRequested,
  held,
  initiated,
  NOW,
} from '../../../../test/support/payment-events.js';
import { evolve } from '../catalogue/evolve.js';
import { nextStep } from '../next-step.js';
import type { Verdict } from '../payment/assessment.js';
import { mayProceed } from '../payment/guards.js';
import { NO_PAYMENT } from '../payment/payment.js';
import { statusOf } from '../payment/status.js';
import { recordAssessment } from './decide.js';

const inline = decider((verdict: Verdict, payment) =>
  recordAssessment(
    { assessment: { ...ASSESSMENT, verdict }, stage: 'inline', policy: 'policy-1', now: NOW },
    payment,
  ),
);
const late = decider((verdict: Verdict, payment) =>
  recordAssessment(
    { assessment: { ...ASSESSMENT, verdict }, stage: 'late', policy: 'policy-1', now: NOW },
    payment,
  ),
);
const [BEGUN, , ...HOLD] = AUTHORISED;
const UNSCORED_PAYMENT = [
  BEGUN,
  assessed('approve', { degraded: 'timeout', score: null }),
  ...HOLD,
] as const;
const LATE_APPROVAL = assessed('approve', { stage: 'late' });

describe('recording an assessment', () => {
  it('lets an approved payment go on', () => {
    inline(initiated()).when('approve').then(assessed());
  });

  it('holds a payment for review', () => {
    inline(initiated()).when('review').then(assessed('review'), held);
  });

  it('says which rules held it, and not the milder ones it met as well', () => {
    const rules = [
      { ruleId: 'watch-country', verdict: 'review', reason: 'Many frauds from there.' },
      { ruleId: 'allow-regular', verdict: 'approve', reason: 'Known for years.' },
    ] as const;
    const events = recordAssessment(
      {
        assessment: { ...ASSESSMENT, verdict: 'review' },
        stage: 'inline',
        policy: 'policy-1',
        judgement: {
          modelVerdict: 'approve',
          rules,
          randomApproval: null,
          reviewPriceEur: 0,
          trial: null,
        },
        now: NOW,
      },
      evolve(NO_PAYMENT, initiated()),
    );
    expect(events[1]?.data).toMatchObject({ reason: 'rule', ruleIds: ['watch-country'] });
  });

  it('ends a declined one without holding it', () => {
    inline(initiated()).when('decline').then(assessed('decline'));
  });

  it('keeps the first score', () => {
    inline(initiated(), assessed()).when('decline').thenNothing();
    late(initiated(), assessed()).when('decline').thenNothing();
  });
});

describe('a late assessment', () => {
  it('stands beside the degraded one that decided', () => {
    const after = assessed('decline', { stage: 'late', score: 0.99 });
    const payment = [...UNSCORED_PAYMENT, after].reduce(evolve, NO_PAYMENT);
    expect(payment.risk).toMatchObject({ verdict: 'approve', degraded: 'timeout', score: null });
    expect(payment.lateRisk).toMatchObject({ verdict: 'decline', degraded: null, score: 0.99 });
    late(...UNSCORED_PAYMENT, after)
      .when('decline')
      .thenNothing();
  });

  it('does not let go on what was declined before it', () => {
    const declined = assessed('decline', { degraded: 'timeout', score: null });
    const history = [initiated({ intent: 'capture' }), declined, LATE_APPROVAL];
    const payment = history.reduce(evolve, NO_PAYMENT);
    expect(statusOf(payment)).toBe('declined');
    expect(nextStep(payment, NOW)).toBeNull();
    expect(mayProceed(payment)).toBe(false);
  });

  it('holds what is suspicious', () => {
    late(...UNSCORED_PAYMENT)
      .when('decline')
      .thenTypes('RiskAssessed', 'PaymentHeldForReview');
    late(...UNSCORED_PAYMENT)
      .when('approve')
      .thenTypes('RiskAssessed');
  });

  it('cannot hold what is captured already', () => {
    late(...UNSCORED_PAYMENT, captureRequested('c1', '10.00'))
      .when('review')
      .thenTypes('RiskAssessed');
  });
});
