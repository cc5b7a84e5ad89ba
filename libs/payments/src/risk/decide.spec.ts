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
import { recordAssessment } from './decide.js';
import type { Verdict } from '../events.js';
import { evolve } from '../evolve.js';
import { NO_PAYMENT } from '../payment/payment.js';

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
const UNSCORED = assessed('approve', { degraded: 'timeout', score: null });

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
  it('replaces a degraded one and holds what is suspicious', () => {
    late(...AUTHORISED, UNSCORED)
      .when('decline')
      .thenTypes('RiskAssessed', 'PaymentHeldForReview');
    late(...AUTHORISED, UNSCORED)
      .when('approve')
      .thenTypes('RiskAssessed');
  });

  it('cannot hold what is captured already', () => {
    late(...AUTHORISED, UNSCORED, captureRequested('c1', '10.00'))
      .when('review')
      .thenTypes('RiskAssessed');
  });
});
