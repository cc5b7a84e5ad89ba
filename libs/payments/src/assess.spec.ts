import { decider } from '../../../test/support/decider.js';
import {
  assessed,
  ASSESSMENT,
  AUTHORISED,
  captureRequested,
  held,
  initiated,
  NOW,
} from '../../../test/support/payment-events.js';
import { recordAssessment } from './assess.js';
import type { Verdict } from './events.js';

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
