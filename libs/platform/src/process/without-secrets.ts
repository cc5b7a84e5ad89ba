import { stdSerializers } from 'pino';

/** Fields whose value is a secret, by their name in lower case without separators. */
const SECRET_NAME =
  /^((proxy)?authorization|(set)?cookie|(client|private|signing|webhook)?secret|password|(private|secret|api|signing)key|passwd)$/;

const CENSORED = '[redacted]';

/** As deep as the log writes at all. */
const DEPTH_MAX = 6;

type Fields = Readonly<Record<string, unknown>>;

/**
 * A copy of what is logged, in which no field of a secret's name has its value, however deep it is:
 * errors of HTTP clients carry the request, with its headers.
 */
export function withoutSecrets(fields: Fields): Record<string, unknown> {
  return fieldsOf(fields, new Set());
}

function fieldsOf(fields: Fields, within: Set<object>): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    const isSecret = value !== undefined && value !== null && isSecretName(name);
    copy[name] = isSecret ? CENSORED : valueOf(value, within);
  }
  return copy;
}

function valueOf(value: unknown, within: Set<object>): unknown {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (within.has(value) || within.size >= DEPTH_MAX) return '[object]';
  within.add(value);
  const copy = copyOf(value, within);
  within.delete(value);
  return copy;
}

function copyOf(value: object, within: Set<object>): unknown {
  if (Array.isArray(value)) return value.map((each) => valueOf(each, within));
  if (value instanceof Error) return fieldsOf({ ...stdSerializers.err(value) }, within);
  const { toJSON } = value as { toJSON?: unknown };
  if (typeof toJSON === 'function') return valueOf((toJSON as () => unknown).call(value), within);
  return fieldsOf(value as Fields, within);
}

const SEPARATORS = /[^a-z]/g;

function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name.toLowerCase().replace(SEPARATORS, ''));
}
