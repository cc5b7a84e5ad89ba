import { evolve, NO_PAYMENT, type Payment, type PaymentEvent } from '#payments';
import {
  assessed,
  authorisationRequested,
  authorised,
  initiated,
  NOW,
  PAYMENT_ID,
} from '../../../test/support/payment-events.js';
import { messageOf } from './message.js';

const declined: PaymentEvent = {
  type: 'AuthorisationDeclined',
  data: {
    paymentId: PAYMENT_ID,
    authorisationId: 'a1',
    code: 'stolen_card',
    reason: 'no',
    codes: { error: 'card_declined', advice: 'do_not_try_again' },
    declinedAt: NOW,
  },
};

describe('a message about a payment', () => {
  it('says why it was declined, and what the payer may read', () => {
    expect(changeOf([initiated(), assessed(), authorisationRequested(), declined])).toMatchObject({
      code: 'stolen_card',
      decline: {
        reason: 'lost-or-stolen',
        advice: 'other-card',
        message: { en: 'Your payment was declined. Please use another card or payment method.' },
        provider: 'stripe',
        providerCode: 'stolen_card',
        codes: { error: 'card_declined', advice: 'do_not_try_again' },
        at: NOW,
      },
    });
  });

  it('says that the risk declined it', () => {
    const decline = { reason: 'fraud-block', provider: null, providerCode: null };
    expect(changeOf([initiated(), assessed('decline')])).toMatchObject({ code: 'risk', decline });
  });

  it('has no decline of what went well', () => {
    const well = [initiated(), assessed(), authorisationRequested(), authorised()];
    expect(changeOf(well)).toMatchObject({ decline: null });
  });
});

function changeOf(history: readonly PaymentEvent[]): unknown {
  const event = history.at(-1);
  if (!event) throw new TypeError('a message is about an event');
  const payment: Payment = history.reduce(evolve, NO_PAYMENT);
  const happening = { type: 'payment.declined', event, payment, position: '1/1' } as const;
  const body = messageOf({ ...happening, recordedAt: NOW });
  return body.data.change;
}
