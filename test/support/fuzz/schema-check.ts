import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import type { Operation, Schema } from './operations.js';

/** Says whether a body is what the document allows. */
export class SchemaCheck {
  readonly #ajv = new Ajv({ strict: false, unicodeRegExp: true, allErrors: true });
  readonly #compiled = new Map<Operation, ValidateFunction>();

  constructor() {
    formats.default(this.#ajv);
  }

  /** @returns what is wrong; an empty list when nothing is. */
  faultsOf(operation: Operation, json: unknown): string[] {
    if (!operation.body) return [];
    let validate = this.#compiled.get(operation);
    if (!validate) {
      validate = this.#ajv.compile(withNulls(operation.body) as object);
      this.#compiled.set(operation, validate);
    }
    if (validate(json)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message = '' }) => `${instancePath} ${message}`,
    );
  }
}

/** `nullable`, as the operations have it, in JSON Schema. */
function withNulls(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withNulls);
  if (typeof part !== 'object' || part === null) return part;
  const { nullable, ...rest } = part as Schema;
  const inner = Object.fromEntries(
    Object.entries(rest).map(([key, each]) => [key, withNulls(each)]),
  );
  return nullable === true ? { anyOf: [inner, { type: 'null' }] } : inner;
}
