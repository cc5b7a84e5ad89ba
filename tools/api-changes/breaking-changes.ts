import { schemaChanges, type Schema, type Side } from './schema-changes.js';

type Parameter = {
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
  readonly schema?: Schema;
};
type Content = Readonly<Record<string, { readonly schema?: Schema }>>;
type Operation = {
  readonly security?: readonly object[];
  readonly 'x-roles'?: readonly string[];
  readonly 'x-sunset'?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
};

/** What is needed of an OpenAPI document. */
export type ApiDocument = Schema & {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

type Documents = { readonly before: ApiDocument; readonly after: ApiDocument };

/**
 * What callers of one document would stumble over in the other, a sentence each. What was
 * deprecated and is past its day may go.
 *
 * @param today as in `2026-11-30`.
 */
export function breakingChanges(before: ApiDocument, after: ApiDocument, today: string): string[] {
  return Object.entries(before.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, old]) => {
      const next = after.paths[path]?.[method];
      const name = `${method.toUpperCase()} ${path}`;
      if (!next) return isPast(old, today) ? [] : [`${name}: is gone`];
      return operationChanges(old, next, { before, after }).map((change) => `${name}: ${change}`);
    }),
  );
}

function isPast({ 'x-sunset': sunset }: Operation, today: string): boolean {
  return sunset !== undefined && sunset <= today;
}

function operationChanges(old: Operation, next: Operation, documents: Documents): string[] {
  return [
    ...callerChanges(old, next),
    ...parameterChanges(old, next, documents),
    ...bodyChanges(old, next, documents),
    ...answerChanges(old, next, documents),
  ];
}

function callerChanges(old: Operation, next: Operation): string[] {
  const needsKey = old.security?.length === 0 && next.security?.length !== 0;
  const roles = next['x-roles'] ?? [];
  const lost = (old['x-roles'] ?? []).filter((role) => !roles.includes(role));
  return [
    ...(needsKey ? ['needs a key'] : []),
    ...(next.security?.length === 0 ? [] : lost.map((role) => `${role} may not call it`)),
  ];
}

function parameterChanges(old: Operation, next: Operation, documents: Documents): string[] {
  const [was, is] = [old.parameters ?? [], next.parameters ?? []];
  const twin = (among: readonly Parameter[], { in: place, name }: Parameter) =>
    among.find((each) => each.in === place && each.name === name);
  return [
    // Path parameters are named by the path; a header too many does no harm.
    ...was
      .filter((each) => each.in === 'query' && !twin(is, each))
      .map(({ name }) => `query ${name} is gone`),
    ...is.flatMap((each) => {
      const known = twin(was, each);
      const label = `${each.in} ${each.name}`;
      if (each.required === true && known?.required !== true && each.in !== 'path') {
        return [`${label} must be given`];
      }
      if (!known) return [];
      const [before, after] = sides(known.schema, each.schema, documents);
      return schemaChanges(before, after, 'request').map((change) => `${label}: ${change}`);
    }),
  ];
}

function bodyChanges(old: Operation, next: Operation, documents: Documents): string[] {
  const isNeeded = next.requestBody?.required === true && old.requestBody?.required !== true;
  return [
    ...(isNeeded ? ['a body must be given'] : []),
    ...contentChanges(old.requestBody?.content, next.requestBody?.content).map(
      (type) => `takes no ${type}`,
    ),
    ...eachContent(old.requestBody?.content, next.requestBody?.content).flatMap(([was, is]) => {
      const [before, after] = sides(was, is, documents);
      return schemaChanges(before, after, 'request').map((change) => `body: ${change}`);
    }),
  ];
}

function answerChanges(old: Operation, next: Operation, documents: Documents): string[] {
  return Object.entries(old.responses)
    .filter(([status]) => status.startsWith('2'))
    .flatMap(([status, { content }]) => {
      const answer = next.responses[status];
      if (!answer) return [`answers no ${status}`];
      return [
        ...contentChanges(content, answer.content).map((type) => `${status} is no ${type}`),
        ...eachContent(content, answer.content).flatMap(([was, is]) => {
          const [before, after] = sides(was, is, documents);
          return schemaChanges(before, after, 'response').map((change) => `${status}: ${change}`);
        }),
      ];
    });
}

/** Media types that are gone. */
function contentChanges(old: Content = {}, next: Content = {}): string[] {
  return Object.keys(old).filter((type) => !(type in next));
}

function eachContent(old: Content = {}, next: Content = {}): [unknown, unknown][] {
  return Object.entries(old).map(([type, { schema }]) => [schema, next[type]?.schema]);
}

function sides(was: unknown, is: unknown, { before, after }: Documents): [Side, Side] {
  return [
    { schema: was, document: before },
    { schema: is, document: after },
  ];
}
