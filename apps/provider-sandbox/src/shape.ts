/** Why a parameter is refused. Each provider words it in its own way. */
export type ShapeProblem = {
  readonly kind: 'unknown' | 'missing' | 'type' | 'value' | 'too-long' | 'too-many';
  readonly path: readonly string[];
  readonly value: unknown;
  /** What would have been right, as in "an integer". */
  readonly expected: string;
};

type Context = { readonly path: readonly string[]; readonly problems: ShapeProblem[] };

/** Checks one parameter and reads it; problems are collected, not thrown. */
export type Shape<T> = (value: unknown, context: Context) => T;

type Read<S> = S extends Shape<infer T> ? T : never;

/** Checks a whole request body. Nothing in it goes unseen: unknown fields are problems. */
export function readShape<T>(
  shape: Shape<T>,
  value: unknown,
): { readonly read: T; readonly problems: readonly ShapeProblem[] } {
  const problems: ShapeProblem[] = [];
  return { read: shape(value, { path: [], problems }), problems };
}

export function text(lengthMax = 5000, pattern?: RegExp): Shape<string> {
  return (value, context) => {
    if (typeof value !== 'string') return refuse(context, 'type', value, 'a string');
    if (value.length > lengthMax) {
      return refuse(context, 'too-long', value, `at most ${lengthMax} characters`);
    }
    if (pattern?.test(value) === false) return refuse(context, 'value', value, pattern.source);
    return value;
  };
}

export function oneOf<const V extends string>(...values: readonly V[]): Shape<V> {
  return (value, context) =>
    values.includes(value as V)
      ? (value as V)
      : refuse(context, typeof value === 'string' ? 'value' : 'type', value, values.join(', '));
}

/** Null, or what the shape says. */
export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return (value, context) => (value === null ? null : shape(value, context));
}

/** A JSON boolean. */
export function flag(): Shape<boolean> {
  return (value, context) =>
    typeof value === 'boolean' ? value : refuse(context, 'type', value, 'true or false');
}

/** A JSON integer. */
export function integer(min: number, max = Number.MAX_SAFE_INTEGER): Shape<number> {
  return (value, context) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
      ? value
      : refuse(context, 'type', value, `an integer from ${min} to ${max}`);
}

/** A boolean as a form sends it. */
export function formFlag(): Shape<boolean> {
  return (value, context) =>
    value === 'true' || value === 'false'
      ? value === 'true'
      : refuse(context, 'type', value, 'true or false');
}

/** An integer as a form sends it. */
export function formInteger(): Shape<number> {
  return (value, context) =>
    typeof value === 'string' && /^-?\d{1,15}$/.test(value)
      ? Number(value)
      : refuse(context, 'type', value, 'an integer');
}

export function list<T>(item: Shape<T>, lengthMax = 100): Shape<readonly T[]> {
  return (value, context) => {
    if (!Array.isArray(value)) return refuse(context, 'type', value, 'an array');
    if (value.length > lengthMax) refuse(context, 'too-many', value, `at most ${lengthMax} items`);
    return value.map((each, index) => item(each, within(context, String(index))));
  };
}

/** Free keys, as in metadata. */
export function mapOf<T>(
  item: Shape<T>,
  { keysMax = 50, keyLengthMax = 40 } = {},
): Shape<Readonly<Record<string, T>>> {
  return (value, context) => {
    if (!isRecord(value)) return refuse(context, 'type', value, 'a hash');
    const keys = Object.keys(value);
    if (keys.length > keysMax) refuse(context, 'too-many', value, `at most ${keysMax} keys`);
    const long = keys.find((key) => key.length > keyLengthMax);
    if (long !== undefined) {
      refuse(
        within(context, long),
        'too-long',
        long,
        `a key of at most ${keyLengthMax} characters`,
      );
    }
    return Object.fromEntries(keys.map((key) => [key, item(value[key], within(context, key))]));
  };
}

/** Anything at all, kept or passed over without a look. */
export function anything(): Shape<unknown> {
  return (value) => value;
}

export function object<
  Fields extends Record<string, Shape<unknown>>,
  R extends keyof Fields = never,
>(
  fields: Fields,
  ...required: readonly R[]
): Shape<
  { readonly [K in R]: Read<Fields[K]> } & { readonly [K in keyof Fields]?: Read<Fields[K]> }
> {
  type Result = { readonly [K in R]: Read<Fields[K]> } & {
    readonly [K in keyof Fields]?: Read<Fields[K]>;
  };
  return (value, context) => {
    if (!isRecord(value)) return refuse(context, 'type', value, 'a hash');
    for (const name of required) {
      if (value[name as string] === undefined) {
        refuse(within(context, name as string), 'missing', undefined, 'a value');
      }
    }
    const read: Record<string, unknown> = {};
    for (const [name, given] of Object.entries(value)) {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      const inside = within(context, name);
      if (field === undefined) refuse(inside, 'unknown', given, 'no such parameter');
      else read[name] = field(given, inside);
    }
    return read as Result;
  };
}

function within({ path, problems }: Context, name: string): Context {
  return { path: [...path, name], problems };
}

/** Records the problem; the value that stands in is never used, as any problem is a refusal. */
function refuse(
  { path, problems }: Context,
  kind: ShapeProblem['kind'],
  value: unknown,
  expected: string,
): never {
  problems.push({ kind, path, value, expected });
  return undefined as never;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
