import { createHash } from 'node:crypto';
import { isStorable, Problem } from '#platform';

/** A list as its cursors know it. */
export type Listing = {
  readonly name: string;
  /** Types of the columns that a place in it consists of. */
  readonly types: readonly string[];
  /** What was asked for; the fields of a query. */
  readonly filter: object;
};

/**
 * A cursor says which list it is of and with which filters: a place in another one would look like
 * any other, and leave rows out.
 */
export function cursorOf({ name, filter }: Listing, place: readonly unknown[]): string {
  const parts = [name, digestOf(filter), ...place.map(textOf)];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** @throws Problem `request-invalid` for a cursor that no page of this list gave. */
export function placeOf(cursor: string, { name, types, filter }: Listing): string[] {
  const parts = parse(Buffer.from(cursor, 'base64url').toString());
  if (!Array.isArray(parts) || parts.length !== types.length + 2 || parts[0] !== name) {
    throw refused('must be the nextCursor of the page before');
  }
  const [, digest, ...place] = parts as unknown[];
  if (digest !== digestOf(filter)) {
    throw refused(
      'is of a list with other filters; send the same ones as for the page before, or no cursor',
    );
  }
  if (place.every((value, i) => isOfType(value, types[i] ?? ''))) return place as string[];
  throw refused('must be the nextCursor of the page before');
}

function refused(message: string): Problem {
  return new Problem('request-invalid', undefined, [{ field: 'cursor', message }]);
}

function textOf(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value);
}

/** The same for the same filters, in any order. */
function digestOf(filter: object): string {
  const sent = Object.entries(filter)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]): [string, unknown] => [
      field,
      Array.isArray(value) ? (value as unknown[]).map(String).sort() : value,
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sent)).digest('base64url').slice(0, 16);
}

/** What a column of a type takes; PostgreSQL would refuse anything else as our own fault. */
const TEXTS: Readonly<Record<string, RegExp>> = {
  text: /./,
  bigint: /^\d{1,18}$/,
  smallint: /^\d{1,4}$/,
  integer: /^-?\d{1,9}$/,
  numeric: /^-?\d{1,20}$/,
  timestamptz: /^\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
};

function isOfType(value: unknown, type: string): boolean {
  if (typeof value !== 'string' || !isStorable(value)) return false;
  if (!TEXTS[type]?.test(value)) return false;
  return type !== 'timestamptz' || isDay(value);
}

/** February 30 would be read as March 2 here, and refused by PostgreSQL. */
function isDay(time: string): boolean {
  const date = new Date(time);
  return !Number.isNaN(date.getTime()) && date.toISOString() === time;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
