import { readdirSync, readFileSync } from 'node:fs';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { documentOf } from './examples/document.js';
import { unfitExamples } from './examples/fits.js';
import { missingExamples } from './examples/missing.js';
import { WITHOUT_EXAMPLES } from './examples/without.js';

const DOCUMENTS = 'docs/openapi';

/** What examples lack or get wrong in the checked-in documents. */
export function unshownOperations(): string[] {
  return readdirSync(DOCUMENTS).flatMap((file) => {
    const name = file.replace('.json', '');
    const document = documentOf(name);
    return [...missingExamples(name, document, WITHOUT_EXAMPLES), ...unfitExamples(name, document)];
  });
}

/** Examples are held against their schemas above, by a validator that follows references. */
const RULES = { 'no-invalid-media-type-examples': 'off' } as const;

/** What a strict linter finds wrong with the checked-in OpenAPI documents, without a network. */
export async function lintedDocuments(): Promise<string[]> {
  const config = await createConfig({ extends: ['recommended-strict'], rules: RULES });
  const found = readdirSync(DOCUMENTS).map(async (file) => {
    const source = readFileSync(`${DOCUMENTS}/${file}`, 'utf8');
    const problems = await lintFromString({ source, absoluteRef: file, config });
    return problems.map(
      ({ ruleId, message, location: [at] }) => `${file}${at?.pointer ?? ''}: ${ruleId}: ${message}`,
    );
  });
  return (await Promise.all(found)).flat();
}
