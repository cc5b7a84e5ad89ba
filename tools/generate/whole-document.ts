import { isDeepStrictEqual } from 'node:util';

type Json = Readonly<Record<string, unknown>>;
type Operation = { readonly operationId: string; readonly responses: Json };
type Methods = Readonly<Record<string, Operation>>;

/** An OpenAPI document as each service has it. */
export type ServiceDocument = Json & {
  readonly info: Json;
  readonly paths: Readonly<Record<string, Methods>>;
  readonly components: Readonly<Record<string, Json>>;
};

/** What the service at the one address answers by itself comes first. */
export type Joined = {
  readonly front: ServiceDocument;
  readonly parts: Readonly<Record<string, ServiceDocument>>;
  /** Operations that the front answers although a part has them: `get /v1/payments/{paymentId}`. */
  readonly answeredByFront: ReadonlySet<string>;
};

const TITLE = 'Assay';
const DESCRIPTION =
  'Everything that a caller reaches at the one address: payment commands, queries and operations. ' +
  'Amounts are minor units as digits. Refusals are RFC 9457. Every answer to a query says how far ' +
  'its view is (`position`); `minPosition` waits for it.';

/** Of each operation that is passed on, beside what the part itself says. */
const NOT_CONFIGURED = {
  501: {
    description: 'The service at this address was not told where this part is',
    content: {
      'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemResponse' } },
    },
    headers: { 'Request-Id': { $ref: '#/components/headers/Request-Id' } },
  },
};

/**
 * One document of what the one address answers.
 *
 * @throws Error when two services have one operation, one id, or one name of a component for
 * different things.
 */
export function wholeDocumentOf({ front, parts, answeredByFront }: Joined): object {
  const paths = copyOf(front.paths);
  const components = copyOf(front.components);
  for (const [part, document] of Object.entries(parts)) {
    for (const [path, method, operation] of operationsOf(document)) {
      const name = `${method} ${path}`;
      const known = (paths[path] ??= {});
      if (known[method] && answeredByFront.has(name)) continue;
      if (known[method]) throw new Error(`${part} and another service both answer ${name}`);
      known[method] = {
        ...operation,
        responses: { ...operation.responses, ...NOT_CONFIGURED },
      };
    }
    join(components, document.components, part);
  }
  assertOwnIds(paths);
  const info = { ...front.info, title: TITLE, description: DESCRIPTION };
  return { ...front, info, paths, components };
}

/** That can be added to, at both levels. */
function copyOf<Value>(
  levels: Readonly<Record<string, Readonly<Record<string, Value>>>>,
): Record<string, Record<string, Value>> {
  return Object.fromEntries(Object.entries(levels).map(([name, level]) => [name, { ...level }]));
}

function operationsOf({ paths }: ServiceDocument): [string, string, Operation][] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, string, Operation] => [
      path,
      method,
      operation,
    ]),
  );
}

function join(
  into: Record<string, Record<string, unknown>>,
  components: ServiceDocument['components'],
  part: string,
): void {
  for (const [kind, named] of Object.entries(components)) {
    const known = (into[kind] ??= {});
    for (const [name, component] of Object.entries(named)) {
      if (name in known && !isDeepStrictEqual(known[name], component)) {
        throw new Error(
          `${part} has another ${name} (${kind}) than the services before it; rename one`,
        );
      }
      known[name] = component;
    }
  }
}

function assertOwnIds(paths: Readonly<Record<string, Methods>>): void {
  const places = new Map<string, string>();
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, { operationId }] of Object.entries(methods)) {
      const place = `${method} ${path}`;
      const other = places.get(operationId);
      if (other !== undefined) throw new Error(`${other} and ${place} are both ${operationId}`);
      places.set(operationId, place);
    }
  }
}
