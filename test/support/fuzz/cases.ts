import { bodyMutations, RAW_BODIES, type Mutation } from './body-mutations.js';
import { hostileTexts, toJson } from './hostile-values.js';
import type { Operation, Parameter } from './operations.js';
import type { FuzzRequest } from './request.js';
import { validValue } from './valid-values.js';

/** One request with one thing wrong with it, or nothing. */
export type Case = {
  readonly operation: Operation;
  /** For people: what was done to what. */
  readonly what: string;
  readonly request: FuzzRequest;
  /** Which field a refusal has to name; null: the fault is no field of the document. */
  readonly field: string | null;
  /** The JSON that was sent as body, when it is JSON and the body is what is tried. */
  readonly json?: unknown;
};

type Parts = {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Buffer | null;
};

/** All cases of an operation, in the order of its document. */
export function casesOf(operation: Operation, key: string, marker: string): Case[] {
  return [
    caseOf(operation, key, { what: 'as documented', field: null }, {}),
    ...operation.parameters.flatMap((parameter) =>
      parameterCases(operation, key, parameter, marker),
    ),
    ...queryCases(operation, key),
    ...bodyCases(operation, key, marker),
  ];
}

/** Cancelling the order of the payments that are initiated would refuse all further ones. */
const IN_PATHS: Readonly<Record<string, string>> = { orderId: 'order-unknown' };

/** A request as the document wants it, but for the parts that are given. */
export function requestOf(operation: Operation, key: string, parts: Parts): FuzzRequest {
  const { method, path: template, parameters, body: schema } = operation;
  const path = template.replaceAll(/\{([^}]+)\}/g, (_whole, name: string) => {
    const parameter = parameters.find((each) => each.name === name);
    const value = IN_PATHS[name] ?? validValue(parameter?.schema ?? {}, name);
    return parts.path?.[name] ?? encodeURIComponent(String(value));
  });
  const idempotent = parameters.some(({ name }) => name === 'Idempotency-Key');
  const body = parts.body === undefined ? schema && toJson(validValue(schema)) : parts.body;
  return {
    method,
    path: [path, queryOf(operation, parts.query)].filter((part) => part !== '').join('?'),
    headers: {
      ...(key === '' ? {} : { authorization: `Bearer ${key}` }),
      ...(body === null ? {} : { 'content-type': 'application/json' }),
      ...(idempotent ? { 'idempotency-key': crypto.randomUUID() } : {}),
      ...parts.headers,
    },
    body,
  };
}

/** Of two of which one is needed the document requires neither. */
const ONE_OF: Readonly<Record<string, string>> = {
  '/v1/audit/proofs/inclusion': 'position',
  '/v1/statements/{period}': 'merchantId',
};

/** What is tried, beside what the operation cannot do without. */
function queryOf({ path, parameters }: Operation, tried: string | undefined): string {
  const needed = parameters
    .filter(({ in: place }) => place === 'query')
    .filter(({ name, required }) => required || name === ONE_OF[path])
    .filter(({ name }) => !tried?.startsWith(encodeURIComponent(name)))
    .map(({ name, schema = {} }) => `${name}=${encoded(String(validValue(schema, name)))}`);
  return [...(tried === undefined ? [] : [tried]), ...needed].join('&');
}

type Told = { readonly what: string; readonly field: string | null; readonly json?: unknown };

function caseOf(operation: Operation, key: string, told: Told, parts: Parts): Case {
  return { operation, ...told, request: requestOf(operation, key, parts) };
}

function parameterCases(
  operation: Operation,
  key: string,
  { in: place, name }: Parameter,
  marker: string,
): Case[] {
  const texts = hostileTexts(marker);
  const of = (what: string, parts: Parts): Case =>
    caseOf(operation, key, { what: `${place} ${name}: ${what}`, field: name }, parts);
  if (place === 'header') return headerCases(of, name.toLowerCase(), texts);
  if (place === 'path') {
    return [...texts.filter((text) => text !== '').map(encoded), '%zz', '%ff', 'y'.repeat(4_000)]
      .filter((text) => !/^(\.|%2e)*$/i.test(text))
      .map((text) => of(shown(text), { path: { [name]: text } }));
  }
  const encodedName = encodeURIComponent(name);
  return [
    ...texts.map((text) => of(shown(text), { query: `${encodedName}=${encoded(text)}` })),
    of('twice', { query: `${encodedName}=1&${encodedName}=2` }),
    of('as a list', { query: `${encodedName}%5B%5D=1` }),
    of('as an object', { query: `${encodedName}%5Ba%5D=1` }),
    of('bad percent', { query: `${encodedName}=%zz` }),
    of('bad UTF-8', { query: `${encodedName}=%ff%fe` }),
  ];
}

type Of = (what: string, parts: Parts) => Case;

/** What HTTP lets into a header at all. */
function headerCases(of: Of, name: string, texts: readonly string[]): Case[] {
  const sendable = texts.filter((text) => /^[\t\x20-\x7e\x80-\xff]*$/.test(text));
  return [
    ...sendable.map((text) => of(shown(text), { headers: { [name]: text } })),
    of('é', { headers: { [name]: 'é' } }),
    of('quoted', { headers: { [name]: '"quoted"' } }),
    of('an open quote', { headers: { [name]: '"' } }),
    of('twice', { headers: { [name]: ['one', 'two'] } }),
    of('300 characters', { headers: { [name]: 'k'.repeat(300) } }),
    of('20 KB', { headers: { [name]: 'k'.repeat(20_000) } }),
  ];
}

function queryCases(operation: Operation, key: string): Case[] {
  return [
    'unknown=1',
    '__proto__=1',
    'constructor%5Bprototype%5D=1',
    '&&&=&',
    `long=${'q'.repeat(20_000)}`,
  ].map((query) => {
    const what = `query ${shown(query)}`;
    return caseOf(operation, key, { what, field: null }, { query });
  });
}

function bodyCases(operation: Operation, key: string, marker: string): Case[] {
  const { body: schema } = operation;
  if (!schema) {
    return ['{}', '[]', '{'].map((body) =>
      caseOf(
        operation,
        key,
        { what: `body ${body} where none belongs`, field: null },
        {
          body,
          headers: { 'content-type': 'application/json' },
        },
      ),
    );
  }
  const valid = validValue(schema);
  const json = toJson(valid);
  return [
    ...bodyMutations(schema, valid, marker).map(({ what, field, body }: Mutation) => {
      const told = { what: `body ${what}`, field, json: JSON.parse(body) as unknown };
      return caseOf(operation, key, told, { body });
    }),
    ...RAW_BODIES(json, marker).map(({ what, body, type }) =>
      caseOf(
        operation,
        key,
        { what: `body ${what}`, field: null },
        {
          body,
          ...(type === undefined ? {} : { headers: { 'content-type': type } }),
        },
      ),
    ),
  ];
}

/** Percent-encoded, halves of surrogate pairs as the bytes that some clients send. */
function encoded(text: string): string {
  return Array.from(text, (each) =>
    /\p{Cs}/u.test(each) ? '%ED%A0%80' : encodeURIComponent(each),
  ).join('');
}

function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}… (${text.length})` : text);
}
