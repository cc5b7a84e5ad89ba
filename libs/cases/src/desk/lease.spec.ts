import fc from 'fast-check';
import { addNote, assign, escalate, snooze } from './decide.js';
import { evolveDesk, leaseAt, NO_DESK, type Desk } from './desk.js';
import { CaseError } from './errors.js';
import type { CaseEvent } from './events.js';
import {
  DECISION_LEASE_MS,
  holdToDecide,
  release,
  takeFree,
  takeOrExtend,
  type At,
} from './lease.js';

const START_MS = Date.parse('2026-03-01T09:00:00.000Z');
const HALF_HOUR_MS = 30 * 60_000;

const at = (analyst: string, minutes = 0): At => ({
  paymentId: 'p-1',
  analyst,
  now: new Date(START_MS + minutes * 60_000).toISOString(),
});

const after = (events: readonly CaseEvent[], desk = NO_DESK): Desk =>
  events.reduce(evolveDesk, desk);

const anas = after(takeFree({ ...at('ana'), forMs: HALF_HOUR_MS }, NO_DESK));

describe('a lease', () => {
  it('is the analyst’s until it expires, and free from that moment on', () => {
    expect(leaseAt(anas, at('ana', 29).now)).toMatchObject({ analyst: 'ana' });
    expect(leaseAt(anas, at('ana', 30).now)).toBeNull();
  });

  it('says who has it, since when and until when, to others who ask for it', () => {
    expect(() => takeOrExtend({ ...at('ben', 5), forMs: HALF_HOUR_MS }, anas)).toThrow(
      refusal({
        code: 'case-leased',
        details: {
          leasedBy: 'ana',
          leasedAt: '2026-03-01T09:00:00.000Z',
          expiresAt: '2026-03-01T09:30:00.000Z',
        },
      }),
    );
  });

  it('is kept longer by its analyst, and never for less', () => {
    const longer = after(takeOrExtend({ ...at('ana', 20), forMs: HALF_HOUR_MS }, anas), anas);
    expect(longer.lease?.expiresAt).toBe(at('ana', 50).now);
    expect(takeOrExtend({ ...at('ana', 20), forMs: 60_000 }, longer)).toEqual([]);
  });

  it('is not taken as the next case by who has it', () => {
    expect(() => takeFree({ ...at('ana', 1), forMs: HALF_HOUR_MS }, anas)).toThrow(CaseError);
  });

  it('is not given of a case that was put off, or is another’s work, as far as is known here', () => {
    const until = at('ana', 60).now;
    const asleep = after(snooze({ ...at('ana'), until, note: '' }, NO_DESK));
    const bens = after(assign({ ...at('ana'), assignee: 'ben' }, NO_DESK));
    const takes = (who: At, desk: Desk) => () => takeFree({ ...who, forMs: HALF_HOUR_MS }, desk);
    expect(takes(at('ben', 59), asleep)).toThrow(refusal({ code: 'case-changed' }));
    expect(takes(at('ben', 60), asleep)()).toHaveLength(1);
    expect(takes(at('ana', 1), bens)).toThrow(refusal({ code: 'case-changed' }));
    expect(takes(at('ben', 1), bens)()).toHaveLength(1);
  });

  it('ends when its analyst puts the case back, off or on to a senior', () => {
    for (const events of [
      release(at('ana', 1), anas),
      snooze({ ...at('ana', 1), until: at('ana', 90).now, note: '' }, anas),
      escalate({ ...at('ana', 1), reason: 'analyst', note: '' }, anas),
    ]) {
      expect(after(events, anas).lease).toBeNull();
    }
    expect(() => release(at('ben', 1), anas)).toThrow(CaseError);
  });
});

describe('holding a case to decide', () => {
  it('takes a free one for as long as a decision takes', () => {
    const held = after(holdToDecide({ ...at('ana'), expectedRevision: null }, NO_DESK));
    expect(leaseAt(held, at('ana').now)).toMatchObject({ analyst: 'ana' });
    expect(leaseAt(held, at('ana', DECISION_LEASE_MS / 60_000).now)).toBeNull();
  });

  it('keeps one’s own lease, and lengthens it where it is about to end', () => {
    expect(holdToDecide({ ...at('ana', 5), expectedRevision: 1 }, anas)).toEqual([]);
    const types = holdToDecide({ ...at('ana', 29.5), expectedRevision: 1 }, anas);
    expect(types.map(({ type }) => type)).toEqual(['CaseLeaseExtended']);
  });

  it('refuses another revision than the one that was seen, with who changed what', () => {
    const noted = after(addNote({ ...at('ben', 2), note: 'call back' }, anas), anas);
    expect(() => holdToDecide({ ...at('ana', 3), expectedRevision: 1 }, noted)).toThrow(
      refusal({
        code: 'case-changed',
        details: {
          revision: '2',
          change: 'CaseNoted',
          changedBy: 'ben',
          changedAt: at('ben', 2).now,
        },
      }),
    );
  });
});

const FREE = { analyst: null as string | null, until: 0 };

const analyst = fc.constantFrom('ana', 'ben', 'cyd');
type Step = { readonly analyst: string; readonly minutes: number; readonly act: string };

const step: fc.Arbitrary<Step> = fc.record({
  analyst,
  minutes: fc.integer({ min: 0, max: 40 }),
  act: fc.constantFrom('take', 'extend', 'release', 'decide', 'snooze', 'escalate', 'note'),
});

describe('any interleaving of takes, extensions, releases, expiries and decisions', () => {
  it('never has two holders, never decides another’s case, and never loses one', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const table = new Table();
        for (const each of steps) {
          if (table.does(each) === 'decided') return;
        }
        // Once time has passed, it is free again for everyone.
        const late = at('dan', table.now + 1_000);
        expect(takeFree({ ...late, forMs: HALF_HOUR_MS }, table.desk)).toHaveLength(1);
      }),
      { numRuns: 2_000 },
    );
  });
});

/** A case, and beside it who may hold it until when, by what was granted. */
class Table {
  desk = NO_DESK;
  now = 0;
  #holder = FREE;
  #asleepUntil = 0;

  does({ analyst: who, minutes, act }: Step): 'decided' | 'goes-on' {
    this.now += minutes;
    if (this.#holder.until <= this.now) this.#holder = FREE;
    const events = attempt(act, at(who, this.now), this.desk);
    const isOthers = this.#holder.analyst !== null && this.#holder.analyst !== who;
    if (events === 'refused') {
      expect(isOthers || this.#mayRefuseTo(who, act)).toBe(true);
      return 'goes-on';
    }
    if (act !== 'note') expect(isOthers).toBe(false);
    this.desk = after(events, this.desk);
    this.#grant(act, who);
    expect(this.#leasedBy).toBe(act === 'decide' ? who : this.#holder.analyst);
    return act === 'decide' ? 'decided' : 'goes-on';
  }

  /** A free case is refused to none, and its own holder only for taking it twice. */
  #mayRefuseTo(who: string, act: string): boolean {
    return act === 'take' && (this.#holder.analyst === who || this.now < this.#asleepUntil);
  }

  #grant(act: string, who: string): void {
    if (act === 'snooze') this.#asleepUntil = this.now + 1;
    if (act === 'take' || act === 'extend') {
      this.#holder = { analyst: who, until: Math.max(this.now + 30, this.#holder.until) };
    } else if (act === 'release' || act === 'snooze' || act === 'escalate') this.#holder = FREE;
  }

  get #leasedBy(): string | null {
    return leaseAt(this.desk, at('ana', this.now).now)?.analyst ?? null;
  }
}

function refusal(of: object): Error {
  return expect.objectContaining(of) as Error;
}

function attempt(act: string, who: At, desk: Desk): readonly CaseEvent[] | 'refused' {
  try {
    return decide(act, who, desk);
  } catch (error) {
    if (error instanceof CaseError) return 'refused';
    throw error;
  }
}

function decide(act: string, who: At, desk: Desk): readonly CaseEvent[] {
  switch (act) {
    case 'take':
      return takeFree({ ...who, forMs: HALF_HOUR_MS }, desk);
    case 'extend':
      return takeOrExtend({ ...who, forMs: HALF_HOUR_MS }, desk);
    case 'release':
      return release(who, desk);
    case 'decide':
      return holdToDecide({ ...who, expectedRevision: null }, desk);
    case 'snooze': {
      const until = new Date(Date.parse(who.now) + 60_000).toISOString();
      return snooze({ ...who, until, note: '' }, desk);
    }
    case 'escalate':
      return escalate({ ...who, reason: 'analyst', note: '' }, desk);
    default:
      return addNote({ ...who, note: 'seen' }, desk);
  }
}
