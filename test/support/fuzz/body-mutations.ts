import { HOSTILE_OTHERS, hostileTexts, toJson } from './hostile-values.js';
import type { Schema } from './operations.js';
import { validValue } from './valid-values.js';

/** A body with one place changed. */
export type Mutation = {
  readonly what: string;
  /** The changed field, as in `method.token`; null when it is none of the document's. */
  readonly field: string | null;
  readonly body: string;
};

type Path = readonly (string | number)[];

/** A field, what a refusal has to name, and a body with it that is as documented. */
type Place = { readonly path: Path; readonly named: Path; readonly base: unknown };

/** Every field changed to every hostile value, left out, and with an unknown one beside it. */
export function bodyMutations(schema: Schema, valid: unknown, marker: string): Mutation[] {
  const values = [...hostileTexts(marker), ...HOSTILE_OTHERS];
  return placesIn(schema, [], valid).flatMap(({ path, named, base }) => {
    const field = named.join('.');
    const at = path.join('.');
    const changed = values.map((value) => ({
      what: `${at} = ${shown(value)}`,
      field,
      body: toJson(withValueAt(base, path, value)),
    }));
    return [
      ...changed,
      { what: `${at} as documented`, field: null, body: toJson(base) },
      { what: `${at} left out`, field, body: toJson(withValueAt(base, path, undefined)) },
      ...besides(base, path),
    ];
  });
}

const UNKNOWN_NAMES = [
  'unknownField',
  'constructor',
  'prototype',
  'toString',
  '\u202e',
  'k'.repeat(5_000),
];

function besides(base: unknown, path: Path): Mutation[] {
  const parent = path.slice(0, -1);
  return UNKNOWN_NAMES.map((name) => ({
    what: `${[...parent, shown(name)].join('.')} added`,
    field: null,
    body: toJson(withValueAt(base, [...parent, name], 1)),
  }));
}

/** Every field of the schema, nested ones after the ones they stand in. */
function placesIn(schema: Schema, path: Path, base: unknown): Place[] {
  const { properties = {}, allOf = [], oneOf = [], items } = schema;
  const inner = Object.entries(properties).flatMap(([name, each]) => {
    const at = [...path, name];
    const known = valueAt(base, at);
    const own = known === undefined || known === null ? validValue(each, name) : known;
    const place = { path: at, named: at, base: withValueAt(base, at, own) };
    return [place, ...placesIn(each, at, place.base)];
  });
  const others = [
    ...allOf.flatMap((each) => placesIn(each, path, base)),
    // Which of several forms was meant is unknown; so the whole may be named.
    ...oneOf
      .slice(0, 1)
      .flatMap((each) => placesIn(each, path, base).map((place) => ({ ...place, named: path }))),
  ];
  if (!items) return [...inner, ...others];
  const first = [...path, 0];
  const known = valueAt(base, first) ?? validValue(items);
  return [...inner, ...others, ...placesIn(items, first, withValueAt(base, first, known))];
}

function valueAt(whole: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) => (inner as Record<string | number, unknown> | null | undefined)?.[step],
    whole,
  );
}

/** A copy with one place changed; what is missing on the way there is made. Undefined: removed. */
export function withValueAt(whole: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list: unknown[] = Array.isArray(whole) ? [...(whole as unknown[])] : [];
    list[step] = withValueAt(list[step], rest, value);
    return list;
  }
  const fields = typeof whole === 'object' && whole !== null && !Array.isArray(whole) ? whole : {};
  return { ...fields, [step]: withValueAt((fields as Record<string, unknown>)[step], rest, value) };
}

type RawBody = { readonly what: string; readonly body: string | Buffer; readonly type?: string };

/** What is no JSON, or JSON of another kind, or something else altogether. */
export function RAW_BODIES(json: string, marker: string): RawBody[] {
  const texts = [
    '',
    ' ',
    '{',
    '}',
    'null',
    '[]',
    '[{}]',
    '"text"',
    '5',
    'NaN',
    'undefined',
    "{'a':1}",
  ];
  const deep = 20_000;
  return [
    ...texts.map((body) => ({ what: body === '' ? 'empty' : body, body })),
    { what: 'cut short', body: json.slice(0, -1) },
    { what: 'cut in the middle', body: json.slice(0, Math.ceil(json.length / 2)) },
    { what: 'followed by more', body: `${json}${json}` },
    { what: 'unquoted', body: `{"a": ${marker}}` },
    { what: '__proto__', body: '{"__proto__": {"admin": true}}' },
    { what: 'constructor.prototype', body: '{"constructor": {"prototype": {"admin": true}}}' },
    { what: 'a field twice', body: json.replace('{', '{"twice":1,"twice":2,') },
    { what: 'deep lists', body: '['.repeat(deep) + ']'.repeat(deep) },
    { what: 'deep objects', body: `${'{"a":'.repeat(deep / 4)}1${'}'.repeat(deep / 4)}` },
    { what: 'a byte order mark', body: `\ufeff${json}` },
    {
      what: 'broken UTF-8',
      body: Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff, 0xc0]), Buffer.from('"}')]),
    },
    { what: 'a megabyte', body: `{"long":"${'m'.repeat(1_000_000)}"}` },
    { what: 'six megabytes', body: `{"long":"${'m'.repeat(6_000_000)}"}` },
    { what: 'as text/plain', body: json, type: 'text/plain' },
    { what: 'as a form', body: 'a=1&b=2', type: 'application/x-www-form-urlencoded' },
    { what: 'as XML', body: `<a>${marker}</a>`, type: 'application/xml' },
    { what: 'as nothing', body: json, type: '' },
    { what: 'as nonsense', body: json, type: `;;${marker}` },
    { what: 'as multipart', body: json, type: 'multipart/form-data; boundary=x' },
    { what: 'in another charset', body: json, type: 'application/json; charset=utf-16' },
  ];
}

function shown(value: unknown): string {
  const text = toJson(value);
  return text.length > 60 ? `${text.slice(0, 60)}… (${text.length})` : text;
}
