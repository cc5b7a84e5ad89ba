import 'reflect-metadata';
import type { INestApplication } from '@nestjs/common';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { getMetadataStorage } from 'class-validator';
import { keywordsOf } from './json-schema-keywords.js';
import { deprecationOf, type Deprecation } from '../deprecation/deprecated.js';
import { ProblemResponse } from '../problem/problem.response.js';
import { routesOf, type Controller, type Route } from '../keys/routes.js';
import { UuidPipe } from '../validation/uuid.pipe.js';

type Schema = Record<string, unknown> & { properties?: Record<string, Schema> };
type Parameter = { readonly in: string; readonly name: string; schema?: Schema };
type Operation = {
  readonly operationId?: string;
  readonly parameters?: Parameter[];
  description?: string;
  deprecated?: boolean;
  'x-deprecated-since'?: string;
  'x-sunset'?: string;
  security?: readonly object[];
  'x-roles'?: readonly string[];
  'x-body-bytes-max'?: number;
  'x-body-streamed'?: boolean;
};
type Class = new () => object;

/** Bodies that are not as usual, by path. */
export type Bounds = {
  readonly bodyBytesMaxOf?: Readonly<Record<string, number>>;
  readonly streamedBodies?: readonly string[];
};

/**
 * The OpenAPI document of an application, with what its request classes check written into their
 * schemas, so that the document promises neither more nor less than the server takes.
 */
export function describeHttpApp(
  app: INestApplication,
  head: Omit<OpenAPIObject, 'paths'>,
  bounds: Bounds = {},
): OpenAPIObject {
  const document = SwaggerModule.createDocument(app, head, { extraModels: [ProblemResponse] });
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  for (const target of requestClasses()) {
    const schema = schemas[target.name];
    if (!schema?.properties) continue;
    describeFields(target, schema.properties);
    schema['additionalProperties'] = false;
  }
  describeOperations(app, document);
  describeBounds(document, bounds);
  return document;
}

function describeOperations(app: INestApplication, document: OpenAPIObject): void {
  const methods = methodsOf(app);
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path) as Operation[]) {
      const { operationId = '', parameters = [] } = operation;
      const called = methods.get(operationId);
      if (!called) continue;
      for (const input of called.inputs) describeInput(input, parameters);
      if (called.deprecation) describeDeprecation(operation, called.deprecation);
      if (called.roles === 'public') operation.security = [];
      else if (called.roles) operation['x-roles'] = called.roles;
    }
  }
}

function describeDeprecation(operation: Operation, { since, sunset, instead }: Deprecation): void {
  const note = `Deprecated since ${since}, gone from ${sunset} on: use ${instead}.`;
  operation.description = [operation.description, note].filter((each) => each).join(' ');
  operation.deprecated = true;
  operation['x-deprecated-since'] = since;
  operation['x-sunset'] = sunset;
}

/** Bodies that may be longer than usual, by path; who passes requests on has to know. */
function describeBounds(
  { paths }: OpenAPIObject,
  { bodyBytesMaxOf = {}, streamedBodies = [] }: Bounds,
): void {
  for (const [path, bytesMax] of Object.entries(bodyBytesMaxOf)) {
    for (const operation of Object.values(paths[path] ?? {}) as Operation[]) {
      operation['x-body-bytes-max'] = bytesMax;
      if (streamedBodies.includes(path)) operation['x-body-streamed'] = true;
    }
  }
}

/** Every class with decorators of class-validator. */
function requestClasses(): Class[] {
  const storage = getMetadataStorage() as unknown as {
    readonly validationMetadatas: ReadonlyMap<Class, unknown>;
  };
  return [...storage.validationMetadatas.keys()];
}

function describeFields(target: Class, fields: Record<string, Schema>): void {
  const metadatas = getMetadataStorage().getTargetValidationMetadatas(target, '', false, false);
  for (const { propertyName, name = '', type, constraints, each } of metadatas) {
    const field = fields[propertyName];
    if (!field || each) continue;
    if (type === 'conditionalValidation') fields[propertyName] = nullable(field);
    else if (!isReference(field)) Object.assign(field, keywordsOf(name, constraints as unknown[]));
  }
}

function isReference(field: Schema): boolean {
  return '$ref' in field || 'allOf' in field;
}

/** A null is as if the field were left out. */
function nullable(field: Schema): Schema {
  return '$ref' in field
    ? { allOf: [field], nullable: true }
    : Object.assign(field, { nullable: true });
}

/** One decorated parameter of a controller's method: a whole class, or one value with its pipes. */
type Input = {
  readonly in: 'query' | 'path';
  readonly target: Class | undefined;
  readonly name: unknown;
  readonly pipes: readonly unknown[];
};

function describeInput(input: Input, parameters: readonly Parameter[]): void {
  const own = parameters.filter((parameter) => parameter.in === input.in);
  const fields = Object.fromEntries(
    own.map((parameter) => [parameter.name, (parameter.schema ??= {})]),
  );
  if (typeof input.name === 'string') {
    if (input.pipes.includes(UuidPipe)) Object.assign(fields[input.name] ?? {}, { format: 'uuid' });
  } else if (input.target) {
    describeFields(input.target, fields);
    // An address says nothing by null.
    for (const field of Object.values(fields)) delete field['nullable'];
  }
}

type Arguments = Readonly<
  Record<string, { readonly index: number; readonly data: unknown; readonly pipes: unknown[] }>
>;

/** What Nest keeps for `@Query` and `@Param`. */
const INPUTS: Readonly<Record<string, Input['in']>> = { 4: 'query', 5: 'path' };

type Method = Pick<Route, 'roles'> & {
  readonly inputs: readonly Input[];
  readonly deprecation: Deprecation | undefined;
};

/** By the operation ids that Nest gives: `PaymentsController_payment`. */
function methodsOf(app: INestApplication): Map<string, Method> {
  return new Map(
    routesOf(app).map(({ controller, method, roles }) => [
      `${controller.name}_${method}`,
      {
        inputs: inputsOf(controller, method),
        roles,
        deprecation: deprecationIn(controller, method),
      },
    ]),
  );
}

function deprecationIn({ prototype }: Controller, method: string): Deprecation | undefined {
  const handler = (prototype as Readonly<Record<string, object>>)[method];
  return handler && deprecationOf(handler);
}

function inputsOf(controller: Controller, method: string): Input[] {
  const read = (key: string, target: object, property: string): unknown =>
    Reflect.getMetadata(key, target, property);
  const found = read('__routeArguments__', controller, method) ?? {};
  const types = read('design:paramtypes', controller.prototype, method) ?? [];
  return Object.entries(found as Arguments).flatMap(([key, { index, data, pipes }]) => {
    const place = INPUTS[key.split(':')[0] ?? ''];
    return place ? [{ in: place, target: (types as Class[])[index], name: data, pipes }] : [];
  });
}
