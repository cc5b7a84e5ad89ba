import type { Schema } from './operations.js';

/** What the document cannot say by an example. */
const VALUES: Readonly<Record<string, unknown>> = {
  url: 'http://127.0.0.1:9/webhooks',
  amount: '1050',
  currency: 'EUR',
  // Named by a service, so that it meets no other client's.
  orderId: 'order-fuzz',
  name: 'none',
};

/** What the document allows without a field that the server needs, as cards need a token. */
const OBJECTS: Readonly<Record<string, unknown>> = {
  method: { kind: 'card', token: 'pm_card_visa' },
};

const SHA_256 = 'a'.repeat(64);

/** A value that the schema allows, the plainest there is. Deterministic but for UUIDs. */
export function validValue(schema: Schema, name = ''): unknown {
  const [form] = [...(schema.allOf ?? []), ...(schema.oneOf ?? [])];
  if (form) return validValue(form, name);
  if (schema.enum) return schema.enum[0];
  if (schema.type !== 'string' && schema.example !== undefined) return schema.example;
  if (schema.properties) return validObject(schema);
  return VALUES[name] ?? plainValue(schema);
}

function validObject({ properties = {}, required = [] }: Schema): object {
  // One of two ways to say something is needed, and a document's list says neither.
  const isEither = 'accountColumn' in properties;
  const either = isEither ? ['account', 'amount', 'currency'] : [];
  return Object.fromEntries(
    [...required, ...either].map((name) => [
      name,
      OBJECTS[name] ?? validValue(properties[name] ?? {}, name),
    ]),
  );
}

function plainValue(schema: Schema): unknown {
  const { type, items, ...bounds } = schema;
  const given = bounds.example ?? bounds.default;
  if (given !== undefined) return given;
  switch (type) {
    case 'array':
      return Array.from({ length: bounds.minItems ?? 0 }, () => validValue(items ?? {}));
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return bounds.minimum ?? 1;
    case 'object':
      return {};
    default:
      return plainText(schema);
  }
}

function plainText({ format, pattern, minLength }: Schema): string {
  if (format === 'uuid') return crypto.randomUUID();
  if (format === 'date-time') return '2026-11-21T03:52:06Z';
  if (pattern?.includes('[0-9a-f]{64}')) return SHA_256;
  return 'text'.padEnd(minLength ?? 1, '-');
}
