import { parse } from 'qs';
import {
  anything,
  formFlag,
  formInteger,
  list,
  mapOf,
  object,
  oneOf,
  readShape,
  text,
  type Shape,
} from '../shape.js';
import { EVIDENCE_FIELDS } from './disputes/render.js';
import { badParameter, invalid } from './errors.js';

const metadata = mapOf(text(500));
const expand = list(text());
const captureMethod = oneOf('automatic', 'automatic_async', 'manual');
const cardOptions = object({
  card: object({
    request_incremental_authorization: oneOf('if_available', 'never'),
    request_multicapture: oneOf('if_available', 'never'),
    request_three_d_secure: oneOf('any', 'automatic', 'challenge'),
  }),
});
const offSession: Shape<boolean> = (value, context) =>
  value === 'one_off' || value === 'recurring' ? true : formFlag()(value, context);

const confirmation = {
  allowed_payment_method_types: list(oneOf('card', 'link')),
  capture_method: captureMethod,
  error_on_requires_action: formFlag(),
  expand,
  off_session: offSession,
  payment_method: text(),
  payment_method_options: cardOptions,
  receipt_email: text(),
  return_url: text(5000, /^[a-z][a-z0-9+.-]*:\/\//i),
  setup_future_usage: oneOf('off_session', 'on_session'),
  use_stripe_sdk: formFlag(),
};

/** An empty text in place of a map removes all its keys. */
function erasable<T>(shape: Shape<T>): Shape<T | ''> {
  return (value, context) => (value === '' ? '' : shape(value, context));
}

/** What the sandbox understands. Other parameters of Stripe's are refused, never passed over. */
export const PARAMS = {
  createPayment: object(
    {
      ...confirmation,
      amount: formInteger(),
      currency: text(3),
      automatic_payment_methods: object(
        { enabled: formFlag(), allow_redirects: oneOf('always', 'never') },
        'enabled',
      ),
      confirm: formFlag(),
      confirmation_method: oneOf('automatic', 'manual'),
      description: text(),
      metadata,
      statement_descriptor: text(22),
      statement_descriptor_suffix: text(22),
      transfer_group: text(),
    },
    'amount',
    'currency',
  ),
  confirmPayment: object(confirmation),
  capturePayment: object({
    amount_to_capture: formInteger(),
    expand,
    final_capture: formFlag(),
    metadata,
    statement_descriptor: text(22),
    statement_descriptor_suffix: text(22),
  }),
  cancelPayment: object({
    cancellation_reason: oneOf('abandoned', 'duplicate', 'fraudulent', 'requested_by_customer'),
    expand,
  }),
  incrementPayment: object(
    {
      amount: formInteger(),
      description: text(),
      expand,
      metadata,
      statement_descriptor: text(22),
    },
    'amount',
  ),
  updatePayment: object({
    amount: formInteger(),
    capture_method: captureMethod,
    currency: text(3),
    description: text(),
    expand,
    metadata: erasable(metadata),
    payment_method: text(),
    receipt_email: text(),
    setup_future_usage: oneOf('off_session', 'on_session'),
    statement_descriptor: text(22),
    statement_descriptor_suffix: text(22),
    transfer_group: text(),
  }),
  updateRefund: object({ expand, metadata: erasable(metadata) }),
  updateDispute: object({
    evidence: object({
      ...Object.fromEntries(EVIDENCE_FIELDS.map((name) => [name, text(20_000)])),
      enhanced_evidence: anything(),
    }),
    expand,
    metadata: erasable(metadata),
    submit: formFlag(),
  }),
  createPayout: object(
    {
      amount: formInteger(),
      currency: text(3),
      description: text(),
      expand,
      metadata,
      method: oneOf('standard'),
      statement_descriptor: text(22),
    },
    'amount',
    'currency',
  ),
  onlyExpand: object({ expand }),
  createRefund: object({
    amount: formInteger(),
    charge: text(),
    expand,
    metadata,
    payment_intent: text(),
    reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer'),
  }),
  retrieve: object({ expand, client_secret: text() }),
} as const;

const created: Shape<CreatedFilter> = (value, context) =>
  typeof value === 'string'
    ? { at: formInteger()(value, context) }
    : object({ gt: formInteger(), gte: formInteger(), lt: formInteger(), lte: formInteger() })(
        value,
        context,
      );

export type CreatedFilter = {
  readonly at?: number;
  readonly gt?: number;
  readonly gte?: number;
  readonly lt?: number;
  readonly lte?: number;
};

const page = {
  created,
  ending_before: text(),
  expand,
  limit: formInteger(),
  starting_after: text(),
};

export const LISTS = {
  payments: object({ ...page, customer: text() }),
  charges: object({ ...page, payment_intent: text() }),
  refunds: object({ ...page, charge: text(), payment_intent: text() }),
  disputes: object({ ...page, charge: text(), payment_intent: text() }),
  fraudWarnings: object({ ...page, charge: text(), payment_intent: text() }),
  reviews: object(page),
  payouts: object({
    ...page,
    arrival_date: created,
    status: oneOf('pending', 'in_transit', 'paid', 'failed', 'canceled'),
  }),
  balanceTransactions: object({
    ...page,
    currency: text(3),
    payout: text(),
    source: text(),
    type: text(),
  }),
  events: object({ ...page, type: text(), types: list(text()), delivery_success: formFlag() }),
} as const;

export type ListParams = {
  readonly created?: CreatedFilter;
  readonly ending_before?: string;
  readonly limit?: number;
  readonly starting_after?: string;
  readonly expand?: readonly string[];
};

/**
 * Reads a form body or a query.
 *
 * @throws StripeRefusal for the first unknown, missing or wrong parameter.
 */
export function readParams<T>(shape: Shape<T>, form: string): T {
  const given = form === '' ? {} : parse(form, { depth: 10, arrayLimit: 100, plainObjects: true });
  const { read, problems } = readShape(shape, given);
  const [first] = problems;
  if (first !== undefined) throw badParameter(first);
  return read;
}

/** @throws StripeRefusal unless a v1 request carries a form. */
export function checkForm(contentType: string | undefined, body: Buffer): void {
  if (body.length === 0 || contentType?.startsWith('application/x-www-form-urlencoded')) return;
  throw invalid(
    `Invalid request: send the parameters as application/x-www-form-urlencoded, not as ${contentType ?? 'nothing named'}.`,
  );
}
