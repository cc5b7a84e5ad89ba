import {
  assessed,
  authorisationRequested,
  authorised,
  captureFailed,
  captureRequested,
  initiated,
  NOW,
  PAYMENT_ID,
  refundFailed,
} from '../../../../test/support/payment-events.js';
import type { PaymentEvent } from '../catalogue/events.js';
import { evolve } from '../catalogue/evolve.js';
import { recordAuthorisation } from '../authorise/decide.js';
import { NO_PAYMENT, type Payment } from '../payment/payment.js';
import { declineOfEvent, declineOfOperation, declineOfPayment } from './payment-declines.js';

const REFUSED = {
  status: 'refused',
  code: 'insufficient_funds',
  reason: 'no',
  codes: { error: 'card_declined', advice: 'try_again_later' },
  at: NOW,
} as const;
const open = [initiated(), assessed(), authorisationRequested()];

describe('the decline of a payment', () => {
  it('is what its provider said, with what it said beside it', () => {
    expect(declineOfPayment(fold(refused()))).toEqual({
      reason: 'insufficient-funds',
      advice: 'retry',
      message: {
        en: 'There is not enough money on this card or account. Please try again later.',
        ar: 'الرصيد في هذه البطاقة أو هذا الحساب غير كافٍ. يرجى المحاولة مرة أخرى لاحقًا.',
      },
      provider: 'stripe',
      providerCode: 'insufficient_funds',
      codes: { error: 'card_declined', advice: 'try_again_later' },
      at: NOW,
    });
  });

  it('is derived of an event that was stored before there were codes beside its own', () => {
    const data = { paymentId: PAYMENT_ID, authorisationId: 'a1', code: 'lost_card', reason: 'no' };
    const old: PaymentEvent = { type: 'AuthorisationDeclined', data: { ...data, declinedAt: NOW } };
    expect(declineOfPayment(fold([...open, old]))).toMatchObject({
      reason: 'lost-or-stolen',
      message: { en: 'Your payment was declined. Please use another card or payment method.' },
      codes: null,
    });
  });

  it('is ours when the risk or an analyst declined it', () => {
    const declined = fold([initiated(), assessed('decline')]);
    const block = { reason: 'fraud-block', advice: 'none', provider: null, providerCode: null };
    expect(declineOfPayment(declined)).toMatchObject({
      ...block,
      message: { en: 'Your payment was declined.' },
    });
  });

  it('is none before, and none once it was asked for again', () => {
    expect(declineOfPayment(NO_PAYMENT)).toBeNull();
    expect(declineOfPayment(fold(open))).toBeNull();
    const again = [...refused(), authorisationRequested('a2')];
    expect(declineOfPayment(fold(again))).toBeNull();
    const late = recordAuthorisation(
      'a1',
      { status: 'authorised', reference: 'pi_1', expiresAt: null, at: NOW },
      fold(refused()),
    );
    expect(declineOfPayment(fold([...refused(), ...late]))).toBeNull();
  });
});

describe('the decline of a capture or refund', () => {
  const failed = [
    ...open,
    authorised(),
    captureRequested('c1', '1050'),
    captureFailed('c1', '1050'),
  ];

  it('is of the operation, while the payment has none', () => {
    const payment = fold(failed);
    const capture = payment.captures.get('c1');
    expect(capture && declineOfOperation('capture', capture, payment)?.providerCode).toBe(
      'declined',
    );
    expect(declineOfPayment(payment)).toBeNull();
  });

  it('stands in its event, and in no other event', () => {
    const payment = fold(failed);
    expect(declineOfEvent(refundFailed('r1', '400'), payment)?.reason).toBe('instrument-declined');
    expect(declineOfEvent(assessed('decline'), payment)?.reason).toBe('fraud-block');
    expect(declineOfEvent(authorised(), payment)).toBeNull();
  });

  it.each([
    ['AuthorisationDeclined', 'unknown'],
    ['IncrementDeclined', 'unknown'],
    ['ReauthorisationFailed', 'unknown'],
    ['CaptureFailed', 'unknown'],
    ['RefundFailed', 'lost-or-stolen'],
    ['RefundReversed', 'lost-or-stolen'],
    ['VoidFailed', undefined],
    ['CancellationFailed', undefined],
  ] as const)('is read from %s: %s', (type, reason) => {
    // Stripe says so of refunds alone.
    const times = { declinedAt: NOW, failedAt: NOW, reversedAt: NOW };
    const data = { paymentId: PAYMENT_ID, code: 'lost_or_stolen_card', reason: 'no', ...times };
    const decline = declineOfEvent({ type, data } as unknown as PaymentEvent, fold(open));
    expect(decline?.reason).toBe(reason);
    expect(decline?.at).toBe(reason && NOW);
  });
});

function refused(): PaymentEvent[] {
  return [...open, ...recordAuthorisation('a1', REFUSED, fold(open))];
}

function fold(events: readonly PaymentEvent[]): Payment {
  return events.reduce(evolve, NO_PAYMENT);
}
