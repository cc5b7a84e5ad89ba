import { Refusal } from '#refusal';
import { InMemoryEventStore } from '../../../test/support/in-memory-event-store.js';
import { DecidedStream } from './decided-stream.js';

type Named = { readonly type: 'Named'; readonly data: { readonly name: string } };

class Forbidden extends Refusal {
  constructor() {
    super({ 'name-forbidden': 'No such name.' }, 'name-forbidden');
  }
}

let store: InMemoryEventStore;
let names: DecidedStream<readonly string[], Named>;

beforeEach(() => {
  store = new InMemoryEventStore();
  names = new DecidedStream<readonly string[], Named>(store, {
    stream: 'names',
    initial: [],
    evolve: (state, { data }) => [...state, data.name],
  });
});

function name(...given: string[]): Named[] {
  return given.map((each) => ({ type: 'Named', data: { name: each } }));
}

function by(person: string, commandId: string) {
  return { person, commandId };
}

describe('a stream of decisions', () => {
  it('is decided on as it stands, and keeps what was decided and by whom', async () => {
    await names.decide(() => name('a', 'b'), by('ann', 'c1'));
    const after = await names.decide((state) => name(`${state.length}`), by('bob', 'c2'));
    expect(after).toEqual(['a', 'b', '2']);
    expect(await names.state()).toEqual(after);
    expect(store.events.map(({ metadata }) => metadata)).toMatchObject([
      { actor: 'ann', commandId: 'c1' },
      { actor: 'ann', commandId: 'c1' },
      { actor: 'bob', commandId: 'c2' },
    ]);
    const history = [];
    for await (const event of names.history()) history.push(event);
    expect(history).toEqual(name('a', 'b', '2'));
  });

  it('is not decided on twice by the same command, whatever it would decide now', async () => {
    await names.decide(() => name('a'), by('ann', 'c1'));
    await names.decide(() => name('b'), by('bob', 'c2'));
    const decide = (): never => {
      throw new Forbidden();
    };
    expect(await names.decide(decide, by('ann', 'c1'))).toEqual(['a', 'b']);
    expect(store.events).toHaveLength(2);
  });

  it('stays as it is where there is nothing to decide', async () => {
    expect(await names.decide(() => [], by('ann', 'c1'))).toEqual([]);
    expect(store.events).toEqual([]);
  });

  it('passes on the refusal of a rule, and records nothing', async () => {
    const refused = names.decide(
      () => {
        throw new Forbidden();
      },
      by('ann', 'c1'),
    );
    await expect(refused).rejects.toBeInstanceOf(Forbidden);
    expect(store.events).toEqual([]);
  });

  it('takes one of two decisions at the same moment', async () => {
    const both = await Promise.allSettled([
      names.decide(() => name('a'), by('ann', 'c1')),
      names.decide(() => name('b'), by('bob', 'c2')),
    ]);
    const lost = both.filter((each) => each.status === 'rejected');
    expect(lost).toMatchObject([{ reason: { code: 'conflict' } }]);
    expect(store.events).toHaveLength(1);
  });

  it('throws on what is no refusal', async () => {
    const bug = new TypeError('a bug');
    const thrown = names.decide(
      () => {
        throw bug;
      },
      by('ann', 'c1'),
    );
    await expect(thrown).rejects.toBe(bug);
  });
});
