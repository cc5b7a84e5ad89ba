import type { ProcessorResponse } from '@paypal/paypal-server-sdk';
import { textAt } from '../json.js';
import { codesOf } from '../refusal-codes.js';

/** What the processor said; not every word of it is in the SDK's lists. */
type Processor = { readonly [Field in keyof ProcessorResponse]: string | undefined };

type Denial = { readonly code: string } & ReturnType<typeof codesOf>;

/**
 * Why PayPal denied something: what the processor answered, else the reason of its state, else the
 * state itself.
 */
export function denialOf(
  processor: Processor | undefined,
  state: string,
  why?: string | null,
): Denial {
  const network = processor?.responseCode;
  return {
    code: network ?? why ?? state,
    ...codesOf({
      error: network === undefined ? null : (why ?? state),
      advice: null,
      network,
      networkAdvice: processor?.paymentAdviceCode,
      avs: processor?.avsCode,
      cvv: processor?.cvvCode,
    }),
  };
}

/** The same of a resource as webhooks write it. */
export function denialIn(resource: unknown, state: string): Denial {
  const said = (field: string) => textAt(resource, 'processor_response', field) ?? undefined;
  const processor = {
    responseCode: said('response_code'),
    paymentAdviceCode: said('payment_advice_code'),
    avsCode: said('avs_code'),
    cvvCode: said('cvv_code'),
  };
  return denialOf(processor, state, textAt(resource, 'status_details', 'reason'));
}
