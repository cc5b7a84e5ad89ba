import type { Document as Described } from './client-document.js';
import { placesOf } from './client-functions.js';
import { headersOf, IF_NONE_MATCH, withHeaders } from './headers.js';

type Json = Record<string, unknown>;
type Responses = Record<string, { description: string; content?: Json }>;
type Operation = {
  operationId: string;
  readonly security?: readonly object[];
  parameters?: readonly { readonly in: string; readonly name?: string }[];
  readonly requestBody?: object;
  responses: Responses;
};
type Document = Json & { readonly paths: Readonly<Record<string, Record<string, Operation>>> };

/**
 * The document as callers see it: OpenAPI 3.1, operations named as in the client
 * (`commands_refund`), and every refusal that the edge can give.
 */
export function published(described: object): object {
  const document = inJsonSchema(described) as Document;
  for (const { operation, group, name } of placesOf(document as unknown as Described)) {
    (operation as { operationId: string }).operationId = `${group}_${name}`;
  }
  for (const methods of Object.values(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      if (method === 'get') operation.parameters = [...(operation.parameters ?? []), IF_NONE_MATCH];
      operation.responses = withRefusals(method, operation);
    }
  }
  const { openapi: _before, info, components, ...rest } = document;
  const parts = { ...(components as Json), headers: headersOf(document.paths) };
  return { openapi: '3.1.0', info, ...rest, components: parts, servers: SERVERS };
}

/** Relative to where the document is answered, so that it holds at any address. */
const SERVERS = [
  { url: '/', description: 'Where this document is served; http://127.0.0.1:3000 by default.' },
];

/** OpenAPI 3.0 writes `nullable` where JSON Schema allows two types. */
function inJsonSchema(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(inJsonSchema);
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part).map(([key, each]) => [key, inJsonSchema(each)] as const);
  const { nullable, ...schema } = Object.fromEntries(entries);
  if (nullable === undefined) return schema;
  return nullable === true ? orNull(schema) : { ...schema, nullable };
}

function orNull(schema: Json): Json {
  const { allOf, description, ...own } = schema;
  if (allOf !== undefined || typeof own['type'] !== 'string') {
    const [form] = (allOf ?? [own]) as [object];
    return { ...(description !== undefined && { description }), anyOf: [form, { type: 'null' }] };
  }
  const values = own['enum'] as readonly unknown[] | undefined;
  return {
    ...schema,
    type: [own['type'], 'null'],
    ...(values && { enum: [...new Set([...values, null])] }),
  };
}

const PROBLEM = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemResponse' } },
};

function withRefusals(method: string, operation: Operation): Responses {
  const own = Object.entries(operation.responses).map(([status, { description, content }]) => {
    const isRefusal = Number(status) >= 400;
    return [
      status,
      isRefusal ? { description, content: PROBLEM } : { description, ...(content && { content }) },
    ];
  });
  const all = {
    ...(method === 'get' && NOT_MODIFIED),
    ...Object.fromEntries(edgeRefusals(operation)),
    ...Object.fromEntries(own),
  } as Responses;
  return Object.fromEntries(
    Object.entries(all).map((each) => withHeaders(method, operation, each)),
  );
}

const NOT_MODIFIED = { 304: { description: 'As it was when the caller read it' } };

/** What the edge refuses before an operation begins. */
function edgeRefusals({ security, parameters = [], requestBody }: Operation): [string, object][] {
  const takesKey = security === undefined || security.length > 0;
  const isNamed = parameters.some((each) => each.in === 'path');
  const refusals: [boolean, string, string][] = [
    [true, '400', 'Malformed'],
    [takesKey, '401', 'No key'],
    [takesKey, '403', 'Not your role'],
    [isNamed, '404', 'No such thing'],
    [requestBody !== undefined, '413', 'Too long a body'],
    [requestBody !== undefined, '415', 'Not JSON'],
    [takesKey, '429', 'Too many wrong keys'],
    [true, '503', 'Try again'],
  ];
  return refusals
    .filter(([applies]) => applies)
    .map(([, status, description]) => [status, { description, content: PROBLEM }]);
}
