import fc from 'fast-check';
import { CURRENCIES, Money } from '#money';
import { PaymentError, type ProviderName, type Route } from '#payments';
import { PROVIDERS } from '#provider-port';
import { createPayPalProvider, createStripeProvider } from '#providers';
import {
  chooseRoute,
  METHOD_KINDS,
  readRouting,
  takes,
  type RefusalOf,
  type Unrouted,
} from '#routing';

const CARD: Route = { provider: 'stripe', method: { kind: 'card', token: 'pm_1' } };
const PAYPAL: Route = { provider: 'paypal', method: { kind: 'paypal' } };

const stripe = createStripeProvider({ secretKey: 'sk_test_x', timeoutMs: 1_000 });
const paypal = createPayPalProvider({
  clientId: 'x',
  clientSecret: 'x',
  environment: 'sandbox',
  timeoutMs: 1_000,
});
const connected = { stripe, paypal };
const refusalOf: RefusalOf = (provider, amount) =>
  connected[provider].refusalOf(amount, 'authorise');

describe('for any policy, currency, amount and offer', () => {
  const some = <Word extends string>(words: readonly Word[]): fc.Arbitrary<Word[]> =>
    fc
      .subarray([...words], { minLength: 1 })
      .chain((chosen) => fc.shuffledSubarray(chosen, { minLength: chosen.length }));
  const currency = fc.constantFrom(...CURRENCIES);
  const amount = fc
    .tuple(fc.bigInt(1n, 10n ** 12n), currency)
    .map(([units, code]) => Money.of(units, code));
  const bound = amount.map((money) => money.toJSON());
  const rule = fc.record({
    id: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/),
    when: fc.record(
      {
        currencies: fc.uniqueArray(currency, { minLength: 1, maxLength: 20 }),
        methods: some(METHOD_KINDS),
        amountAtLeast: bound,
        amountAtMost: bound,
      },
      { requiredKeys: [] },
    ),
    prefer: some<ProviderName>(PROVIDERS),
  });
  const policy = fc.record({
    rules: fc.uniqueArray(rule, { maxLength: 8, selector: ({ id }) => id }),
    failover: fc.boolean(),
  });
  const route: fc.Arbitrary<Route> = fc.record({
    provider: fc.constantFrom<ProviderName>(...PROVIDERS),
    method: fc.constantFrom(CARD.method, PAYPAL.method),
  });
  const offer = fc.record({
    amount,
    routes: fc
      .tuple(route, fc.array(route, { maxLength: 3 }))
      .map(([first, more]): Unrouted['routes'] => [first, ...more]),
    named: fc.boolean(),
  });

  it('the way is one that was offered, takes the method and can move the amount, or it is refused', () => {
    fc.assert(
      fc.property(offer, policy, (wanted, decides) => {
        expect(readRouting(JSON.parse(JSON.stringify(decides)))).toHaveProperty('policy');
        const possible = wanted.routes.filter(
          ({ provider, method }) =>
            takes(provider, method) && refusalOf(provider, wanted.amount) === null,
        );
        const choice = (): ReturnType<typeof chooseRoute> =>
          chooseRoute(wanted, { name: 'p', policy: decides }, refusalOf);
        if (possible.length === 0) {
          expect(choice).toThrow(PaymentError);
          return;
        }
        const { routing, ...best } = choice();
        const all = [best, ...routing.alternatives];
        for (const way of all) expect(possible).toContainEqual(way);
        const providers = new Set(possible.map(({ provider }) => provider));
        expect(new Set(all.map(({ provider }) => provider))).toEqual(
          decides.failover ? providers : new Set([best.provider]),
        );
        expect(choice()).toEqual({ ...best, routing });
      }),
      { numRuns: 500 },
    );
  });
});
