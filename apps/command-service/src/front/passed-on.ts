import type { PartName } from './parts.js';

type Operation = {
  readonly security?: readonly object[];
  readonly 'x-body-bytes-max'?: number;
  readonly 'x-body-streamed'?: boolean;
};

/** What is needed of an OpenAPI document. */
export type ApiDocument = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

/** A route that another service answers. */
export type PassedOn = {
  readonly part: PartName;
  readonly method: string;
  /** As Fastify writes it: `/v1/cases/:paymentId`. */
  readonly path: string;
  /** As the part knows it, where it differs. */
  readonly target?: string;
  readonly takesKey: boolean;
  /** Longest body, where it is not the usual one. */
  readonly bodyBytesMax?: number;
  /** A file, passed on as it comes. */
  readonly isStreamed?: boolean;
};

/**
 * Operations that two services have. This service answers them from the streams, so that an answer
 * is never older than the last command; the other one's are for those who ask it by itself.
 */
export const ANSWERED_HERE: ReadonlySet<string> = new Set(['get /v1/payments/{paymentId}']);

/** What a part serves beside its OpenAPI document, and a caller needs. */
const UNDOCUMENTED: readonly PassedOn[] = [
  ...(['projection-service', 'operations'] as const).map((part) => ({
    part,
    method: 'GET',
    path: `/health/${part}`,
    target: '/health/ready',
    takesKey: false,
  })),
];

/**
 * Which routes belong to whom, as the services' OpenAPI documents say.
 *
 * @throws Error when two services have the same operation.
 */
export function passedOnRoutes(
  own: ApiDocument,
  parts: Readonly<Record<PartName, ApiDocument>>,
): PassedOn[] {
  const owners = new Map(operationsOf(own).map(({ key }) => [key, 'command-service']));
  const routes = (Object.entries(parts) as [PartName, ApiDocument][]).flatMap(([part, document]) =>
    operationsOf(document).flatMap(({ name, key, method, path, operation }) => {
      const owner = owners.get(key);
      if (owner === 'command-service' && ANSWERED_HERE.has(name)) return [];
      if (owner !== undefined) throw new Error(`${owner} and ${part} both answer ${name}`);
      owners.set(key, part);
      const { security, 'x-body-bytes-max': bodyBytesMax } = operation;
      const takesKey = security?.length !== 0;
      const isStreamed = operation['x-body-streamed'] === true;
      const body = {
        ...(bodyBytesMax !== undefined && { bodyBytesMax }),
        ...(isStreamed && { isStreamed }),
      };
      return [{ part, method, path, takesKey, ...body }];
    }),
  );
  return [...UNDOCUMENTED, ...routes];
}

function operationsOf({ paths }: ApiDocument) {
  return Object.entries(paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([verb, operation]) => ({
      name: `${verb} ${template}`,
      // Paths that differ in the names of their parameters only are the same one.
      key: `${verb} ${template.replace(/\{\w+\}/g, '{}')}`,
      method: verb.toUpperCase(),
      path: template.replace(/\{(\w+)\}/g, ':$1'),
      operation,
    })),
  );
}
