import fc from 'fast-check';
import { activate, propose, rollBack, withdraw, type GovernanceRule } from './decide.js';
import {
  UNGOVERNED,
  withActivation,
  withProposal,
  withWithdrawal,
  type GovernedState,
  type Proposal,
} from './governed-state.js';

type Versioned = Proposal & { readonly content: string };
type State = GovernedState<Versioned>;

const AT = '2026-11-21T05:00:00.000Z';

class Refused extends Error {
  constructor(readonly rule: GovernanceRule) {
    super(rule);
  }
}

type Step = {
  readonly person: string;
  readonly policyHash: string;
  readonly does: 'proposes' | 'rolls back' | 'withdraws' | 'activates';
};

const step: fc.Arbitrary<Step> = fc.record({
  person: fc.constantFrom('amal', 'bilal', 'chen'),
  policyHash: fc.constantFrom('h1', 'h2', 'first'),
  does: fc.constantFrom('proposes', 'rolls back', 'withdraws', 'activates', 'activates'),
});

describe('a governed change', () => {
  it('never takes effect by the will of one person alone, in any order of their steps', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 50 }), (steps) => {
        const proposedBy = new Map<string, string>();
        steps.reduce<State>((state, each) => {
          const after = taken(each, state);
          if (after.waiting.size > state.waiting.size) {
            const [hash] = [...after.waiting].filter((known) => !state.waiting.has(known));
            proposedBy.set(hash ?? '', each.person);
          }
          if (after.active !== state.active) {
            // Each activation spends a proposal of another person.
            const { policyHash = '' } = after.active ?? {};
            expect(proposedBy.get(policyHash) ?? each.person).not.toBe(each.person);
            proposedBy.delete(policyHash);
          }
          return after;
        }, UNGOVERNED);
      }),
    );
  });

  it('of a withdrawn version waits for another proposal', () => {
    const withdrawn = by(['amal', 'proposes'], ['amal', 'withdraws']);
    expect(refusalOf(withdrawn, 'bilal', 'activates')).toBe('not-waiting');
    expect(by(['amal', 'proposes'], ['bilal', 'withdraws'], ['bilal', 'proposes'])).toMatchObject({
      waiting: new Set(['h1']),
    });
  });

  it('goes back to what decided before, again by two people', () => {
    const active = by(['amal', 'proposes'], ['bilal', 'activates']);
    const back = taken({ person: 'bilal', policyHash: 'first', does: 'rolls back' }, active);
    expect(back.proposals.get('first')).toMatchObject({ rollsBack: true, content: 'c' });
    expect(refusalOf(back, 'bilal', 'activates', 'first')).toBe('needs-second-person');
    const gone = taken({ person: 'amal', policyHash: 'first', does: 'activates' }, back);
    expect(gone.inForce?.policyHash).toBe('first');
    expect(gone.earlier).toEqual([]);
  });

  it('refuses what decides already, and what was never proposed', () => {
    const active = by(['amal', 'proposes'], ['bilal', 'activates']);
    expect(refusalOf(active, 'amal', 'withdraws')).toBe('already-active');
    expect(refusalOf(active, 'amal', 'proposes')).toBe('already-active');
    expect(refusalOf(active, 'amal', 'activates', 'h2')).toBe('not-proposed');
    expect(refusalOf(UNGOVERNED, 'amal', 'rolls back')).toBe('nothing-before');
  });
});

function by(...steps: readonly (readonly [string, Step['does']])[]): State {
  return steps.reduce<State>(
    (state, [person, does]) => taken({ person, does, policyHash: 'h1' }, state),
    UNGOVERNED,
  );
}

function refusalOf(state: State, person: string, does: Step['does'], policyHash = 'h1') {
  try {
    decided({ person, does, policyHash }, state);
    return null;
  } catch (error) {
    return (error as Refused).rule;
  }
}

function taken(each: Step, state: State): State {
  try {
    return decided(each, state);
  } catch (error) {
    if (error instanceof Refused) return state;
    throw error;
  }
}

function decided({ person, policyHash, does }: Step, state: State): State {
  const refuse = (rule: GovernanceRule): Refused => new Refused(rule);
  const asked = { policyHash, note: 'why', proposedBy: person, proposedAt: AT };
  const proposal = (hash: string): Versioned => ({ ...asked, policyHash: hash, content: 'c' });
  const proposed = (proposals: readonly Versioned[]): State =>
    proposals.reduce<State>((before, each) => withProposal(before, each), state);
  switch (does) {
    case 'proposes':
      return proposed(propose(proposal(policyHash), state, refuse));
    case 'rolls back':
      return proposed(rollBack(asked, state, proposal('first'), refuse));
    case 'withdraws': {
      const withdrawal = { policyHash, note: 'why', withdrawnBy: person, withdrawnAt: AT };
      return withdraw(withdrawal, state, refuse).reduce<State>(withWithdrawal, state);
    }
    case 'activates': {
      const activation = { policyHash, activatedBy: person, activatedAt: AT };
      return activate(activation, state, refuse).reduce<State>(withActivation, state);
    }
  }
}
