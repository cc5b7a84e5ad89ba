import {
  successOf,
  type Document,
  type Operation,
  type Placed,
  type Schema,
} from './client-document.js';
import { importsOfLists, listFunctionsOf } from './client-lists.js';
import { NOTE } from './client-types.js';

/** A class with a function for every operation of a service, in groups after its tags. */
export function clientFunctionsOf(service: string, document: string): string {
  const parsed = JSON.parse(document) as Document;
  const placed = placesIn(parsed);
  const groups = [...new Set(placed.map(({ group }) => group))].map((group) => {
    const own = placed.filter((each) => each.group === group);
    const functions = own.flatMap((each) => [
      functionOf(each, parsed),
      ...listFunctionsOf(each, takesOf(each, parsed), parsed),
    ]);
    return `readonly ${group} = {\n${functions.join('\n\n')}\n};`;
  });
  const schemas = Object.keys(parsed.components.schemas).sort();
  const types = groups.some((group) => group.includes(`operations['`))
    ? 'components, operations'
    : 'components';
  return `${NOTE}
import { ApiClient, type ApiClientOptions } from '../api-client.js';
${importsOfLists(groups)}import { callOperation, type CallOptions } from '../operation.js';
import type { ${types} } from './${service}.js';

${schemas.map((name) => `export type ${name} = components['schemas']['${name}'];`).join('\n')}

/**
 * ${parsed.info.title}: every operation of it.
 *
 * @throws ApiProblem from every function when the service refuses.
 * @throws ServiceAway from every function when the service was not reached.
 * @throws OutcomeUnknown from every command that was sent and got no answer.
 */
export class ${classNameOf(service)} {
  readonly #api: ApiClient;

  constructor(options: ApiClientOptions) {
    this.#api = new ApiClient(options);
  }

  ${groups.join('\n\n')}

  /** Lets go of idle connections. */
  close(): void {
    this.#api.close();
  }
}
`;
}

/** As in `CommandServiceClient`. */
export function classNameOf(service: string): string {
  return `${pascal(service)}Client`;
}

/**
 * Where each operation is found. Equal names in two controllers of one group are distinguished by
 * the controller's name, for all but the first.
 */
export function placesOf({ paths }: Document): Placed[] {
  const taken = new Set<string>();
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const group = camel(operation.tags?.[0] ?? 'other');
      const [controller = '', handler = ''] = operation.operationId.split('_');
      const short = nameOf(controller.replace(/Controller$/, ''), handler);
      const isTaken = taken.has(`${group}.${short}`);
      const name = isTaken ? short + controller.replace(/Controller$/, '') : short;
      taken.add(`${group}.${name}`);
      return { method: method.toUpperCase(), path, operation, group, name };
    }),
  );
}

/** The same, of a published document, whose ids name both: `commands_refund`. */
function placesIn({ paths }: Document): Placed[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      if (takesFile(operation)) return [];
      const [group = '', name = ''] = operation.operationId.split('_');
      return { method: method.toUpperCase(), path, operation, group, name };
    }),
  );
}

/** A file goes as it is and as it comes, which no function with a body as JSON can do. */
function takesFile({ requestBody }: Operation): boolean {
  return requestBody !== undefined && 'application/octet-stream' in requestBody.content;
}

/** A controller of one operation says more than its method: CancelOrder_cancel is cancelOrder. */
function nameOf(controller: string, handler: string): string {
  const words = wordsOf(controller);
  const isPrefix = wordsOf(handler).every((word, index) => word === words[index]);
  return isPrefix ? camel(controller) : handler;
}

function functionOf(placed: Placed, document: Document): string {
  const { method, path, operation, name } = placed;
  const { summary = name, operationId } = operation;
  const fields = fieldsOf(path, operation, document);
  const mayLackBody = fields.some((each) => each.name === 'body' && !each.required);
  const details = [
    `method: '${method}', path: '${path}'`,
    ...(fields.length === 0 ? [] : [mayLackBody ? 'input: { body: {}, ...input }' : 'input']),
    ...(isText(operation) ? [`answer: 'text'`] : []),
  ];
  const takes = [...takesOf(placed, document), 'options?: CallOptions'].join(', ');
  return `/**
 * ${summary}.
 *
 * \`${method} ${path}\`
 */
${name}: (${takes}): Promise<${answerOf(operation, operationId)}> =>
  callOperation(this.#api, { ${details.join(', ')} }, options),`;
}

/** The parameter of an operation's function; none for an operation that takes nothing. */
function takesOf({ path, operation }: Placed, document: Document): string[] {
  const fields = fieldsOf(path, operation, document);
  if (fields.length === 0) return [];
  const isOptional = fields.every(({ required }) => !required);
  const lines = fields.map(
    (each) => `readonly ${each.name}${each.required ? '' : '?'}: ${each.type};`,
  );
  return [`input: {\n${lines.join('\n')}\n}${isOptional ? ' = {}' : ''}`];
}

type Field = { readonly name: string; readonly type: string; readonly required: boolean };

function fieldsOf(path: string, operation: Operation, document: Document): Field[] {
  const { operationId, parameters = [] } = operation;
  const fields: Field[] = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    type: 'string',
    required: true,
  }));
  const queries = parameters.filter((each) => each.in === 'query');
  if (queries.length > 0) {
    const required = queries.some((each) => each.required);
    const type = `NonNullable<operations['${operationId}']['parameters']['query']>`;
    fields.push({ name: 'query', type, required });
  }
  fields.push(...bodyOf(operation, document));
  const key = parameters.find(({ name }) => name.toLowerCase() === 'idempotency-key');
  if (key) fields.push({ name: 'idempotencyKey', type: 'string', required: key.required === true });
  return fields;
}

/** A body of which no field is required may be left out; an empty one is sent then. */
function bodyOf({ operationId, requestBody }: Operation, { components }: Document): Field[] {
  const schema = Object.values(requestBody?.content ?? {})[0]?.schema;
  if (!schema) return [];
  const name = typeOf(schema);
  const type = name ?? `operations['${operationId}']['requestBody']['content']['application/json']`;
  const { required = [] } = (name !== null && components.schemas[name]) || { required: [''] };
  return [{ name: 'body', type, required: required.length > 0 }];
}

function answerOf(operation: Operation, operationId: string): string {
  const [status, contentType, schema] = successOf(operation);
  if (!schema) return 'void';
  if (isText(operation)) return 'string';
  return (
    typeOf(schema) ??
    `operations['${operationId}']['responses'][${status}]['content']['${contentType}']`
  );
}

function isText(operation: Operation): boolean {
  const [, contentType, schema] = successOf(operation);
  return schema?.type === 'string' || contentType.startsWith('text/');
}

/** The name of a schema, or a list of named ones; null for what has no name. */
function typeOf({ $ref, type, items }: Schema): string | null {
  if ($ref !== undefined) return $ref.slice($ref.lastIndexOf('/') + 1);
  return type === 'array' && items?.$ref !== undefined ? `readonly ${typeOf(items)}[]` : null;
}

function wordsOf(name: string): string[] {
  return (name.match(/[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])/g) ?? []).map((word) => word.toLowerCase());
}

function pascal(name: string): string {
  return wordsOf(name)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

function camel(name: string): string {
  const whole = pascal(name);
  return whole.charAt(0).toLowerCase() + whole.slice(1);
}
