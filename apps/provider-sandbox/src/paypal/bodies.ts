import { anything, flag, list, object, oneOf, readShape, text, type Shape } from '../shape.js';
import { badBody, refused } from './errors.js';
import { moneyShape } from './money.js';

const breakdown = object({
  item_total: moneyShape,
  shipping: moneyShape,
  handling: moneyShape,
  tax_total: moneyShape,
  insurance: moneyShape,
  shipping_discount: moneyShape,
  discount: moneyShape,
});

const purchaseUnit = object(
  {
    reference_id: text(256),
    amount: object(
      {
        currency_code: text(3),
        value: text(32, /^((-?[0-9]+)|(-?([0-9]+)?[.][0-9]+))$/),
        breakdown,
      },
      'currency_code',
      'value',
    ),
    description: text(127),
    custom_id: text(127),
    invoice_id: text(127),
    soft_descriptor: text(22),
    items: list(anything()),
    shipping: anything(),
  },
  'amount',
);

const experience = {
  brand_name: text(127),
  locale: text(10),
  shipping_preference: oneOf('GET_FROM_FILE', 'NO_SHIPPING', 'SET_PROVIDED_ADDRESS'),
  return_url: text(2048, /^https?:\/\//),
  cancel_url: text(2048, /^https?:\/\//),
  user_action: oneOf('CONTINUE', 'PAY_NOW'),
};

/** What the sandbox understands. Everything else in a body is refused, never passed over. */
export const BODIES = {
  createOrder: object(
    {
      intent: oneOf('CAPTURE', 'AUTHORIZE'),
      // One of the ten that PayPal takes: no caller of the sandbox splits an order.
      purchase_units: list(purchaseUnit, 1),
      payment_source: object({
        paypal: object({
          email_address: text(254),
          experience_context: object({
            ...experience,
            landing_page: oneOf('LOGIN', 'GUEST_CHECKOUT', 'NO_PREFERENCE'),
            payment_method_preference: oneOf('UNRESTRICTED', 'IMMEDIATE_PAYMENT_REQUIRED'),
          }),
        }),
        card: anything(),
        token: anything(),
      }),
      application_context: object({
        ...experience,
        landing_page: oneOf('LOGIN', 'BILLING', 'NO_PREFERENCE'),
      }),
    },
    'intent',
    'purchase_units',
  ),
  finishOrder: object({ payment_source: anything() }),
  captureAuthorization: object({
    amount: moneyShape,
    invoice_id: text(127),
    note_to_payer: text(255),
    soft_descriptor: text(22),
    final_capture: flag(),
  }),
  reauthorize: object({ amount: moneyShape }),
  refundCapture: object({
    amount: moneyShape,
    custom_id: text(127),
    invoice_id: text(127),
    note_to_payer: text(255),
  }),
} as const;

/**
 * Reads a JSON body; an empty one is an empty object.
 *
 * @throws PayPalRefusal that names every unknown, missing or wrong field.
 */
export function readBody<T>(shape: Shape<T>, body: Buffer): T {
  const { read, problems } = readShape(shape, body.length === 0 ? {} : parse(body));
  if (problems.length > 0) throw badBody(problems);
  return read;
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw refused('MALFORMED_REQUEST_JSON', { location: 'body' });
  }
}
