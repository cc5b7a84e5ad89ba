import { readFileSync } from 'node:fs';

type Media = { readonly schema?: object; readonly example?: unknown };

export type Content = Readonly<Record<string, Media>>;

/** Of an operation in an OpenAPI document, what examples have to do with. */
export type Operation = {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: { content: Content };
  readonly responses: Readonly<Record<string, { content?: Content }>>;
};

export type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

export const SERVICES = ['command-service', 'operations', 'projection-service'] as const;

export type Service = (typeof SERVICES)[number];

export const JSON_TYPE = 'application/json';
export const PROBLEM_TYPE = 'application/problem+json';

export function documentOf(name: string): Document {
  return JSON.parse(readFileSync(`docs/openapi/${name}.json`, 'utf8')) as Document;
}

/** Each operation with its place: `post /v1/payments`. */
export function operationsOf({ paths }: Document): Map<string, Operation> {
  const placed = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method} ${path}`,
      operation,
    ]),
  );
  return new Map(placed);
}
