import type { DisputeStage, FactData } from '#provider-port';
import { decider } from '../../../../test/support/decider.js';
import {
  AUTHORISED,
  captured,
  captureRequested,
  eur,
  initiated,
  NOW,
  voided,
  voidRequested,
} from '../../../../test/support/payment-events.js';
import type { PaymentEvent } from '../catalogue/events.js';
import { evolve } from '../catalogue/evolve.js';
import { nextStep } from '../next-step.js';
import { MissingPredecessor } from '../payment/errors.js';
import { NO_PAYMENT, type Payment } from '../payment/payment.js';
import {
  recordDispute,
  recordDisputeEnd,
  recordDisputeMovement,
  recordFraudReport,
  recordProviderReview,
} from './decide.js';

const CAPTURED = [...AUTHORISED, captureRequested('c1', '10.00'), captured('c1', '10.00')] as const;
const FACT: FactData<'dispute-seen'> = {
  disputeReference: 'dp_1',
  captureReference: 'ch_c1',
  amount: eur('10.00'),
  reason: 'fraudulent',
  stage: 'chargeback',
  dueBy: null,
  openedAt: NOW,
  at: NOW,
};

/** The history after some facts about the dispute. */
function after(...steps: ((payment: Payment) => readonly PaymentEvent[])[]): PaymentEvent[] {
  return steps.reduce<PaymentEvent[]>(
    (events, step) => [...events, ...step(events.reduce(evolve, NO_PAYMENT))],
    [...CAPTURED],
  );
}

function fold(events: readonly PaymentEvent[]): Payment {
  return events.reduce(evolve, NO_PAYMENT);
}

describe('a dispute', () => {
  const given = decider((stage: DisputeStage, payment: Payment) =>
    recordDispute({ ...FACT, stage }, payment),
  );
  const opened = after((payment) => recordDispute(FACT, payment));

  it('is opened once, and advances only forwards', () => {
    given(...CAPTURED)
      .when('chargeback')
      .thenTypes('DisputeOpened');
    given(...opened)
      .when('chargeback')
      .thenNothing();
    given(...opened)
      .when('inquiry')
      .thenNothing();
    given(...opened)
      .when('arbitration')
      .thenTypes('DisputeAdvanced');
  });

  it('waits for the capture it disputes', () => {
    const payment = AUTHORISED.reduce(evolve, NO_PAYMENT);
    expect(() => recordDispute(FACT, payment)).toThrow(MissingPredecessor);
  });
});

describe('money that moves because of a dispute', () => {
  const move = (payment: Payment): readonly PaymentEvent[] => {
    const moved = { moved: eur('10.00'), fee: eur('15.00') };
    const movement = { movementReference: 'txn_1', direction: 'withdrawn', ...moved } as const;
    return recordDisputeMovement({ ...FACT, ...movement }, payment);
  };
  const given = decider((_: null, payment: Payment) => move(payment));

  it('opens the dispute that no fact named before, and counts once', () => {
    given(...CAPTURED)
      .when(null)
      .thenTypes('DisputeOpened', 'DisputeFundsWithdrawn');
    given(...after(move))
      .when(null)
      .thenNothing();
  });
});

describe('the end of a dispute', () => {
  const end =
    (outcome: 'won' | 'lost' | 'closed', at: string) =>
    (payment: Payment): readonly PaymentEvent[] =>
      recordDisputeEnd({ ...FACT, outcome, at }, payment);
  const given = decider((step: (payment: Payment) => readonly PaymentEvent[], payment: Payment) =>
    step(payment),
  );
  const lost = after(end('lost', '2026-04-02'));

  it('opens the dispute that no fact named before', () => {
    given(...CAPTURED)
      .when(end('won', '2026-04-01'))
      .thenTypes('DisputeOpened', 'DisputeWon');
  });

  it('counts once; a later end, as after an appeal, takes its place, an older one does not', () => {
    given(...lost)
      .when(end('lost', '2026-04-03'))
      .thenNothing();
    given(...lost)
      .when(end('won', '2026-04-01'))
      .thenNothing();
    given(...lost)
      .when(end('won', '2026-05-01'))
      .thenTypes('DisputeWon');
  });
});

describe('a report of fraud', () => {
  const report = (payment: Payment): readonly PaymentEvent[] => {
    const fact = { reportReference: 'issfr_1', captureReference: 'ch_c1', actionable: true };
    return recordFraudReport({ ...fact, fraudType: 'stolen', at: NOW }, payment);
  };

  it('is recorded once', () => {
    const given = decider((_: null, payment: Payment) => report(payment));
    given(...CAPTURED)
      .when(null)
      .thenTypes('FraudReported');
    given(...after(report))
      .when(null)
      .thenNothing();
  });

  it('is recorded of what is only held, also once that is given up', () => {
    for (const further of [[], [voidRequested(), voided()]]) {
      const [recorded] = report(fold([...AUTHORISED, ...further]));
      expect(recorded).toMatchObject({ type: 'FraudReported', data: { captureId: null } });
    }
  });

  it('waits for the hold or capture that it is about', () => {
    const begun = [initiated()];
    const beingTaken = [...AUTHORISED, captureRequested('c1', '10.00')];
    expect(() => report(fold(begun))).toThrow(MissingPredecessor);
    expect(() => report(fold(beingTaken))).toThrow(MissingPredecessor);
  });
});

describe("the provider's own review", () => {
  const review =
    (state: 'open' | 'closed') =>
    (payment: Payment): readonly PaymentEvent[] =>
      recordProviderReview({ reviewReference: 'prv_1', state, reason: 'rule', at: NOW }, payment);
  const given = decider((state: 'open' | 'closed', payment: Payment) => review(state)(payment));

  it('opens and closes once, also when its end comes first', () => {
    given(...CAPTURED)
      .when('open')
      .thenTypes('ProviderReviewOpened');
    given(...after(review('open')))
      .when('open')
      .thenNothing();
    given(...after(review('open')))
      .when('closed')
      .thenTypes('ProviderReviewClosed');
    given(...after(review('closed')))
      .when('open')
      .thenNothing();
  });

  it('holds the capture back until it ends', () => {
    const [first, ...rest] = AUTHORISED;
    const intent = 'capture' as const;
    const held: PaymentEvent[] = [{ ...first, data: { ...first.data, intent } }, ...rest];
    const open = review('open')(held.reduce(evolve, NO_PAYMENT));
    const underReview = [...held, ...open].reduce(evolve, NO_PAYMENT);
    expect(nextStep(held.reduce(evolve, NO_PAYMENT), NOW)).toBe('capture');
    expect(nextStep(underReview, NOW)).toBeNull();
    const closed = review('closed')(underReview).reduce(evolve, underReview);
    expect(nextStep(closed, NOW)).toBe('capture');
  });
});
