import { decider } from '../../../../test/support/decider.js';
import {
  assessed,
  AUTHORISED,
  authorised,
  authorisationRequested,
  captured,
  captureFailed,
  captureRequested,
  initiated,
  NOW,
  PAYMENT_ID,
  payerActionRequired,
  refunded,
  refundRequested,
  voided,
  voidRequested,
} from '../../../../test/support/payment-events.js';
import { attend, type Attention } from '../attention.js';
import { requestAuthorisation } from '../authorise/decide.js';
import { requestCapture } from '../capture/decide.js';
import type { PaymentEvent } from '../catalogue/events.js';
import { evolve } from '../catalogue/evolve.js';
import { nextStep } from '../next-step.js';
import { PaymentError } from '../payment/errors.js';
import { NO_PAYMENT, type Payment } from '../payment/payment.js';
import { requestCancellation } from './decide.js';
import { cancellationResultOf, planCancellation } from './plan.js';

const IDS = { paymentId: PAYMENT_ID, cancellationId: 'x1' };
const planned: PaymentEvent = {
  type: 'CancellationPlanned',
  data: { ...IDS, reason: 'order-cancelled', plannedAt: NOW },
};
const requested: PaymentEvent = {
  type: 'CancellationRequested',
  data: { ...IDS, reason: 'order-cancelled', requestedAt: NOW },
};
const payerWasFaster: PaymentEvent = {
  type: 'CancellationFailed',
  data: { ...IDS, code: 'unexpected_state', reason: 'requires_capture', failedAt: NOW },
};
const voidFailed: PaymentEvent = {
  type: 'VoidFailed',
  data: { paymentId: PAYMENT_ID, voidId: 'v1', code: 'captured', reason: 'no', failedAt: NOW },
};
const captures = initiated({ intent: 'capture' });
const AUTHORISING = [captures, assessed(), authorisationRequested()] as const;
const WAITING = [...AUTHORISING, payerActionRequired()] as const;

const given = decider((cancellationId: string, payment: Payment) =>
  planCancellation({ cancellationId, reason: 'order-cancelled', now: NOW }, payment),
);

describe('planning a cancellation', () => {
  it('is possible wherever no money was taken, also with operations under way', () => {
    given(captures).when('x1').then(planned);
    given(...AUTHORISING)
      .when('x1')
      .then(planned);
    given(...WAITING)
      .when('x1')
      .then(planned);
    given(...AUTHORISED, captureRequested('c1', '10.00'))
      .when('x1')
      .then(planned);
  });

  it('changes nothing when it is repeated, or when nothing is left to cancel', () => {
    given(captures, planned).when('x2').thenNothing();
    given(...AUTHORISED, voidRequested(), voided())
      .when('x1')
      .thenNothing();
  });

  it('ends what is left of a hold, and later captures', () => {
    const part = [...AUTHORISED, captured('c1', '4.00', false)];
    given(...part)
      .when('x1')
      .then(planned);
    const unwanted = [...part, planned].reduce(evolve, NO_PAYMENT);
    expect(nextStep(unwanted, NOW)).toBe('void');
    const capture = { captureId: 'c2', amount: null, final: true, now: NOW };
    expect(() => requestCapture(capture, unwanted)).toThrow(PaymentError);
    expect(cancellationResultOf(evolve(unwanted, voidRequested()))).toBe('cancelling');
    const ended = [voidRequested(), voided()].reduce(evolve, unwanted);
    expect(nextStep(ended, NOW)).toBeNull();
    expect(cancellationResultOf(ended)).toBe('captured');
  });

  it('is followed until the hold is gone, though a part is captured meanwhile', () => {
    const told = [...AUTHORISED, captureRequested('c1', '4.00', false), planned];
    const attention = [...told, captured('c1', '4.00', false)].reduce<Attention | null>(
      (known, event) => attend(known, event, NOW),
      null,
    );
    expect(attention?.open).toContain('planned-cancellation');
  });

  it('leaves captured money where it is', () => {
    given(...AUTHORISED, captureRequested('c1', '10.00'), captured('c1', '10.00'))
      .when('x1')
      .thenNothing();
  });
});

describe('a payment whose cancellation is planned', () => {
  it.each([
    ['is cancelled before it reached the provider', [captures, planned], 'cancel'],
    ['waits for what is under way', [...AUTHORISING, planned], null],
    ['is taken back from the payer', [...WAITING, planned], 'cancel'],
    ['is voided once it is held', [...AUTHORISING, planned, authorised()], 'void'],
    [
      'is voided when the payer was faster',
      [...WAITING, planned, requested, payerWasFaster, authorised()],
      'void',
    ],
    [
      'is voided when its capture failed',
      [...AUTHORISED, captureRequested('c1', '10.00'), planned, captureFailed('c1', '10.00')],
      'void',
    ],
    [
      'is left alone once a void was refused',
      [...AUTHORISED, planned, voidRequested(), voidFailed],
      null,
    ],
  ] as const)('%s', (_, events, step) => {
    expect(nextStep(fold(events), NOW)).toBe(step);
  });

  it('takes no more money', () => {
    const held = fold([...AUTHORISED, planned]);
    const capture = { captureId: 'c1', amount: null, final: true, now: NOW };
    expect(() => requestCapture(capture, held)).toThrow(PaymentError);
    const again = { authorisationId: 'a2', now: NOW };
    expect(() => requestAuthorisation(again, fold([captures, assessed(), planned]))).toThrow(
      PaymentError,
    );
  });

  it('is taken back by the cancellation that follows', () => {
    const command = { cancellationId: 'x2', reason: 'order-cancelled', now: NOW } as const;
    expect(requestCancellation(command, fold([...WAITING, planned]))).toMatchObject([
      { type: 'CancellationRequested', data: { reason: 'order-cancelled' } },
    ]);
  });

  it('is looked after until it is over', () => {
    const open = [...AUTHORISING, planned, authorised()];
    expect(attention(open)?.open).toContain('planned-cancellation');
    expect(attention([...open, voidRequested(), voided()])).toBeNull();
  });
});

describe('the result of a cancellation', () => {
  const taken = [...AUTHORISED, captureRequested('c1', '10.00'), captured('c1', '10.00')];
  it.each([
    ['cancelled', [...AUTHORISED, planned, voidRequested(), voided()]],
    ['cancelling', [...AUTHORISING, planned]],
    ['cancelling', [...AUTHORISED, planned, voidRequested()]],
    ['not-cancelled', [...AUTHORISED, planned, voidRequested(), voidFailed]],
    ['captured', taken],
    ['refunded', [...taken, refundRequested('r1', '10.00'), refunded('r1', '10.00')]],
  ] as const)('is %s', (result, events) => {
    expect(cancellationResultOf(fold(events))).toBe(result);
  });
});

function fold(events: readonly PaymentEvent[]): Payment {
  return events.reduce(evolve, NO_PAYMENT);
}

function attention(events: readonly PaymentEvent[]): Attention | null {
  return events.reduce<Attention | null>((known, event) => attend(known, event, NOW), null);
}
