import { Stripe } from 'stripe';
import { diagnoseStripe, STRIPE_ERRORS } from './errors.js';

/** The status that makes the SDK choose the class; see its own error factory. */
const STATUS: Readonly<Record<string, { statusCode: number; type: string }>> = {
  StripeCardError: { statusCode: 402, type: 'card_error' },
  StripeInvalidRequestError: { statusCode: 400, type: 'invalid_request_error' },
  StripeIdempotencyError: { statusCode: 400, type: 'idempotency_error' },
  StripeAuthenticationError: { statusCode: 401, type: 'invalid_request_error' },
  StripePermissionError: { statusCode: 403, type: 'invalid_request_error' },
  StripeRateLimitError: { statusCode: 429, type: 'invalid_request_error' },
  StripeAPIError: { statusCode: 500, type: 'api_error' },
};

type Raw = Parameters<typeof Stripe.errors.generateV1Error>[0];

describe('errors of Stripe', () => {
  it.each(STRIPE_ERRORS.map((row) => [row.type, row.code ?? '', row.param ?? '', row.treatment]))(
    'treats %s %s %s as %s',
    (type, code, param, treatment) => {
      const raw = {
        ...(STATUS[type] ?? {}),
        message: 'no',
        ...(code === '' ? {} : { code }),
        ...(param === '' ? {} : { param }),
      };
      const error =
        type === 'StripeConnectionError'
          ? new Stripe.errors.StripeConnectionError({ message: 'no' })
          : Stripe.errors.generateV1Error(raw as Raw);
      expect(error.type).toBe(type);
      expect(diagnoseStripe(error)?.treatment).toBe(treatment);
    },
  );

  it('names the issuer’s reason before Stripe’s code', () => {
    const error = Stripe.errors.generateV1Error({
      statusCode: 402,
      type: 'card_error',
      code: 'card_declined',
      decline_code: 'insufficient_funds',
      advice_code: 'try_again_later',
      network_decline_code: '51',
      message: 'Your card has insufficient funds.',
    });
    expect(diagnoseStripe(error)).toEqual({
      treatment: 'refused',
      code: 'insufficient_funds',
      reason: 'Your card has insufficient funds.',
      codes: { error: 'card_declined', advice: 'try_again_later', network: '51' },
      retryAfterMs: null,
    });
  });

  it('tells how long Stripe wants to be left alone', () => {
    const error = Stripe.errors.generateV1Error({
      statusCode: 429,
      type: 'invalid_request_error',
      message: 'slow down',
      headers: { 'retry-after': '3' },
    });
    expect(diagnoseStripe(error)).toMatchObject({ treatment: 'unavailable', retryAfterMs: 3_000 });
  });

  it('takes a conflict of parallel requests as an unknown outcome', () => {
    const error = Stripe.errors.generateV1Error({
      statusCode: 409,
      type: 'idempotency_error',
      code: 'idempotency_key_in_use',
      message: 'in use',
    });
    expect(diagnoseStripe(error)?.treatment).toBe('unavailable');
  });

  it('takes a missing object other than the payer’s token as our mistake', () => {
    const error = Stripe.errors.generateV1Error({
      statusCode: 404,
      type: 'invalid_request_error',
      code: 'resource_missing',
      param: 'intent',
      message: 'No such payment_intent',
    });
    expect(diagnoseStripe(error)?.treatment).toBe('misuse');
  });

  it('leaves our own bugs alone', () => {
    expect(diagnoseStripe(new TypeError('x is not a function'))).toBeNull();
  });
});
