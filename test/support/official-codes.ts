import { read } from './specifications.js';

type StripeDocument = { readonly $defs: Readonly<Record<string, object>> };

/** Every code that Stripe's SDK lists for the error of a payment. */
export function stripeErrorCodes(): readonly string[] {
  const { $defs } = read('stripe/derived/stripe-23.1.0.core.json') as StripeDocument;
  const failure = $defs['PaymentIntent.LastPaymentError'] as {
    readonly properties: { readonly code: { readonly 'x-known-values': readonly string[] } };
  };
  return failure.properties.code['x-known-values'];
}

/** What Stripe's charges may say under `outcome.advice_code`. */
export function stripeAdviceCodes(): readonly string[] {
  const { $defs } = read('stripe/derived/stripe-23.1.0.core.json') as StripeDocument;
  const outcome = $defs['Charge.Outcome'] as {
    readonly properties: {
      readonly advice_code: { readonly anyOf: readonly [KnownValues, object] };
    };
  };
  return outcome.properties.advice_code.anyOf[0]['x-known-values'];
}

type KnownValues = { readonly 'x-known-values': readonly string[] };

type IssueCatalogue = {
  readonly operations: readonly {
    readonly operationId: string;
    readonly errors: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  }[];
};

/** The issues that PayPal documents for a 422 of these operations. */
export function paypalIssuesOf(operationIds: readonly string[]): readonly string[] {
  const { operations } = read('paypal/derived/paypal-issue-catalogue.json') as IssueCatalogue;
  const ours = operations.filter(({ operationId }) => operationIds.includes(operationId));
  if (ours.length !== operationIds.length) throw new Error('an operation is not documented');
  return [...new Set(ours.flatMap(({ errors }) => Object.keys(errors['422'] ?? {})))];
}

type Words = { readonly enum: readonly string[] };

/** What PayPal's objects may say of a processor's answer, and why they are in their state. */
export function paypalWords(): Readonly<
  Record<'processor' | 'advice' | 'states', readonly string[]>
> {
  const { components } = read('paypal/payments_payment_v2.json') as {
    readonly components: {
      readonly schemas: Readonly<
        Record<string, { readonly properties: Readonly<Record<string, Words>> }>
      >;
    };
  };
  const wordsOf = (schema: string, property: string): readonly string[] =>
    components.schemas[schema]?.properties[property]?.enum ?? [];
  return {
    processor: wordsOf('processor_response', 'response_code'),
    advice: wordsOf('processor_response', 'payment_advice_code'),
    states: ['authorization', 'capture', 'refund'].flatMap((object) =>
      wordsOf(`${object}_status_details`, 'reason'),
    ),
  };
}
