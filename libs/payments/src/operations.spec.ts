import type { Operation } from '#provider-port';
import {
  AUTHORISED,
  captured,
  captureRequested,
  eur,
  initiated,
  NOW,
  PAYMENT_ID,
  payerActionRequired,
  authorisationRequested,
  refundRequested,
  voidRequested,
} from '../../../test/support/payment-events.js';
import type { PaymentEvent } from './catalogue/events.js';
import { evolve } from './catalogue/evolve.js';
import { recordOutcome, requestOf } from './operations.js';
import { NO_PAYMENT, type Payment } from './payment/payment.js';
import { OPERATION_IDS } from './payment/vocabulary.js';

const LATER = '2026-03-01T12:05:00.000Z';
const RETURN_URL = 'https://shop.example/back';

const NEW_HOLD = { paymentId: PAYMENT_ID, amount: eur('12.00'), requestedAt: NOW };
const WAITING = [initiated(), authorisationRequested(), payerActionRequired()];

const CASES: readonly [Operation, string, readonly PaymentEvent[], object][] = [
  [
    'authorise',
    'a1',
    [initiated(), authorisationRequested()],
    {
      authorisationId: 'a1',
      amount: eur('10.00'),
      token: 'pm_card_visa',
      orderReference: null,
      returnUrl: RETURN_URL,
    },
  ],
  [
    'increment',
    'i1',
    [...AUTHORISED, { type: 'IncrementRequested', data: { ...NEW_HOLD, incrementId: 'i1' } }],
    { incrementId: 'i1', amount: eur('12.00'), reference: 'pi_1' },
  ],
  [
    'reauthorise',
    'n1',
    [
      ...AUTHORISED,
      { type: 'ReauthorisationRequested', data: { ...NEW_HOLD, reauthorisationId: 'n1' } },
    ],
    { reauthorisationId: 'n1', amount: eur('12.00'), reference: 'pi_1' },
  ],
  ['cancel', 'x1', WAITING, { cancellationId: 'x1', orderReference: 'ORDER-1' }],
  [
    'capture',
    'c1',
    [...AUTHORISED, captureRequested('c1', '4.00', false)],
    { captureId: 'c1', amount: eur('4.00'), reference: 'pi_1', final: false },
  ],
  [
    'void',
    'v1',
    [...AUTHORISED, voidRequested('v1')],
    { voidId: 'v1', reference: 'pi_1', rest: false },
  ],
  [
    'void',
    'v1',
    [...AUTHORISED, captured('c1', '4.00', false), voidRequested('v1')],
    { voidId: 'v1', reference: 'pi_1', rest: true },
  ],
  [
    'refund',
    'r1',
    [...AUTHORISED, captured('c1', '10.00'), refundRequested('r1', '3.00')],
    { refundId: 'r1', captureId: 'c1', amount: eur('3.00'), reference: 'ch_c1' },
  ],
];

describe('what the provider is asked', () => {
  it('is tried for every operation', () => {
    expect(new Set(CASES.map(([operation]) => operation))).toEqual(
      new Set(Object.keys(OPERATION_IDS)),
    );
  });

  it.each(CASES)('names its id and amount: %s %s', (operation, operationId, history, asked) => {
    const promise = { operation, operationId, since: LATER };
    const request = requestOf(promise, stateOf(history), RETURN_URL);
    expect(request).toEqual({ paymentId: PAYMENT_ID, promisedAt: LATER, ...asked });
  });

  it('is as old as the payment where the promise has no time', () => {
    const promise = { operation: 'cancel', operationId: 'x1', since: null } as const;
    const { promisedAt } = requestOf(promise, stateOf(WAITING), RETURN_URL);
    expect(promisedAt).toBe(NOW);
  });

  it('is nothing where the payment has no such operation', () => {
    const promise = { operation: 'capture', operationId: 'c9', since: NOW } as const;
    expect(() => requestOf(promise, stateOf(AUTHORISED), RETURN_URL)).toThrow(TypeError);
  });
});

describe('an answer of the provider', () => {
  it('gives the payer until the deadline to act', () => {
    const promise = { operation: 'authorise', operationId: 'a1', since: NOW } as const;
    const url = 'https://payer.example/act';
    const asks = { status: 'payer-action-required', url, orderReference: 'O', at: NOW } as const;
    const payment = stateOf([initiated(), authorisationRequested()]);
    const [recorded] = recordOutcome(promise, asks, { payment, deadline: LATER });
    expect(recorded).toMatchObject({ type: 'PayerActionRequired', data: { deadline: LATER } });
  });
});

function stateOf(history: readonly PaymentEvent[]): Payment {
  return history.reduce(evolve, NO_PAYMENT);
}
