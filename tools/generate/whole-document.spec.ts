import { wholeDocumentOf, type ServiceDocument } from './whole-document.js';

const NONE: ReadonlySet<string> = new Set();

describe('the document of the one address', () => {
  it('has the operations and components of every service', () => {
    const whole = wholeDocumentOf({
      front: documentOf({ '/v1/a': { post: operation('a_make') } }, { A: { type: 'string' } }),
      parts: {
        views: documentOf({ '/v1/a': { get: operation('a_list') } }, { B: { type: 'number' } }),
        desk: documentOf({ '/v1/c': { get: operation('c_list') } }, { A: { type: 'string' } }),
      },
      answeredByFront: NONE,
    });
    expect(whole).toMatchObject({
      paths: {
        '/v1/a': { post: { operationId: 'a_make' }, get: { operationId: 'a_list' } },
        '/v1/c': { get: { operationId: 'c_list' } },
      },
      components: { schemas: { A: { type: 'string' }, B: { type: 'number' } } },
    });
  });

  it('says of what is passed on that its part may not be configured', () => {
    const whole = wholeDocumentOf({
      front: documentOf({ '/v1/a': { post: operation('a_make') } }),
      parts: { views: documentOf({ '/v1/a': { get: operation('a_list') } }) },
      answeredByFront: NONE,
    }) as ServiceDocument;
    expect(Object.keys(whole.paths['/v1/a']?.['get']?.responses ?? {})).toEqual(['200', '501']);
    expect(Object.keys(whole.paths['/v1/a']?.['post']?.responses ?? {})).toEqual(['200']);
  });

  it('describes an operation as the front answers it, where it answers it itself', () => {
    const front = documentOf({ '/v1/a': { get: operation('a_one', 'from the stream') } });
    const views = documentOf({ '/v1/a': { get: operation('a_one', 'from the view') } });
    const answeredByFront = new Set(['get /v1/a']);
    const whole = wholeDocumentOf({ front, parts: { views }, answeredByFront });
    expect(whole).toMatchObject({ paths: { '/v1/a': { get: { summary: 'from the stream' } } } });
    expect(() => wholeDocumentOf({ front, parts: { views }, answeredByFront: NONE })).toThrow(
      'views and another service both answer get /v1/a',
    );
  });

  it('is not made where one id names two operations', () => {
    const front = documentOf({ '/v1/a': { get: operation('x_list') } });
    const views = documentOf({ '/v1/b': { get: operation('x_list') } });
    expect(() => wholeDocumentOf({ front, parts: { views }, answeredByFront: NONE })).toThrow(
      'get /v1/a and get /v1/b are both x_list',
    );
  });

  it('is not made where one name stands for two schemas', () => {
    const front = documentOf({}, { Delivery: { type: 'string' } });
    const views = documentOf({}, { Delivery: { type: 'number' } });
    expect(() => wholeDocumentOf({ front, parts: { views }, answeredByFront: NONE })).toThrow(
      'views has another Delivery (schemas) than the services before it; rename one',
    );
  });
});

function documentOf(
  paths: ServiceDocument['paths'],
  schemas: Readonly<Record<string, object>> = {},
): ServiceDocument {
  return {
    openapi: '3.1.0',
    info: { title: 'one of them', version: '1' },
    paths,
    components: { schemas },
  };
}

function operation(operationId: string, summary = 'does it') {
  return { operationId, summary, responses: { 200: { description: 'Done' } } };
}
