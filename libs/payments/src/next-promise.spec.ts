import type { ProviderName } from '#provider-port';
import {
  assessed,
  authorisationRequested,
  authorised,
  captured,
  eur,
  held,
  initiated,
  NOW,
  payerActionRequired,
  PAYMENT_ID,
  reviewed,
} from '../../../test/support/payment-events.js';
import type { PaymentEvent } from './catalogue/events.js';
import { evolve } from './catalogue/evolve.js';
import { promiseOf, withNextPromise } from './next-promise.js';
import { NO_PAYMENT } from './payment/payment.js';

const LATER = '2026-03-01T13:00:00.000Z';
const NONE: ReadonlySet<ProviderName> = new Set();
const PAYPAL = { provider: 'paypal', method: { kind: 'paypal' } } as const;
const routing = { policy: 'p-1', reason: 'command-order', alternatives: [PAYPAL] };

const toCapture = [initiated({ intent: 'capture' }), assessed(), authorisationRequested()];

const unwanted: PaymentEvent = {
  type: 'CancellationPlanned',
  data: {
    paymentId: PAYMENT_ID,
    cancellationId: 'order-1',
    reason: 'order-cancelled',
    plannedAt: NOW,
  },
};

function declined(unsupported: boolean): PaymentEvent {
  const ids = { paymentId: PAYMENT_ID, authorisationId: 'a1' };
  const facts = { code: 'declined', reason: 'no', declinedAt: NOW };
  return {
    type: 'AuthorisationDeclined',
    data: { ...ids, ...facts, ...(unsupported && { unsupported }) },
  };
}

/** What is to be appended where `decided` was decided about a payment with this history. */
function appended(
  history: readonly PaymentEvent[],
  decided: readonly PaymentEvent[],
  away = NONE,
): readonly PaymentEvent[] {
  return withNextPromise(idOf, away)(() => decided, LATER)(history.reduce(evolve, NO_PAYMENT));
}

function promised(
  step: Parameters<typeof promiseOf>[0],
  history: readonly PaymentEvent[],
): readonly PaymentEvent[] {
  const payment = history.reduce(evolve, NO_PAYMENT);
  return promiseOf(step, payment, { now: LATER, away: NONE, idOf });
}

describe('a decision and the promise that follows from it', () => {
  it('approved: the authorisation is promised with it', () => {
    const authorisationId = idOf('by-intent', 'authorise', PAYMENT_ID);
    const data = { paymentId: PAYMENT_ID, authorisationId, amount: eur('10.00') };
    expect(appended([initiated()], [assessed()])).toEqual([
      assessed(),
      { type: 'AuthorisationRequested', data: { ...data, requestedAt: LATER } },
    ]);
  });

  it('approved while the provider is away: it goes another way and is promised there', () => {
    const [, rerouted, requested] = appended(
      [initiated({ routing })],
      [assessed()],
      new Set(['stripe']),
    );
    expect(rerouted).toMatchObject({
      type: 'PaymentRerouted',
      data: { provider: 'paypal', reason: 'provider-away', reroutedAt: LATER },
    });
    expect(requested).toMatchObject({ type: 'AuthorisationRequested' });
  });

  it('approved when NONE wants the payment any more: it is cancelled with it', () => {
    expect(appended([initiated(), unwanted], [assessed()])).toMatchObject([
      { type: 'RiskAssessed' },
      { type: 'PaymentCancelled', data: { reason: 'order-cancelled', cancelledAt: LATER } },
    ]);
  });

  it('authorised: the capture of all of it is promised with it, if that was the intent', () => {
    const captureId = idOf('by-intent', 'capture', PAYMENT_ID);
    const data = { paymentId: PAYMENT_ID, captureId, amount: eur('10.00'), final: true };
    expect(appended(toCapture, [authorised()])).toEqual([
      authorised(),
      { type: 'CaptureRequested', data: { ...data, requestedAt: LATER } },
    ]);
  });

  it('authorised when NONE wants the payment any more: its void is promised with it', () => {
    const voidId = idOf('by-intent', 'void', PAYMENT_ID);
    const data = { paymentId: PAYMENT_ID, voidId, requestedAt: LATER };
    expect(appended([...toCapture, unwanted], [authorised()])).toEqual([
      authorised(),
      { type: 'VoidRequested', data },
    ]);
  });

  it('authorised after a rejection: its void is promised with it', () => {
    const rejected = [...toCapture, held, reviewed('ReviewRejected')];
    expect(appended(rejected, [authorised()])).toMatchObject([
      { type: 'PaymentAuthorised' },
      { type: 'VoidRequested' },
    ]);
  });

  it.each<readonly [string, readonly PaymentEvent[], readonly PaymentEvent[]]>([
    ['approved, to be authorised by command', [initiated({ intent: 'initiate' })], [assessed()]],
    ['held for review', [initiated()], [assessed('review'), held]],
    ['a verdict to review without a hold', [initiated()], [assessed('review')]],
    ['declined by risk', [initiated()], [assessed('decline')]],
    [
      'a verdict that came after the authorisation was promised',
      [...toCapture],
      [assessed('approve', { stage: 'late' })],
    ],
    [
      'authorised, to be captured by command',
      [initiated(), assessed(), authorisationRequested()],
      [authorised()],
    ],
    ['authorised, while it is held for review', [...toCapture, held], [authorised()]],
    ['captured', [...toCapture, authorised()], [captured('c1', '10.00')]],
    [
      'declined by the provider, with another way left',
      [initiated({ routing }), assessed(), authorisationRequested()],
      [declined(true)],
    ],
    ['sent to the payer', toCapture, [payerActionRequired()]],
    ['approved by a person', [initiated(), assessed('review'), held], [reviewed('ReviewApproved')]],
    ['decided before', [initiated()], []],
  ])('alone: %s', (_name, history, decided) => {
    expect(appended(history, decided)).toEqual(decided);
  });
});

describe('the promise of a step that a payment takes by itself', () => {
  it('is the same one for a handler, a webhook and the resumer', () => {
    expect(promised('authorise', [initiated(), assessed()])).toEqual(
      appended([initiated()], [assessed()]).slice(1),
    );
    expect(promised('capture', [...toCapture, authorised()])).toEqual(
      appended(toCapture, [authorised()]).slice(1),
    );
  });

  it('is another one at another provider than at the one that declined', () => {
    const first = promised('authorise', [initiated({ routing }), assessed()]);
    const second = promised('authorise', [
      initiated({ routing }),
      assessed(),
      authorisationRequested(),
      declined(true),
    ]);
    expect(second).toMatchObject([
      { type: 'PaymentRerouted', data: { reason: 'not-supported' } },
      { type: 'AuthorisationRequested', data: {} },
    ]);
    expect(authorisationIdOf(second)).toBe(idOf('by-intent', 'authorise', PAYMENT_ID, 'a1'));
    expect(authorisationIdOf(second)).not.toBe(authorisationIdOf(first));
  });

  it('of a cancellation is the same one before and after a decline', () => {
    const history = [initiated(), assessed(), authorisationRequested(), declined(false), unwanted];
    expect(promised('cancel', history)).toMatchObject([
      {
        type: 'PaymentCancelled',
        data: { cancellationId: idOf('by-intent', 'cancel', PAYMENT_ID) },
      },
    ]);
  });

  it('takes back what waits for the payer, and says why', () => {
    const waiting = [...toCapture, payerActionRequired()];
    const reasonOf = (...more: PaymentEvent[]): unknown => {
      const [event] = promised('cancel', [...waiting, ...more]);
      return event?.type === 'CancellationRequested' ? event.data.reason : event;
    };
    expect(reasonOf()).toBe('payer-deadline');
    expect(reasonOf(held, reviewed('ReviewRejected'))).toBe('requested');
    expect(reasonOf(unwanted)).toBe('order-cancelled');
    expect(reasonOf(held, reviewed('ReviewRejected'), unwanted)).toBe('order-cancelled');
  });
});

function authorisationIdOf(events: readonly PaymentEvent[]): string | undefined {
  const last = events.at(-1);
  return last?.type === 'AuthorisationRequested' ? last.data.authorisationId : undefined;
}

function idOf(...words: readonly string[]): string {
  return words.join(' ');
}
