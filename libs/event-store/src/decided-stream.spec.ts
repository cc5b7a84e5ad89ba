import { upcastOf } from '#event-shapes';
import { InMemoryEventStore } from '../../../test/support/in-memory-event-store.js';
import { DecidedStream } from './decided-stream.js';

type Named = { readonly type: 'Named'; readonly data: { readonly name: string } };

class Forbidden extends Error {}

let store: InMemoryEventStore;
let names: DecidedStream<Named, readonly string[]>;

beforeEach(() => {
  store = new InMemoryEventStore();
  names = new DecidedStream<Named, readonly string[]>(store, {
    stream: 'names',
    type: {
      initial: [],
      evolve: (state, { data }) => [...state, data.name],
      upcast: upcastOf<Named>('name', { Named: { personal: {} } }),
    },
  });
});

function name(...given: string[]): Named[] {
  return given.map((each) => ({ type: 'Named', data: { name: each } }));
}

function by(person: string, commandId: string) {
  return { client: 'operations', actor: person, commandId };
}

describe('a stream of decisions', () => {
  it('is decided on as it stands, and keeps what was decided and by whom', async () => {
    await names.decide(by('ann', 'c1'), () => name('a', 'b'));
    const after = await names.decide(by('bob', 'c2'), (state) => name(`${state.length}`));
    expect(after).toEqual(['a', 'b', '2']);
    expect(await names.state()).toEqual(after);
    expect(store.events.map(({ metadata }) => metadata)).toMatchObject([
      { actor: 'ann', commandId: 'c1' },
      { actor: 'ann', commandId: 'c1' },
      { actor: 'bob', commandId: 'c2' },
    ]);
    expect(await names.history()).toEqual(name('a', 'b', '2'));
  });

  it('is not decided on twice by the same command, even where it would decide otherwise now', async () => {
    await names.decide(by('ann', 'c1'), () => name('a'));
    await names.decide(by('bob', 'c2'), () => name('b'));
    const decide = (): never => {
      throw new Forbidden();
    };
    expect(await names.decide(by('ann', 'c1'), decide)).toEqual(['a', 'b']);
    expect(store.events).toHaveLength(2);
  });

  it('stays as it is where there is nothing to decide', async () => {
    expect(await names.decide(by('ann', 'c1'), () => [])).toEqual([]);
    expect(store.events).toEqual([]);
  });

  it('passes on the refusal of a rule, and records nothing', async () => {
    const refused = names.decide(by('ann', 'c1'), () => {
      throw new Forbidden();
    });
    await expect(refused).rejects.toBeInstanceOf(Forbidden);
    expect(store.events).toEqual([]);
  });

  it('takes both of two decisions at the same moment, the later one on what the first left', async () => {
    const both = await Promise.all([
      names.decide(by('ann', 'c1'), (state) => name(`a${state.length}`)),
      names.decide(by('bob', 'c2'), (state) => name(`b${state.length}`)),
    ]);
    expect(both).toEqual([['a0'], ['a0', 'b1']]);
  });

  it('is decided on once by a command that is sent twice at the same moment', async () => {
    const twice = [1, 2].map(() => names.decide(by('ann', 'c1'), () => name('a')));
    expect(await Promise.all(twice)).toEqual([['a'], ['a']]);
    expect(store.events).toHaveLength(1);
  });

  it('throws on what is no refusal', async () => {
    const bug = new TypeError('a bug');
    const thrown = names.decide(by('ann', 'c1'), () => {
      throw bug;
    });
    await expect(thrown).rejects.toBe(bug);
  });
});
