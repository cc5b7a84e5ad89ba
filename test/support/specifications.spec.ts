import {
  HAVE_SPECIFICATIONS,
  PayPalSpecification,
  StripeSpecification,
  type Exchange,
} from './specifications.js';

const REFUND = {
  id: 're_1',
  object: 'refund',
  amount: 100,
  balance_transaction: null,
  charge: 'ch_1',
  created: 1_790_000_000,
  currency: 'eur',
  customer: null,
  customer_account: null,
  metadata: {},
  payment_intent: 'pi_1',
  payment_method: null,
  reason: null,
  receipt_number: null,
  source_transfer_reversal: null,
  status: 'succeeded',
  transfer_reversal: null,
};

const stripeExchange = (request: string, response: object): Exchange => ({
  method: 'POST',
  path: '/v1/refunds',
  requestBody: request,
  status: 200,
  responseBody: JSON.stringify(response),
});

const paypalExchange = (status: number, response: object, path = '/capture'): Exchange => ({
  method: 'POST',
  path: `/v2/payments/authorizations/A1${path}`,
  requestBody: '{}',
  status,
  responseBody: JSON.stringify(response),
});

if (!HAVE_SPECIFICATIONS) {
  it('has no official specifications beside the repository, so nothing is checked', () => {
    expect(HAVE_SPECIFICATIONS).toBe(false);
  });
} else {
  describe("Stripe's specification", () => {
    const specification = new StripeSpecification();

    it('finds nothing in what is right', () => {
      const exchange = stripeExchange('payment_intent=pi_1&amount=100&metadata[a]=b', REFUND);
      expect(specification.problemsOf(exchange)).toEqual([]);
    });

    it('catches planted deviations', () => {
      const { charge, ...without } = REFUND;
      expect(charge).toBe('ch_1');
      const planted = [
        stripeExchange('payment_intent=pi_1&bogus=1', REFUND),
        stripeExchange('amount=ten', REFUND),
        stripeExchange('', without),
        stripeExchange('', { ...REFUND, amount: '100' }),
        { ...stripeExchange('', REFUND), path: '/v1/refund' },
        { ...stripeExchange('', {}), status: 402 },
      ];
      expect(planted.filter((each) => specification.problemsOf(each).length === 0)).toEqual([]);
    });
  });

  describe("PayPal's specification", () => {
    const specification = new PayPalSpecification();
    const refusal = (issue: string) => ({
      name: 'UNPROCESSABLE_ENTITY',
      message:
        'The requested action could not be performed, semantically incorrect, or failed business validation.',
      debug_id: '1',
      details: [{ issue, description: 'Any.' }],
    });

    it('finds nothing in what is right', () => {
      expect(
        specification.problemsOf(paypalExchange(201, { id: 'C1', status: 'COMPLETED' })),
      ).toEqual([]);
      expect(
        specification.problemsOf(paypalExchange(422, refusal('AUTHORIZATION_VOIDED'))),
      ).toEqual([]);
    });

    it('catches planted deviations', () => {
      const planted = [
        paypalExchange(201, { id: 'C1', status: 'DONE' }),
        paypalExchange(201, { id: 1 }),
        paypalExchange(422, refusal('NO_SUCH_ISSUE')),
        paypalExchange(422, { ...refusal('AUTHORIZATION_VOIDED'), name: 'SOMETHING_ELSE' }),
        paypalExchange(204, {}),
        paypalExchange(201, {}, '/take'),
        { ...paypalExchange(201, {}), requestBody: '{"final_capture":"yes"}' },
      ];
      expect(planted.filter((each) => specification.problemsOf(each).length === 0)).toEqual([]);
    });
  });
}
