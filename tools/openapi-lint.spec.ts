import type { Document } from './examples/document.js';
import { unfitExamples } from './examples/fits.js';
import { missingExamples } from './examples/missing.js';
import { WITHOUT_EXAMPLES, WITHOUT_MAX } from './examples/without.js';
import { lintedDocuments, unshownOperations } from './openapi-lint.js';

describe('the OpenAPI documents', () => {
  it('are valid OpenAPI 3.1 under a strict linter', async () => {
    expect(await lintedDocuments()).toEqual([]);
  });

  it('show each operation by recorded examples that fit its schemas', () => {
    expect(unshownOperations()).toEqual([]);
  });

  it('excuse no more operations from examples than before', () => {
    expect(Object.keys(WITHOUT_EXAMPLES)).toHaveLength(WITHOUT_MAX);
  });
});

describe('an operation without examples', () => {
  it('is named, with the way to record them', () => {
    const [first] = missingExamples('assay', made({}), {});
    expect(first).toBe(
      'assay: post /v1/things has no example of its request, its answer, a refusal: call it ' +
        'in a script of tools/examples/script/, then run `npm run examples` and `npm run generate`',
    );
    expect(missingExamples('assay', made({}), {})).toHaveLength(1);
    const shown = made({ example: { amount: '1' } });
    expect(missingExamples('assay', shown, {})).toEqual([]);
  });

  it('may be excused, until it has them', () => {
    const excused = { 'post /v1/things': 'nothing makes things yet' };
    expect(missingExamples('assay', made({}), excused)).toEqual([]);
    expect(missingExamples('assay', made({ example: { amount: '1' } }), excused)).toEqual([
      'assay: post /v1/things has its examples; take it off tools/examples/without.ts',
    ]);
  });
});

describe('an example', () => {
  it('is refused by name when it no longer fits its schema', () => {
    const stale = made({ example: { amount: 1 } });
    expect(unfitExamples('assay', stale)[0]).toBe(
      'assay: post /v1/things: the example of requestBody application/json does not fit: /amount must be string',
    );
    expect(unfitExamples('assay', made({ example: { amount: '1' } }))).toEqual([]);
  });

  it('is refused when it has a field that callers are not told of', () => {
    const [first] = unfitExamples('assay', made({ example: { amount: '1', fee: '2' } }));
    expect(first).toContain('must NOT have unevaluated properties');
  });
});

function made(shown: { readonly example?: unknown }): Document {
  const schema = {
    type: 'object',
    properties: { amount: { type: 'string' } },
    required: ['amount'],
  };
  const content = { 'application/json': { schema, ...shown } };
  return {
    paths: {
      '/v1/things': {
        post: {
          requestBody: { content },
          responses: {
            200: { content },
            400: { content: { 'application/problem+json': { schema, ...shown } } },
          },
        },
      },
    },
  };
}
