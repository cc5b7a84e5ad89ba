import { Money } from '#money';
import { PaymentError, type Route } from '#payments';
import { chooseRoute, type RefusalOf, type Unrouted } from './choose-route.js';
import type { RoutingPolicy } from './policy.js';

const CARD: Route = { provider: 'stripe', method: { kind: 'card', token: 'pm_1' } };
const PAYPAL: Route = { provider: 'paypal', method: { kind: 'paypal' } };
const all: RefusalOf = () => null;
const eur = (amount: bigint): Money => Money.of(amount, 'EUR');

describe('the way of a payment', () => {
  it('is the first that the command offers, and the rest are alternatives', () => {
    const routed = choose({ routes: [CARD, PAYPAL] }, { rules: [], failover: true });
    expect(routed).toEqual({
      ...CARD,
      routing: { policy: 'p', reason: 'command-order', alternatives: [PAYPAL] },
    });
  });

  it('is the one that the first rule it meets prefers', () => {
    const rules = [
      { id: 'yen', when: { currencies: ['JPY'] }, prefer: ['stripe'] },
      {
        id: 'small',
        when: { amountAtMost: { amount: '5000', currency: 'EUR' } },
        prefer: ['paypal'],
      },
    ] as unknown as RoutingPolicy['rules'];
    const policy = { rules, failover: true };
    expect(choose({ routes: [CARD, PAYPAL] }, policy)).toMatchObject({
      provider: 'paypal',
      routing: { reason: 'rule:small', alternatives: [CARD] },
    });
    const large = choose({ routes: [CARD, PAYPAL], amount: eur(5001n) }, policy);
    expect(large).toMatchObject({ provider: 'stripe', routing: { reason: 'command-order' } });
    const named = choose({ routes: [CARD, PAYPAL], named: true }, policy);
    expect(named).toMatchObject({ provider: 'stripe', routing: { reason: 'named' } });
  });

  it('has no alternative where the policy allows no failover', () => {
    const routed = choose({ routes: [CARD, PAYPAL] }, { rules: [], failover: false });
    expect(routed.routing.alternatives).toEqual([]);
  });

  it('is never one that cannot move the amount', () => {
    const notStripe: RefusalOf = (provider) => (provider === 'stripe' ? 'Stripe cannot' : null);
    const routed = chooseRoute(
      unrouted({ routes: [CARD, PAYPAL], named: true }),
      { name: 'p', policy: { rules: [], failover: true } },
      notStripe,
    );
    expect(routed).toEqual({
      ...PAYPAL,
      routing: { policy: 'p', reason: 'only-possible', alternatives: [] },
    });
  });

  it('is refused with every reason when none can', () => {
    const refusal = (): unknown =>
      chooseRoute(
        unrouted({ routes: [CARD, { ...PAYPAL, provider: 'stripe' }] }),
        { name: 'p', policy: { rules: [], failover: true } },
        () => 'no such currency',
      );
    expect(refusal).toThrow(PaymentError);
  });
});

function unrouted(change: Partial<Unrouted>): Unrouted {
  return { amount: eur(1050n), routes: [CARD], named: false, ...change };
}

function choose(change: Partial<Unrouted>, policy: RoutingPolicy): ReturnType<typeof chooseRoute> {
  return chooseRoute(unrouted(change), { name: 'p', policy }, all);
}
