import { evolve, NO_PAYMENT, type PaymentEvent } from '#payments';
import {
  AUTHORISED,
  captured,
  captureFailed,
  eur,
  NOW,
  PAYMENT_ID,
  refunded,
  refundFailed,
  refundRequested,
} from '../../../test/support/payment-events.js';
import { messageOf, messageTypeOf } from './message.js';

const DISPUTED: PaymentEvent = {
  type: 'DisputeOpened',
  data: {
    ...{ paymentId: PAYMENT_ID, disputeId: 'dp_1', captureId: 'c1', amount: eur('10.00') },
    ...{ reason: 'fraudulent', stage: 'chargeback', dueBy: null, openedAt: NOW },
  },
};

const WON: PaymentEvent = {
  type: 'DisputeWon',
  data: { paymentId: PAYMENT_ID, disputeId: 'dp_1', closedAt: NOW },
};

const TAKEN = [...AUTHORISED, captured('c1', '10.00')];

describe('a message names the capture', () => {
  it.each<[string, readonly PaymentEvent[], string | null]>([
    ['that was made', TAKEN, 'c1'],
    ['that failed', [...AUTHORISED, captureFailed('c2', '1.00')], 'c2'],
    ['whose money was given back', [...TAKEN, refunded('r1', '1.00')], 'c1'],
    [
      'whose money could not be given back',
      [...TAKEN, refundRequested('r1', '1.00'), refundFailed('r1', '1.00')],
      'c1',
    ],
    ['that is disputed', [...TAKEN, DISPUTED], 'c1'],
    ['whose dispute ended', [...TAKEN, DISPUTED, WON], 'c1'],
    ['only where there is one', AUTHORISED, null],
  ])('%s', (_, history, captureId) => {
    expect(changeAfter(history)).toMatchObject({ captureId });
  });
});

function changeAfter(history: readonly PaymentEvent[]): unknown {
  const event = history.at(-1);
  const type = event && messageTypeOf(event);
  if (!event || !type) throw new TypeError('nothing is said about it');
  const payment = history.reduce(evolve, NO_PAYMENT);
  const happening = { type, event, payment, position: '1/1', recordedAt: NOW };
  return messageOf(happening).data.change;
}
