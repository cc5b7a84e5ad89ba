import { Money } from '#money';
import type { PaymentMethod, ProviderName } from '#payments';
import { Problem } from '#platform';
import type { InitiatePayment } from './initiate.handler.js';
import type { InitiateRequest } from './initiate.request.js';

/** How far ahead of our clock an upstream clock may be. */
const CLOCK_SKEW_MS = 5 * 60_000;

/**
 * What a request says about a new payment.
 *
 * @throws Problem `request-invalid` for fields that do not go together.
 */
export function initiationFacts(
  body: InitiateRequest,
): Omit<InitiatePayment['facts'], 'paymentId'> {
  const { orderId, merchantId, customerId, card } = body;
  const provider = providerOf(body);
  return {
    orderId,
    merchantId,
    customerId,
    amount: Money.fromJSON(body.amount),
    provider,
    method: methodOf(body, provider),
    intent: body.intent ?? 'authorise',
    card: card ? { fingerprint: card.fingerprint ?? null, country: card.country ?? null } : null,
    deviceId: body.deviceId ?? null,
    ipCountry: body.ipCountry ?? null,
    shippingCountry: body.shippingCountry ?? null,
    metadata: body.metadata ?? {},
    occurredAt: occurredAtOf(body),
  };
}

const PROVIDERS = { card: 'stripe', paypal: 'paypal' } as const;

/** Every method has one provider today, so routing has nothing to choose and says so. */
function providerOf({ provider, method }: InitiateRequest): ProviderName {
  return provider ?? PROVIDERS[method.kind];
}

/** A card is paid through Stripe, a PayPal account through PayPal. */
function methodOf({ method }: InitiateRequest, provider: ProviderName): PaymentMethod {
  if (PROVIDERS[method.kind] !== provider) {
    const kind = provider === 'stripe' ? 'card' : 'paypal';
    throw invalid('method.kind', `must be "${kind}" when provider is "${provider}"`);
  }
  return method.kind === 'card' ? { kind: 'card', token: method.token ?? '' } : { kind: 'paypal' };
}

function occurredAtOf({ occurredAt }: InitiateRequest): string {
  const now = new Date();
  if (occurredAt === undefined) return now.toISOString();
  const instant = new Date(occurredAt);
  if (instant.getTime() > now.getTime() + CLOCK_SKEW_MS) {
    throw invalid('occurredAt', 'must not be in the future');
  }
  return instant.toISOString();
}

function invalid(field: string, message: string): Problem {
  return new Problem('request-invalid', undefined, [{ field, message }]);
}
