import { readdirSync, readFileSync } from 'node:fs';
import { createConfig, lintFromString } from '@redocly/openapi-core';

const DOCUMENTS = 'docs/openapi';

/** What a strict linter finds wrong with the checked-in OpenAPI documents, without a network. */
export async function lintedDocuments(): Promise<string[]> {
  const config = await createConfig({ extends: ['recommended-strict'] });
  const found = readdirSync(DOCUMENTS).map(async (file) => {
    const source = readFileSync(`${DOCUMENTS}/${file}`, 'utf8');
    const problems = await lintFromString({ source, absoluteRef: file, config });
    return problems.map(
      ({ ruleId, message, location: [at] }) => `${file}${at?.pointer ?? ''}: ${ruleId}: ${message}`,
    );
  });
  return (await Promise.all(found)).flat();
}
