import { readFileSync } from 'node:fs';

export type Schema = {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly default?: unknown;
  readonly nullable?: boolean;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: boolean | Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
};

export type Parameter = {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
  readonly required?: boolean;
  readonly schema?: Schema;
};

/** One operation of a service, as its OpenAPI document tells it, without references. */
export type Operation = {
  readonly service: Service;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | null;
  /** Null: anyone may call. */
  readonly roles: readonly string[] | null;
};

export const SERVICES = ['command-service', 'projection-service', 'operations'] as const;
export type Service = (typeof SERVICES)[number];

type Json = Readonly<Record<string, unknown>>;
type Documented = {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Json }>> };
  readonly 'x-roles'?: readonly string[];
};

/** Every operation of every service's checked-in document. */
export function operations(): Operation[] {
  return SERVICES.flatMap((service) => {
    const file = new URL(`../../../docs/openapi/${service}.json`, import.meta.url);
    const document = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly paths: Readonly<Record<string, Readonly<Record<string, Documented>>>>;
    };
    return Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, documented]) => {
        const { parameters = [], requestBody, 'x-roles': roles = null } = documented;
        const schema = requestBody?.content['application/json']?.schema;
        return {
          service,
          method: method.toUpperCase(),
          path,
          parameters,
          body: schema ? (resolved(schema, document) as Schema) : null,
          roles,
        };
      }),
    );
  });
}

/** The schema with its references replaced by what they name; ours are not recursive. */
function resolved(part: unknown, document: object): unknown {
  if (Array.isArray(part)) return part.map((each) => resolved(each, document));
  if (typeof part !== 'object' || part === null) return part;
  const { $ref } = part as { readonly $ref?: string };
  if ($ref !== undefined) {
    const steps = $ref.split('/').slice(1);
    const found = steps.reduce<unknown>((inner, step) => (inner as Json)[step], document);
    return resolved(found, document);
  }
  const inner = Object.entries(part).map(
    ([key, value]) => [key, resolved(value, document)] as const,
  );
  return ofOneType(Object.fromEntries(inner));
}

/** A type or null, in two words that JSON Schema has for it, as one type that is `nullable`. */
function ofOneType(part: Json): Json {
  const { type, anyOf, ...rest } = part;
  if (Array.isArray(type)) return { ...rest, type: type[0] as string, nullable: true };
  return Array.isArray(anyOf) ? { ...(anyOf[0] as Json), ...rest, nullable: true } : part;
}
