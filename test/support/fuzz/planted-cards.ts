import { withValueAt } from './body-mutations.js';
import { requestOf } from './cases.js';
import { toJson } from './hostile-values.js';
import type { Operation, Schema } from './operations.js';
import type { Random } from './random.js';
import type { FuzzRequest } from './request.js';
import { validValue } from './valid-values.js';

/** A request that carries a card number somewhere. */
export type Planted = {
  readonly operation: Operation;
  readonly what: string;
  readonly request: FuzzRequest;
};

/** Ways to write the same digits. */
const WRITINGS: Readonly<Record<string, (digits: string) => string>> = {
  plain: (digits) => digits,
  'by spaces': (digits) => digits.replace(/(.{4})(?=.)/g, '$1 '),
  'by dashes': (digits) => digits.replace(/(.{4})(?=.)/g, '$1-'),
  'by dots': (digits) => digits.replace(/(.{4})(?=.)/g, '$1.'),
  'digit by digit': (digits) => Array.from(digits).join(' '),
  'Arabic-Indic': (digits) => inScript(digits, 0x660),
  Devanagari: (digits) => inScript(digits, 0x966),
  fullwidth: (digits) => inScript(digits, 0xff10),
  'in a sentence': (digits) => `charge ${digits} tomorrow`,
};

export const WRITING_NAMES = Object.keys(WRITINGS);

export function written(digits: string, writing: string): string {
  return WRITINGS[writing]?.(digits) ?? digits;
}

function inScript(digits: string, zero: number): string {
  return Array.from(digits, (each) => String.fromCodePoint(zero + Number(each))).join('');
}

/** Card numbers that begin alike, so that all can be searched for at once. */
export class Cards {
  /** The first ten digits of each. */
  readonly begin: string;

  constructor(private readonly random: Random) {
    this.begin = `4${random.digits(9)}`;
  }

  /** With a valid check digit. */
  next(): string {
    const digits = `${this.begin}${this.random.digits(5)}`;
    return `${digits}${checkDigitOf(digits)}`;
  }
}

/** Makes digits end in a valid check digit; written apart from the guard, which it tests. */
export function checkDigitOf(digits: string): number {
  const sum = Array.from(digits)
    .reverse()
    .map((digit, i) => Number(digit) * (i % 2 === 0 ? 2 : 1))
    .reduce((total, product) => total + Math.floor(product / 10) + (product % 10), 0);
  return (10 - (sum % 10)) % 10;
}

/** A card number in every place of an operation's request, each written in another way. */
export function plantedIn(
  operation: Operation,
  key: string,
  { cards, random, securityCode }: { cards: Cards; random: Random; securityCode: string },
): Planted[] {
  const number = (): string => written(cards.next(), random.pick(WRITING_NAMES));
  const of = (what: string, parts: Parameters<typeof requestOf>[2]): Planted => ({
    operation,
    what,
    request: requestOf(operation, key, parts),
  });
  const places = operation.parameters.map(({ in: place, name }) => {
    const what = `${place} ${name}`;
    const value = encodeURIComponent(number());
    if (place === 'path') return of(what, { path: { [name]: value } });
    if (place === 'query') return of(what, { query: `${name}=${value}` });
    return of(what, { headers: { [name.toLowerCase()]: cards.next() } });
  });
  return [
    ...places,
    of('an unknown query', { query: `note=${encodeURIComponent(number())}` }),
    of('the name of a query', { query: `${cards.next()}=1` }),
    of('the correlation id', { headers: { 'x-correlation-id': cards.next() } }),
    ...(operation.body ? bodiesWith(operation.body, number, securityCode) : []).map(
      ({ what, body }) => of(what, { body: toJson(body) }),
    ),
  ];
}

type Body = { readonly what: string; readonly body: unknown };

function bodiesWith(schema: Schema, number: () => string, securityCode: string): Body[] {
  const valid = validValue(schema);
  const names = Object.keys(schema.properties ?? {});
  const nested = { a: [{ b: number() }] };
  return [
    ...names.map((name) => ({ what: name, body: withValueAt(valid, [name], number()) })),
    ...names.map((name) => ({
      what: `in ${name}`,
      body: withValueAt(valid, [name], { x: number() }),
    })),
    { what: 'an unknown field', body: withValueAt(valid, ['note'], number()) },
    { what: 'deep inside', body: withValueAt(valid, ['metadata'], nested) },
    { what: 'a key', body: withValueAt(valid, ['metadata'], { [number()]: 'x' }) },
    { what: 'a security code', body: withValueAt(valid, ['metadata'], { cvc: securityCode }) },
    {
      what: 'a batch item',
      body: { commands: [{ operation: 'initiate', body: { note: number() } }] },
    },
  ];
}
