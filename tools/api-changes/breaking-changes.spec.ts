import { breakingChanges, type ApiDocument } from './breaking-changes.js';

const TODAY = '2026-11-30';

const FIELDS = {
  id: { type: 'string', maxLength: 20 },
  kind: { type: 'string', enum: ['a', 'b'] },
  note: { type: 'string' },
  parts: { type: 'array', items: { type: 'string' } },
};
const PAYMENT = {
  type: 'object',
  properties: FIELDS,
  required: ['id', 'kind'],
  additionalProperties: false,
};

describe('a breaking change', () => {
  it('is none where nothing differs, names of schemas aside', () => {
    const renamed = documentOf(operation({ schema: 'Renamed' }), { Renamed: PAYMENT });
    expect(changes(documentOf(operation()), renamed)).toEqual([]);
  });

  it('is an operation that is gone, unless its day has passed', () => {
    const none = { ...documentOf(operation()), paths: {} };
    expect(changes(documentOf(operation()), none)).toEqual(['POST /v1/things: is gone']);
    const sunset = (day: string) => documentOf({ ...operation(), 'x-sunset': day });
    expect(changes(sunset('2026-11-30'), none)).toEqual([]);
    expect(changes(sunset('2026-12-01'), none)).toEqual(['POST /v1/things: is gone']);
  });

  it('is a caller who may not call any more', () => {
    const before = documentOf({ ...operation(), 'x-roles': ['service', 'operator'] });
    const after = documentOf({ ...operation(), 'x-roles': ['operator'] });
    expect(changes(before, after)).toEqual(['POST /v1/things: service may not call it']);
    expect(changes(after, before)).toEqual([]);
    const open = documentOf({ ...operation(), security: [] });
    expect(changes(open, before)).toEqual(['POST /v1/things: needs a key']);
  });

  it.each<[string, object, string[]]>([
    ['a removed field', without('note'), ['note is gone']],
    ['a field that must be given', { required: ['id', 'kind', 'note'] }, ['note must be given']],
    [
      'a new required field',
      { ...field('more', { type: 'string' }), required: ['id', 'kind', 'more'] },
      ['more must be given'],
    ],
    ['a narrowed enum', field('kind', { enum: ['a'] }), ['kind does not take b']],
    ['a new enum', field('note', { type: 'string', enum: ['x'] }), ['note takes only x']],
    ['another type', field('id', { type: 'integer' }), ['id may not be string']],
    [
      'a lower bound',
      field('id', { type: 'string', maxLength: 9 }),
      ['id has another maxLength: 9'],
    ],
    [
      'a format',
      field('note', { type: 'string', format: 'uuid' }),
      ['note has another format: uuid'],
    ],
    [
      'a field of a list',
      field('parts', { type: 'array', items: { type: 'integer' } }),
      ['parts[] may not be string'],
    ],
  ])('of a request is %s', (_what, change, found) => {
    const before = documentOf(operation());
    const after = documentOf(operation(), { Thing: { ...PAYMENT, ...change } });
    const named = changes(before, after).filter((each) => each.includes('body'));
    expect(named).toEqual(found.map((each) => `POST /v1/things: body: ${each}`));
  });

  it.each<[string, object]>([
    ['a new optional field', field('more', { type: 'string' })],
    ['a wider enum', field('kind', { enum: ['a', 'b', 'c'] })],
    ['a higher bound', field('id', { type: 'string', maxLength: 99 })],
    ['a further type', field('note', { type: ['string', 'null'] })],
    ['a field that may be left out', { required: ['id'] }],
  ])('of a request is not %s', (_what, change) => {
    const before = documentOf(operation());
    const after = documentOf(operation(), { Thing: { ...PAYMENT, ...change } });
    expect(changes(before, after).filter((each) => each.includes('body'))).toEqual([]);
  });

  it.each<[string, object, string[]]>([
    ['a removed field', without('note'), ['note is gone']],
    ['a field that may be absent', { required: ['id'] }, ['kind may be absent']],
    ['a further type', field('note', { type: ['string', 'null'] }), ['note may now be null']],
    ['a new value of an enum', field('kind', { enum: ['a', 'b', 'c'] }), []],
    ['a new field', field('more', { type: 'string' }), []],
  ])('of an answer, or none, is %s', (_what, change, found) => {
    const after = documentOf(operation(), { Thing: { ...PAYMENT, ...change } });
    const named = changes(documentOf(operation()), after).filter((each) => each.includes(' 200: '));
    expect(named).toEqual(found.map((each) => `POST /v1/things: 200: ${each}`));
  });

  it('is a parameter that is gone, or must be given', () => {
    const query = (required: boolean) => [{ in: 'query', name: 'from', required, schema: {} }];
    const before = documentOf({ ...operation(), parameters: query(false) });
    expect(changes(before, documentOf(operation()))).toEqual([
      'POST /v1/things: query from is gone',
    ]);
    const needed = documentOf({ ...operation(), parameters: query(true) });
    expect(changes(before, needed)).toEqual(['POST /v1/things: query from must be given']);
    expect(changes(documentOf(operation()), before)).toEqual([]);
  });

  it('is a status or a media type that does not come any more', () => {
    const before = documentOf(operation());
    const created = documentOf({ ...operation(), responses: { 201: { content: {} } } });
    expect(changes(before, created)).toEqual(['POST /v1/things: answers no 200']);
    const text = documentOf({
      ...operation(),
      responses: { 200: { content: { 'text/csv': {} } } },
    });
    expect(changes(before, text)).toEqual(['POST /v1/things: 200 is no application/json']);
  });

  it('is looked for in schemas that hold themselves', () => {
    const looped = (type: string) =>
      documentOf(operation(), {
        Thing: {
          ...PAYMENT,
          ...field('id', { type }),
          ...field('note', { $ref: '#/components/schemas/Thing' }),
        },
      });
    expect(changes(looped('string'), looped('string'))).toEqual([]);
  });
});

function field(name: string, schema: object): object {
  return { properties: { ...FIELDS, [name]: schema } };
}

function without(name: keyof typeof FIELDS): object {
  const { [name]: _gone, ...rest } = FIELDS;
  return { properties: rest };
}

type Operation = ApiDocument['paths'][string][string];

function operation({ schema = 'Thing' } = {}): Operation {
  const content = { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } };
  return { requestBody: { required: true, content }, responses: { 200: { content } } };
}

function documentOf(post: Operation, schemas: object = { Thing: PAYMENT }): ApiDocument {
  return { paths: { '/v1/things': { post } }, components: { schemas } };
}

function changes(before: ApiDocument, after: ApiDocument): string[] {
  return breakingChanges(before, after, TODAY);
}
