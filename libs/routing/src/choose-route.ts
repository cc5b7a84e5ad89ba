import { Money } from '#money';
import {
  PaymentError,
  type PaymentMethod,
  type ProviderName,
  type Route,
  type Routing,
} from '#payments';
import type { RoutingCondition, RoutingPolicy, RoutingRule } from './policy.js';

/** A payment that wants a provider. */
export type Unrouted = {
  readonly amount: Money;
  /** What the command offers, in its own order. */
  readonly routes: readonly [Route, ...Route[]];
  /** The command names the provider of the first one itself, so no rule prefers another. */
  readonly named: boolean;
};

export type NamedRouting = { readonly name: string; readonly policy: RoutingPolicy };

/** Why a provider cannot move an amount; null when it can. */
export type RefusalOf = (provider: ProviderName, amount: Money) => string | null;

export type Routed = Route & { readonly routing: Routing };

/** Which provider takes which method; a token of one is worth nothing at another. */
export const METHODS: Readonly<Record<ProviderName, readonly PaymentMethod['kind'][]>> = {
  stripe: ['card'],
  paypal: ['paypal'],
};

export function takes(provider: ProviderName, { kind }: PaymentMethod): boolean {
  return METHODS[provider].includes(kind);
}

/** The provider of a method, where a command names none. */
export function providerOf({ kind }: PaymentMethod): ProviderName {
  return DEFAULT_PROVIDER[kind];
}

const DEFAULT_PROVIDER: Readonly<Record<PaymentMethod['kind'], ProviderName>> = {
  card: 'stripe',
  paypal: 'paypal',
};

/**
 * Chooses the way of a payment among those that the command offers and that can move its amount.
 *
 * @throws PaymentError `amount-not-supported` when none can.
 */
export function chooseRoute(
  unrouted: Unrouted,
  { name, policy }: NamedRouting,
  refusalOf: RefusalOf,
): Routed {
  const { amount, routes, named } = unrouted;
  const possible = routes.filter(
    ({ provider, method }) => takes(provider, method) && refusalOf(provider, amount) === null,
  );
  const [only] = possible;
  if (!only) throw impossible(unrouted, refusalOf);
  const rule = named ? undefined : policy.rules.find(({ when }) => meets(when, unrouted));
  const [best = only, ...others] = rule ? preferred(rule, possible) : possible;
  const reason =
    possible.length === 1 && routes.length > 1 ? 'only-possible' : reasonOf(rule, named);
  const elsewhere = others.filter(({ provider }) => provider !== best.provider);
  const alternatives = policy.failover ? elsewhere : [];
  return { ...best, routing: { policy: name, reason, alternatives } };
}

function reasonOf(rule: RoutingRule | undefined, named: boolean): string {
  if (named) return 'named';
  return rule ? `rule:${rule.id}` : 'command-order';
}

function meets(when: RoutingCondition, { amount, routes: [first] }: Unrouted): boolean {
  const { currencies, methods, amountAtLeast, amountAtMost } = when;
  if (currencies && !currencies.includes(amount.currency)) return false;
  if (methods && !methods.includes(first.method.kind)) return false;
  if (amountAtLeast && !isAtLeast(amount, Money.fromJSON(amountAtLeast))) return false;
  return !amountAtMost || isAtLeast(Money.fromJSON(amountAtMost), amount);
}

function isAtLeast(amount: Money, bound: Money): boolean {
  return amount.currency === bound.currency && !bound.isGreaterThan(amount);
}

/** Stable: ways of equal rank keep the command's order. */
function preferred({ prefer }: RoutingRule, routes: readonly Route[]): Route[] {
  const rankOf = ({ provider }: Route): number => {
    const rank = prefer.indexOf(provider);
    return rank === -1 ? prefer.length : rank;
  };
  return [...routes].sort((a, b) => rankOf(a) - rankOf(b));
}

function impossible({ amount, routes }: Unrouted, refusalOf: RefusalOf): PaymentError {
  const reasons = routes.map(
    ({ provider, method }) =>
      refusalOf(provider, amount) ?? `${provider} does not take the method ${method.kind}`,
  );
  const reason = [...new Set(reasons)].join('; ');
  return new PaymentError('amount-not-supported', { amount: amount.toString(), reason });
}
