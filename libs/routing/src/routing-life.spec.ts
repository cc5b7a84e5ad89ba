import fc from 'fast-check';
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

  it('decides once another person activated it, and once only', () => {
    expect(activateRouting(activation, fold(proposed))).toEqual([activated]);
    expect(activateRouting(activation, fold(proposed, activated))).toEqual([]);
    expect(fold(proposed, activated).active).toEqual(activation);
  });

  it('is not activated by who proposed it, nor without a proposal', () => {
    const own = { ...activation, activatedBy: 'ann' };
    expect(() => activateRouting(own, fold(proposed))).toThrow(RoutingError);
    expect(() => activateRouting(activation, NO_ROUTING)).toThrow(RoutingError);
  });

  it('is brought back like any other: proposed by one person, activated by another', () => {
    const state = fold(proposed, activated, ...since);
    expect(refusal(() => activateRouting(activation, state))).toBe('routing-not-waiting');
    const again = proposeRouting({ ...proposal, proposedBy: 'bob' }, state);
    expect(again).toHaveLength(1);
    const waiting = again.reduce(evolveRouting, state);
    expect(refusal(() => activateRouting(activation, waiting))).toBe('routing-needs-second-person');
    expect(activateRouting({ ...activation, activatedBy: 'ann' }, waiting)).toHaveLength(1);
  });

  it('never decides by the will of one person alone, in any order of their steps', () => {
    const step = fc.record({
      person: fc.constantFrom('ann', 'bob', 'cy'),
      policyHash: fc.constantFrom('h1', 'h2', 'h3'),
      does: fc.constantFrom('proposes', 'activates'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let state = NO_ROUTING;
        let proposals = new Map<string, string>();
        for (const { person, policyHash, does } of steps) {
          const events = attempted(() =>
            does === 'proposes'
              ? proposeRouting({ ...proposal, policyHash, proposedBy: person }, state)
              : activateRouting({ ...activation, policyHash, activatedBy: person }, state),
          );
          for (const { type } of events) {
            if (type === 'RoutingProposed') proposals.set(policyHash, person);
            else {
              // Each activation spends a proposal of another person.
              expect(proposals.has(policyHash)).toBe(true);
              expect(proposals.get(policyHash)).not.toBe(person);
              proposals = new Map([...proposals].filter(([hash]) => hash !== policyHash));
            }
          }
          state = events.reduce(evolveRouting, state);
        }
      }),
    );
  });
});

const since: readonly RoutingEvent[] = [
  { type: 'RoutingProposed', data: { ...proposal, policyHash: 'h2' } },
  { type: 'RoutingActivated', data: { ...activation, policyHash: 'h2' } },
];

function attempted(decide: () => RoutingEvent[]): RoutingEvent[] {
  try {
    return decide();
  } catch (error) {
    if (error instanceof RoutingError) return [];
    throw error;
  }
}

function refusal(decide: () => unknown): unknown {
  try {
    return decide();
  } catch (error) {
    return error instanceof RoutingError ? error.code : error;
  }
}

function fold(...events: RoutingEvent[]) {
  return events.reduce(evolveRouting, NO_ROUTING);
}
