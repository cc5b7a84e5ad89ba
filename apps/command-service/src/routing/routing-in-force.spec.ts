import { silentLogger } from '#platform';
import {
  activateRouting,
  DEFAULT_ROUTING,
  proposeRouting,
  type RoutingEvent,
  type RoutingPolicy,
} from '#routing';
import { eventually } from '../../../../test/support/eventually.js';
import { InMemoryEventStore } from '../../../../test/support/in-memory-event-store.js';
import { RoutingInForce } from './routing-in-force.js';
import { hashOfRouting, RoutingPolicies } from '../routing-policy/routing-policies.js';

const AT = '2026-03-01T12:00:00.000Z';
const DEFAULT_NAME = 'command-order-1';

const NO_FAILOVER: RoutingPolicy = { rules: [], failover: false };
const TO_PAYPAL: RoutingPolicy = {
  rules: [{ id: 'all', when: {}, prefer: ['paypal'] }],
  failover: true,
};
/** As a later version might activate it. */
const UNKNOWN = {
  rules: [{ id: 'all', when: {}, prefer: ['adyen'] }],
  failover: true,
} as unknown as RoutingPolicy;

let store: InMemoryEventStore;
let policies: RoutingPolicies;
let inForce: RoutingInForce;

beforeEach(() => {
  store = new InMemoryEventStore();
  policies = new RoutingPolicies(store);
  inForce = new RoutingInForce(store, silentLogger());
});

afterEach(async () => {
  await inForce.onModuleDestroy();
});

describe('the routing policy in force', () => {
  it('is the default while another is only proposed', async () => {
    await propose(NO_FAILOVER);
    expect(await inForce.current()).toEqual({ name: DEFAULT_NAME, policy: DEFAULT_ROUTING });
    expect([...(await inForce.state()).proposals.keys()]).toEqual([hashOfRouting(NO_FAILOVER)]);
  });

  it('is the one that was activated, before this process began or since', async () => {
    await activate(NO_FAILOVER);
    const expected = { name: hashOfRouting(NO_FAILOVER), policy: NO_FAILOVER };
    expect(await inForce.current()).toEqual(expected);
    await activate(TO_PAYPAL);
    await eventually(async () => (await inForce.current()).name === hashOfRouting(TO_PAYPAL));
    expect((await inForce.current()).policy).toEqual(TO_PAYPAL);
  });

  it('stays the last one where this version cannot apply the next, until it can', async () => {
    await activate(NO_FAILOVER);
    await activate(UNKNOWN);
    expect((await inForce.current()).name).toBe(hashOfRouting(NO_FAILOVER));
    expect((await inForce.state()).active?.policyHash).toBe(hashOfRouting(UNKNOWN));
    await activate(TO_PAYPAL);
    await eventually(async () => (await inForce.current()).name === hashOfRouting(TO_PAYPAL));
    expect((await inForce.current()).name).toBe(hashOfRouting(TO_PAYPAL));
  });

  it('is the default where the first that was activated cannot be applied', async () => {
    await activate(UNKNOWN);
    expect((await inForce.current()).name).toBe(DEFAULT_NAME);
  });
});

describe('a decision about the routing policy', () => {
  it('says who took it, and is recorded once', async () => {
    await propose(NO_FAILOVER);
    const state = await propose(NO_FAILOVER, 'night');
    expect(state.proposals.size).toBe(1);
    expect(store.events).toMatchObject([
      { type: 'RoutingProposed', metadata: { client: 'day', actor: 'operator:day' } },
    ]);
  });

  it('is refused with the rule that it breaks, and nothing is recorded', async () => {
    await propose(NO_FAILOVER);
    const own = policies.decide(by('day'), (state) =>
      activateRouting(activation(NO_FAILOVER), state),
    );
    await expect(own).rejects.toMatchObject({ code: 'routing-needs-second-person' });
    expect(store.events).toHaveLength(1);
  });

  it('is taken on what another one of the same moment left', async () => {
    const both = await Promise.all([propose(NO_FAILOVER), propose(TO_PAYPAL, 'night')]);
    expect(both.map(({ proposals }) => proposals.size)).toEqual([1, 2]);
    const twice = await Promise.all([propose(NO_FAILOVER), propose(NO_FAILOVER, 'night')]);
    expect(twice.map(({ proposals }) => proposals.size)).toEqual([2, 2]);
    expect(store.events).toHaveLength(2);
  });

  it('is of the same policy in any order of its fields, and of another in another order of rules', () => {
    const [rule] = TO_PAYPAL.rules;
    const other = { id: 'other', when: {}, prefer: ['stripe'] } as const;
    if (!rule) throw new TypeError('there is a rule');
    const hash = hashOfRouting({ rules: [rule, other], failover: true });
    expect(hashOfRouting({ failover: true, rules: [rule, other] })).toBe(hash);
    expect(hashOfRouting({ rules: [other, rule], failover: true })).not.toBe(hash);
  });
});

function propose(policy: RoutingPolicy, proposedBy = 'day') {
  const terms = { policyHash: hashOfRouting(policy), policy, note: 'as agreed' };
  const proposal = { ...terms, proposedBy, proposedAt: AT };
  return policies.decide(by(proposedBy), (state) => proposeRouting(proposal, state));
}

function activation(policy: RoutingPolicy, activatedBy = 'day') {
  return { policyHash: hashOfRouting(policy), activatedBy, activatedAt: AT };
}

async function activate(policy: RoutingPolicy): Promise<void> {
  await propose(policy);
  await policies.decide(by('night'), (state): RoutingEvent[] =>
    activateRouting(activation(policy, 'night'), state),
  );
}

function by(person: string) {
  return { person, commandId: null };
}
