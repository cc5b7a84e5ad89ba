import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import type { Document } from '../examples/document.js';
import { withoutShown } from '../examples/into-document.js';

/** The types of everything that a service takes and answers. */
export async function clientTypesOf(document: string): Promise<string> {
  const described = withoutShown(JSON.parse(document) as Document);
  const nodes = await openapiTS(described as unknown as OpenAPI3, {
    alphabetize: true,
    exportType: true,
    immutable: true,
    // A default is the service's: a sender may leave the field out.
    defaultNonNullable: false,
    silent: true,
  });
  return `${NOTE}\n${astToString(nodes)}`;
}

export const NOTE = '// Written by `npm run generate` from docs/openapi; changes here are lost.\n';
