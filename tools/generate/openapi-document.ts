import { existsSync } from 'node:fs';

type DescribesItself = { readonly openApiDocument: () => Promise<object> };

/**
 * What an app's HTTP interface looks like, asked of the app itself without starting it.
 *
 * @throws Error when the app does not describe itself.
 */
export async function openApiOf(app: string): Promise<string> {
  const source = `apps/${app}/src/openapi.ts`;
  const built = new URL(`../../apps/${app}/src/openapi.js`, import.meta.url);
  if (!existsSync(built)) throw new Error(`${source} is missing; export openApiDocument() there`);
  const { openApiDocument } = (await import(built.href)) as DescribesItself;
  return JSON.stringify(await openApiDocument());
}
