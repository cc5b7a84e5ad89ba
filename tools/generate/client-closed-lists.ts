import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { MESSAGE_SCHEMA, MESSAGE_TYPES } from '#outgoing-webhooks';
import { NOTE } from './client-types.js';

const HEAD = NOTE.replace('docs/openapi', 'docs');

/** Every code of a refusal with its status, from the tables of docs/errors.md. */
export function problemCodesOf(errorsPage: string): string {
  const rows = [...errorsPage.matchAll(/^\| `([a-z-]+)`\s+\| (\d{3})/gm)];
  const codes = rows.map(([, code = '', status = '']) => `'${code}': ${status}`).sort();
  return `${HEAD}\nexport const PROBLEM_CODES = {\n${codes.join(',\n')}\n} as const;\n`;
}

/** The form of a webhook's message. */
export async function webhookTypesOf(): Promise<string> {
  const document = {
    openapi: '3.1.0',
    info: { title: 'Webhooks', version: '1' },
    paths: {},
    components: { schemas: { WebhookMessage: MESSAGE_SCHEMA } },
  };
  const nodes = await openapiTS(document as unknown as OpenAPI3, {
    exportType: true,
    immutable: true,
    silent: true,
  });
  return `${HEAD}\n${astToString(nodes)}`;
}

export function webhookTypeListOf(): string {
  const types = MESSAGE_TYPES.map((type) => `'${type}'`);
  return `${HEAD}\nexport const WEBHOOK_TYPES: readonly string[] = [${types.join(', ')}];\n`;
}
