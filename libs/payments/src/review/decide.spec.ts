import { decider } from '../../../../test/support/decider.js';
import {
  assessed,
  AUTHORISED,
  ASSESSMENT,
  endings,
  held,
  initiated,
  NOW,
  PAYMENT_ID,
} from '../../../../test/support/payment-events.js';
import { evolve } from '../catalogue/evolve.js';
import { NO_PAYMENT, type Payment } from '../payment/payment.js';
import { reviewOf } from '../payment/standing.js';
import { recordAssessment } from '../risk/decide.js';
import { decideReview } from './decide.js';

const ENDINGS = endings(PAYMENT_ID, NOW).map((end) => [end.type, end] as const);

describe('deciding a review', () => {
  const given = decider((decision: 'approve' | 'reject', payment: Payment) =>
    decideReview({ decision, analyst: 'ana', note: '', now: NOW }, payment),
  );

  it('lets a held payment go on, or ends it', () => {
    given(initiated(), assessed(), held).when('approve').thenTypes('ReviewApproved');
    given(initiated(), assessed(), held).when('reject').thenTypes('ReviewRejected');
  });

  it('refuses what waits for no decision', () => {
    given(initiated(), assessed()).when('approve').thenRefused('payment-not-held');
  });

  it.each(ENDINGS)('refuses what ended by %s while it was held', (_type, end) => {
    given(...AUTHORISED, held, end)
      .when('reject')
      .thenRefused('payment-ended');
    expect(reviewOf([...AUTHORISED, held, end].reduce(evolve, NO_PAYMENT))).toBe('ended');
  });

  it.each(ENDINGS)('keeps what was decided before it ended by %s', (_type, end) => {
    const data = { paymentId: PAYMENT_ID, analyst: 'ana', note: '', decidedAt: NOW };
    const history = [...AUTHORISED, held, { type: 'ReviewRejected', data } as const, end];
    expect(reviewOf(history.reduce(evolve, NO_PAYMENT))).toBe('rejected');
  });
});

describe('a late assessment', () => {
  const degraded = assessed('approve', { degraded: 'timeout' });
  const given = decider((_command: 'late', payment: Payment) => {
    const assessment = { ...ASSESSMENT, verdict: 'review' } as const;
    return recordAssessment({ assessment, stage: 'late', policy: 'p', now: NOW }, payment);
  });

  it.each(ENDINGS)('holds nothing that ended by %s', (_type, end) => {
    const [begun, , ...authorisation] = AUTHORISED;
    given(begun, degraded, ...authorisation)
      .when('late')
      .thenTypes('RiskAssessed', 'PaymentHeldForReview');
    given(begun, degraded, ...authorisation, end)
      .when('late')
      .thenTypes('RiskAssessed');
  });
});

describe('the time for a decision', () => {
  const assessment = { ...ASSESSMENT, verdict: 'review' } as const;
  const inMs = (ms: number): string => new Date(Date.parse(NOW) + ms).toISOString();

  /** When a payment is due that is held late, with its money on hold until then. */
  function dueAt(reviewMs: number, expiresAt: string | null): string | undefined {
    const [begun, , ...authorisation] = AUTHORISED;
    const history = [begun, assessed('approve', { degraded: 'timeout' }), ...authorisation];
    const payment = history.reduce((before, event) => {
      if (event.type !== 'PaymentAuthorised') return evolve(before, event);
      return evolve(before, { ...event, data: { ...event.data, expiresAt } });
    }, NO_PAYMENT);
    const record = { assessment, stage: 'late', policy: 'p', reviewMs, now: NOW } as const;
    const held = recordAssessment(record, payment).at(-1);
    return held?.type === 'PaymentHeldForReview' ? held.data.dueAt : 'not held';
  }

  it('is the desk’s, and never longer than the hold lasts', () => {
    expect(dueAt(3_600_000, null)).toBe(inMs(3_600_000));
    expect(dueAt(3_600_000, inMs(7_200_000))).toBe(inMs(3_600_000));
    expect(dueAt(3_600_000, inMs(60_000))).toBe(inMs(60_000));
  });
});
