import { Money } from '#money';
import type { PaymentMethod, Route } from '#payments';
import { Problem } from '#platform';
import { METHODS, providerOf, takes } from '#routing';
import type { Initiation } from './initiate-payment.js';
import type { AlternativeRequest, InitiateRequest } from './initiate.request.js';

/**
 * What a request says about a new payment.
 *
 * @throws Problem `request-invalid` for fields that do not go together.
 */
export function initiationFacts(paymentId: string, body: InitiateRequest): Initiation {
  const { orderId, merchantId, customerId } = body;
  return {
    paymentId,
    orderId,
    merchantId,
    customerId,
    amount: Money.fromJSON(body.amount),
    routes: routesOf(body),
    named: body.provider !== undefined,
    intent: body.intent ?? 'authorise',
    ...payerFacts(body),
    metadata: body.metadata ?? {},
    occurredAt: occurredAtOf(body),
    ...(body.imported && { imported: true }),
    ...(body.returnUrl !== undefined && { returnUrl: body.returnUrl }),
  };
}

/** What fraud scores look at; null is what the request does not tell. */
function payerFacts(
  body: InitiateRequest,
): Pick<Initiation, 'card' | 'deviceId' | 'ipCountry' | 'shippingCountry'> {
  const { card } = body;
  return {
    card: card ? { fingerprint: card.fingerprint ?? null, country: card.country ?? null } : null,
    deviceId: body.deviceId ?? null,
    ipCountry: body.ipCountry ?? null,
    shippingCountry: body.shippingCountry ?? null,
  };
}

function routesOf(body: InitiateRequest): Initiation['routes'] {
  const others = (body.alternatives ?? []).map((other, index) =>
    routeOf(other, `alternatives.${index}.`),
  );
  return [routeOf(body, ''), ...others];
}

/** A card is paid through Stripe, a PayPal account through PayPal. */
function routeOf({ provider: named, method }: AlternativeRequest, at: string): Route {
  const paidWith = methodOf(method);
  const provider = named ?? providerOf(paidWith);
  if (!takes(provider, paidWith)) {
    const kinds = METHODS[provider].map((kind) => `"${kind}"`).join(' or ');
    throw invalid(`${at}method.kind`, `must be ${kinds} when provider is "${provider}"`);
  }
  return { provider, method: paidWith };
}

function methodOf({ kind, token }: AlternativeRequest['method']): PaymentMethod {
  return kind === 'card' ? { kind, token: token ?? '' } : { kind };
}

function occurredAtOf({ occurredAt, imported }: InitiateRequest): string | null {
  if (occurredAt !== undefined) return new Date(occurredAt).toISOString();
  if (imported) throw invalid('occurredAt', 'must say when an imported payment was made');
  return null;
}

function invalid(field: string, message: string): Problem {
  return new Problem('request-invalid', undefined, [{ field, message }]);
}
