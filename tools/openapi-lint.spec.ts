import { lintedDocuments } from './openapi-lint.js';

describe('the OpenAPI documents', () => {
  it('are valid OpenAPI 3.1 under a strict linter', async () => {
    expect(await lintedDocuments()).toEqual([]);
  });
});
