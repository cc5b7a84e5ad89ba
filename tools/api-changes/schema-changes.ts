import { isDeepStrictEqual } from 'node:util';

export type Schema = Readonly<Record<string, unknown>>;

/** Which side would break: callers send what is asked, or read what is answered. */
export type Direction = 'request' | 'response';

export type Side = { readonly schema: unknown; readonly document: Schema };

type Compared = {
  readonly before: Side;
  readonly after: Side;
  readonly direction: Direction;
  /** Where it is, as a caller writes it: `amount.currency`. */
  readonly at: string;
  readonly seen: Set<string>;
};

/**
 * What a caller that relied on one schema does not find in the other any more. References are
 * followed, so that names of schemas do not count.
 */
export function schemaChanges(before: Side, after: Side, direction: Direction): string[] {
  return compare({ before, after, direction, at: '', seen: new Set() });
}

function compare(compared: Compared): string[] {
  const { before, after, direction, seen } = compared;
  const pair = `${direction} ${refOf(before.schema)} ${refOf(after.schema)}`;
  if (refOf(before.schema) !== '') {
    if (seen.has(pair)) return [];
    seen.add(pair);
  }
  const [old, next] = [resolved(before), resolved(after)];
  if (!isSchema(old) || !isSchema(next)) return [];
  return [
    ...typeChanges(old, next, compared),
    ...enumChanges(old, next, compared),
    ...boundChanges(old, next, compared),
    ...fieldChanges(old, next, compared),
    ...itemChanges(old, next, compared),
    ...unionChanges(old, next, compared),
  ];
}

function typeChanges(old: Schema, next: Schema, { direction, at }: Compared): string[] {
  const [was, is] = [typesOf(old), typesOf(next)];
  if (was.length === 0 || is.length === 0) return [];
  const [some, others] = direction === 'request' ? [was, is] : [is, was];
  const lost = some.filter(
    (type) => !others.includes(type) && !(type === 'integer' && others.includes('number')),
  );
  if (lost.length === 0) return [];
  const verb = direction === 'request' ? 'may not be' : 'may now be';
  return [`${named(at)} ${verb} ${lost.join(', ')}`];
}

/** A new value in an answer is no break: the policy asks readers to expect it. */
function enumChanges(old: Schema, next: Schema, { direction, at }: Compared): string[] {
  const is = next['enum'] as unknown[] | undefined;
  if (direction !== 'request' || !is) return [];
  const was = old['enum'] as unknown[] | undefined;
  if (!was) return [`${named(at)} takes only ${is.map(String).join(', ')}`];
  const lost = was.filter((value) => !is.includes(value));
  return lost.length === 0 ? [] : [`${named(at)} does not take ${lost.map(String).join(', ')}`];
}

const UPPER = ['maxLength', 'maximum', 'maxItems', 'maxProperties', 'exclusiveMaximum'];
const LOWER = ['minLength', 'minimum', 'minItems', 'minProperties', 'exclusiveMinimum'];

function boundChanges(old: Schema, next: Schema, { direction, at }: Compared): string[] {
  if (direction !== 'request') return [];
  const isTighter = (bound: string): boolean => {
    const [was, is] = [old[bound] as number | undefined, next[bound] as number | undefined];
    if (is === undefined) return false;
    if (was === undefined) return true;
    return UPPER.includes(bound) ? is < was : is > was;
  };
  const bounds = [...UPPER, ...LOWER].filter(isTighter);
  const forms = ['pattern', 'format'].filter(
    (form) => next[form] !== undefined && next[form] !== old[form],
  );
  return [...bounds, ...forms].map(
    (each) => `${named(at)} has another ${each}: ${String(next[each])}`,
  );
}

function fieldChanges(old: Schema, next: Schema, compared: Compared): string[] {
  const { direction, at } = compared;
  const [was, is] = [fieldsOf(old), fieldsOf(next)];
  const [needed, needs] = [requiredIn(old), requiredIn(next)];
  const path = (field: string): string => (at === '' ? field : `${at}.${field}`);
  const gone = Object.keys(was).filter((field) => !(field in is));
  const isLost = direction === 'response' || next['additionalProperties'] === false;
  const [some, others] = direction === 'request' ? [needs, needed] : [needed, needs];
  const turned = some.filter((field) => !others.includes(field) && !gone.includes(field));
  const inner = Object.keys(was)
    .filter((field) => field in is)
    .flatMap((field) =>
      compare({
        ...compared,
        at: path(field),
        before: { ...compared.before, schema: was[field] },
        after: { ...compared.after, schema: is[field] },
      }),
    );
  return [
    ...(isLost ? gone.map((field) => `${path(field)} is gone`) : []),
    ...turned.map(
      (field) => `${path(field)} ${direction === 'request' ? 'must be given' : 'may be absent'}`,
    ),
    ...inner,
  ];
}

function itemChanges(old: Schema, next: Schema, compared: Compared): string[] {
  if (old['items'] === undefined || next['items'] === undefined) return [];
  return compare({
    ...compared,
    at: `${compared.at}[]`,
    before: { ...compared.before, schema: old['items'] },
    after: { ...compared.after, schema: next['items'] },
  });
}

const UNIONS = ['anyOf', 'oneOf', 'allOf'] as const;

/** Members are compared by their place; another number of them is named as a whole. */
function unionChanges(old: Schema, next: Schema, compared: Compared): string[] {
  return UNIONS.flatMap((union) => {
    const was = old[union] as unknown[] | undefined;
    const is = next[union] as unknown[] | undefined;
    if (isDeepStrictEqual(was, is) && was === undefined) return [];
    if (was?.length !== is?.length) return [`${named(compared.at)} is another choice (${union})`];
    return (was ?? []).flatMap((schema, index) =>
      compare({
        ...compared,
        before: { ...compared.before, schema },
        after: { ...compared.after, schema: is?.[index] },
      }),
    );
  });
}

function named(at: string): string {
  return at === '' ? 'the value' : at;
}

function refOf(schema: unknown): string {
  return isSchema(schema) && typeof schema['$ref'] === 'string' ? schema['$ref'] : '';
}

function resolved({ schema, document }: Side): unknown {
  const ref = refOf(schema);
  if (ref === '') return schema;
  const target = ref
    .slice(2)
    .split('/')
    .reduce<unknown>((part, name) => (isSchema(part) ? part[name] : undefined), document);
  return resolved({ schema: target, document });
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null;
}

function typesOf({ type }: Schema): string[] {
  return type === undefined ? [] : ([type].flat() as string[]);
}

function fieldsOf({ properties }: Schema): Schema {
  return isSchema(properties) ? properties : {};
}

function requiredIn({ required }: Schema): readonly string[] {
  return Array.isArray(required) ? (required as string[]) : [];
}
