import { successOf, type Document, type Operation, type Placed } from './client-document.js';

/**
 * Functions beside that of a list: one that reads every page, and for what can be exported one for
 * the lines of each format. None beside other operations.
 */
export function listFunctionsOf(
  { path, operation, name }: Placed,
  takes: readonly string[],
  { components }: Document,
): string[] {
  const { parameters = [], responses } = operation;
  if (!parameters.some((each) => each.name === 'cursor')) return [];
  const { schema, field } = pageOf(operation, components.schemas);
  const item = `${schema}['${field}'][number]`;
  const list = `this.#api, { path: '${path}', input }`;
  const of = (options: string): string => [...takes, options].join(', ');
  const each = `/** Every item of \`${name}\`, page by page. */
${name}Each: (${of('options?: EachOptions')}): AsyncGenerator<${item}> =>
  eachItem(${list}, '${field}', options),`;
  if (!('application/jsonl' in (responses['200']?.content ?? {}))) return [each];
  return [
    each,
    `/** Every item of \`${name}\` in one answer, as of one position. */
${name}Rows: (${of('options?: CallOptions')}): AsyncGenerator<${item}> =>
  eachRow(${list}, options),`,
    `/** The lines of \`${name}\` as CSV, by the headings of their columns. */
${name}Csv: (${of('options?: CallOptions')}): AsyncGenerator<CsvRow> =>
  eachCsvRow(${list}, options),`,
  ];
}

/** What the functions of a client need of `lists.ts`. */
export function importsOfLists(groups: readonly string[]): string {
  const names = ['eachCsvRow', 'eachItem', 'eachRow'].filter((name) =>
    groups.some((group) => group.includes(`${name}(`)),
  );
  if (names.length === 0) return '';
  const types = names.includes('eachRow')
    ? ['type CsvRow', 'type EachOptions']
    : ['type EachOptions'];
  return `import { ${[...names, ...types].join(', ')} } from '../lists.js';\n`;
}

/** What a page is, and where its items are: an order has its payments there. */
function pageOf(
  operation: Operation,
  schemas: Document['components']['schemas'],
): { readonly schema: string; readonly field: string } {
  const schema = successOf(operation)[2]?.$ref?.split('/').at(-1) ?? '';
  const lists = Object.entries(schemas[schema]?.properties ?? {}).filter(
    ([, { type }]) => type === 'array',
  );
  const field = (lists.find(([name]) => name === 'items') ?? lists[0])?.[0];
  if (field === undefined) throw new Error(`${schema} is a page without a list; call it items`);
  return { schema, field };
}
