import { DEFAULT_ROUTING } from './policy.js';
import {
  activateRouting,
  evolveRouting,
  NO_ROUTING,
  proposeRouting,
  RoutingError,
  type RoutingEvent,
} from './routing-life.js';

const at = '2026-11-21T10:00:00.000Z';
const proposal = {
  policyHash: 'h1',
  policy: DEFAULT_ROUTING,
  note: 'cheaper',
  proposedBy: 'ann',
  proposedAt: at,
};
const proposed: RoutingEvent = { type: 'RoutingProposed', data: proposal };
const activation = { policyHash: 'h1', activatedBy: 'bob', activatedAt: at };
const activated: RoutingEvent = { type: 'RoutingActivated', data: activation };

describe('a routing policy', () => {
  it('is proposed once', () => {
    expect(proposeRouting(proposal, NO_ROUTING)).toEqual([proposed]);
    expect(proposeRouting({ ...proposal, proposedBy: 'bob' }, fold(proposed))).toEqual([]);
  });

  it('decides once somebody else activated it, and once only', () => {
    expect(activateRouting(activation, fold(proposed))).toEqual([activated]);
    expect(activateRouting(activation, fold(proposed, activated))).toEqual([]);
    expect(fold(proposed, activated).active).toEqual(activation);
  });

  it('is not activated by who proposed it, nor without a proposal', () => {
    const own = { ...activation, activatedBy: 'ann' };
    expect(() => activateRouting(own, fold(proposed))).toThrow(RoutingError);
    expect(() => activateRouting(activation, NO_ROUTING)).toThrow(RoutingError);
  });

  it('is brought back like any other', () => {
    const other: RoutingEvent = {
      type: 'RoutingProposed',
      data: { ...proposal, policyHash: 'h2' },
    };
    const since: RoutingEvent = {
      type: 'RoutingActivated',
      data: { ...activation, policyHash: 'h2' },
    };
    const state = fold(proposed, activated, other, since);
    expect(activateRouting(activation, state)).toEqual([activated]);
  });
});

function fold(...events: RoutingEvent[]) {
  return events.reduce(evolveRouting, NO_ROUTING);
}
