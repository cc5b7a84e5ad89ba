import { existsSync } from 'node:fs';
import { openApiDocumentOf } from '#platform';
import type { FieldOrder } from './class-types.js';
import { published } from './published.js';

type Schema = { properties?: Record<string, object>; required?: string[] };
type Operation = { readonly parameters?: { readonly in: string }[] };
type Document = {
  readonly paths: Readonly<Record<string, object>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};
type Served = { readonly service: Parameters<typeof openApiDocumentOf>[0] };

/**
 * What an app's HTTP interface looks like, read from its modules without starting them.
 *
 * @throws Error when the app does not export what it serves.
 */
export async function openApiOf(app: string, fieldOrder: FieldOrder): Promise<string> {
  const source = `apps/${app}/src/service.ts`;
  const built = new URL(`../../apps/${app}/src/service.js`, import.meta.url);
  if (!existsSync(built)) throw new Error(`${source} is missing; export the service there`);
  const { service } = (await import(built.href)) as Served;
  const document = (await openApiDocumentOf(service)) as Document;
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    sortFields(schema, fieldOrder.get(name) ?? []);
  }
  for (const operation of Object.values(document.paths).flatMap(Object.values) as Operation[]) {
    operation.parameters?.sort((a, b) => PLACES.indexOf(a.in) - PLACES.indexOf(b.in));
  }
  return JSON.stringify(published(document));
}

const PLACES = ['path', 'query', 'header'];

/** Fields with a decorator come before those without one; inherited fields stay first. */
function sortFields(schema: Schema, order: readonly string[]): void {
  const place = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
    order.indexOf(a) - order.indexOf(b);
  const properties = Object.entries(schema.properties ?? {}).sort(place);
  if (properties.length === 0) return;
  schema.properties = Object.fromEntries(properties);
  const { required } = schema;
  if (required)
    schema.required = Object.keys(schema.properties).filter((each) => required.includes(each));
}
