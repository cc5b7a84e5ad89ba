import { successOf, type Document, type Operation, type Placed } from './client-document.js';

/**
 * Functions beside that of a list: one that reads every page, and for what can be exported one for
 * the lines of each format. Beside that of a file one that streams it; none beside others.
 */
export function listFunctionsOf(
  { path, operation, name }: Placed,
  takes: readonly string[],
  { components }: Document,
): string[] {
  const { parameters = [], responses } = operation;
  if (isExport(operation)) return [streamFunctionOf({ path, name }, takes)];
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

/** An answer that is a file in any of several formats, and no page of a list. */
function isExport(operation: Operation): boolean {
  const [, first] = successOf(operation);
  const formats = Object.values(operation.responses)[0]?.content ?? {};
  return first.startsWith('text/') && Object.keys(formats).length > 1;
}

function streamFunctionOf(
  { path, name }: Pick<Placed, 'path' | 'name'>,
  takes: readonly string[],
): string {
  return `/** The answer of \`${name}\` as it comes, however long, with the position in its headers. */
${name}Stream: (${[...takes, 'options?: CallOptions'].join(', ')}): Promise<Exported> =>
  streamed(this.#api, { path: '${path}', input }, options),`;
}

/** What the functions of a client need of `lists.ts`. */
export function importsOfLists(groups: readonly string[]): string {
  const uses = (text: string): boolean => groups.some((group) => group.includes(text));
  const names = ['eachCsvRow', 'eachItem', 'eachRow', 'streamed'].filter((name) =>
    uses(`${name}(`),
  );
  if (names.length === 0) return '';
  const types = ['CsvRow', 'EachOptions', 'Exported'].filter(uses).map((name) => `type ${name}`);
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
