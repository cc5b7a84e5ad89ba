import {
  flag,
  formFlag,
  formInteger,
  list,
  mapOf,
  object,
  oneOf,
  readShape,
  text,
} from './shape.js';

const problemsOf = (shape: Parameters<typeof readShape>[0], value: unknown) =>
  readShape(shape, value).problems.map(({ kind, path }) => `${kind} ${path.join('.')}`);

describe('reading a shape', () => {
  const order = object(
    {
      amount: formInteger(),
      confirm: formFlag(),
      kind: oneOf('a', 'b'),
      units: list(object({ id: text(3) }, 'id'), 2),
      metadata: mapOf(text(5), { keysMax: 2, keyLengthMax: 4 }),
    },
    'amount',
  );

  it('gives back what was sent, in its own types', () => {
    const sent = { amount: '-12', confirm: 'true', units: [{ id: 'x' }], metadata: { a: 'b' } };
    const { read, problems } = readShape(order, sent);
    expect(problems).toEqual([]);
    expect(read).toEqual({ ...sent, amount: -12, confirm: true });
  });

  it('finds everything that is wrong, each by its path', () => {
    expect(
      problemsOf(order, { kind: 'c', units: [{ id: 'long' }, { id: 1 }, {}], more: 1 }),
    ).toEqual([
      'missing amount',
      'value kind',
      'too-many units',
      'too-long units.0.id',
      'type units.1.id',
      'missing units.2.id',
      'unknown more',
    ]);
    expect(problemsOf(order, { amount: '1.5', confirm: 'yes', metadata: { longer: 'b' } })).toEqual(
      ['type amount', 'type confirm', 'too-long metadata.longer'],
    );
    expect(problemsOf(order, { amount: '1', metadata: { a: '1', b: '2', c: '3' } })).toEqual([
      'too-many metadata',
    ]);
  });

  it('takes nothing from the prototype', () => {
    const polluted: unknown = JSON.parse('{"amount":"1","__proto__":{},"toString":"x"}');
    expect(problemsOf(order, polluted)).toEqual(['unknown __proto__', 'unknown toString']);
  });

  it('tells types apart', () => {
    for (const value of [null, [], 'text', 1]) expect(problemsOf(order, value)).toEqual(['type ']);
    expect(problemsOf(flag(), 'true')).toEqual(['type ']);
    expect(problemsOf(text(5, /^a/), 'b')).toEqual(['value ']);
  });
});
