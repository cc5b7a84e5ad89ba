import {
  DECLINE_ADVICE,
  DECLINE_REASON_NAMES,
  PAYER_LANGUAGES,
  PAYMENT_STATUSES,
  type Decline,
} from '#payments';
import { MESSAGE_TYPES, type WebhookMessage } from './message.js';

type FieldsOf<Type> = { readonly [Field in keyof Type]: object };

/** JSON Schema of an object whose fields are all there, and no others. */
function closed(properties: object) {
  const required = Object.keys(properties);
  return { type: 'object', properties, required, additionalProperties: false } as const;
}

const TEXT = { type: 'string', minLength: 1 } as const;
const TEXT_OR_NULL = { type: ['string', 'null'], minLength: 1 } as const;

const MONEY = closed({
  amount: { type: 'string', pattern: '^-?\\d+$', description: 'minor units' },
  currency: { type: 'string', pattern: '^[A-Z]{3}$' },
} satisfies FieldsOf<WebhookMessage['data']['amount']>);

const DECLINE = closed({
  reason: { enum: DECLINE_REASON_NAMES },
  advice: { enum: Object.keys(DECLINE_ADVICE) },
  message: closed(Object.fromEntries(PAYER_LANGUAGES.map((language) => [language, TEXT]))),
  provider: TEXT_OR_NULL,
  providerCode: TEXT_OR_NULL,
  codes: { type: ['object', 'null'], additionalProperties: TEXT },
  at: { type: ['string', 'null'], format: 'date-time' },
} satisfies FieldsOf<Decline>);

/** What every message is; the compiler demands each of its fields here. */
export const MESSAGE_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A webhook of Assay',
  ...closed({
    type: { enum: MESSAGE_TYPES },
    timestamp: { type: 'string', format: 'date-time' },
    version: { const: 1 },
    data: closed({
      paymentId: TEXT,
      orderId: TEXT,
      status: { enum: PAYMENT_STATUSES },
      amount: MONEY,
      captured: MONEY,
      refunded: MONEY,
      change: closed({
        amount: { anyOf: [MONEY, { type: 'null' }] },
        captureId: TEXT_OR_NULL,
        refundId: TEXT_OR_NULL,
        disputeId: TEXT_OR_NULL,
        code: TEXT_OR_NULL,
        decline: { anyOf: [DECLINE, { type: 'null' }] },
        url: TEXT_OR_NULL,
      } satisfies FieldsOf<WebhookMessage['data']['change']>),
      position: { type: 'string', pattern: '^\\d+/\\d+$' },
    } satisfies FieldsOf<WebhookMessage['data']>),
  } satisfies FieldsOf<WebhookMessage>),
};
