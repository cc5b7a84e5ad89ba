import { setImmediate as turn } from 'node:timers/promises';
import { lengthsIssuedFor } from './card-issuers.js';
import { holdsCardNumber } from './card-number.js';

/** Names of fields that only ever carry card data, in lower case without separators. */
const FORBIDDEN_NAME = new RegExp(
  '^((card|creditcard|debitcard|cc|payment)?' +
    '(cvc2?|cvv2?|csc|securitycode|verification(code|value)|exp(month|year)|expiry)' +
    '|(card|creditcard|debitcard|cc)(no|num|number)|pan|primaryaccountnumber' +
    '|track[12]?(data)?|pin(block)?)$',
);

const NAME_CHARS_MAX = 40;

/**
 * Where a JSON body carries card data, as a path (`metadata.note`), or null when it does not.
 * Keys are looked at as well as values.
 */
export function findCardData(value: unknown): string | null {
  const searching = search(value);
  for (;;) {
    const { done, value: found } = searching.next();
    if (done) return pathOf(found);
  }
}

/** The same of a large body, in many turns of the event loop: others get theirs in between. */
export async function findCardDataInTurns(value: unknown): Promise<string | null> {
  const searching = search(value);
  let beganMs = performance.now();
  for (;;) {
    const { done, value: found } = searching.next();
    if (done) return pathOf(found);
    if (performance.now() - beganMs < TURN_MS) continue;
    await turn();
    beganMs = performance.now();
  }
}

const TURN_MS = 5;

/** Fields between two points where the search may pause. */
const STEP_FIELDS = 32;

/** Where card data stands, the innermost key first: next to no body has any to build a path for. */
type Found = { readonly what: 'key' | 'value'; readonly keys: string[] };

type Searching = Generator<undefined, Found | null>;

function pathOf(found: Found | null): string | null {
  if (!found) return null;
  const path = found.keys.reduceRight((begin, key) => (begin === '' ? key : `${begin}.${key}`), '');
  if (found.what === 'value') return path || 'body';
  return path === '' ? 'a key' : `a key of ${path}`;
}

function* search(value: unknown): Searching {
  if (typeof value !== 'object' || value === null) return searchScalar(value);
  return yield* searchFields(value as Readonly<Record<string, unknown>>);
}

function searchScalar(value: unknown): Found | null {
  const isCard =
    typeof value === 'string'
      ? holdsCardNumber(value)
      : typeof value === 'number' && isCardNumber(value);
  return isCard ? { what: 'value', keys: [] } : null;
}

function* searchFields(fields: Readonly<Record<string, unknown>>): Searching {
  let searched = 0;
  for (const key in fields) {
    const named = searchName(key);
    if (named) return named;
    const value = fields[key];
    const isObject = typeof value === 'object' && value !== null;
    const found = isObject ? yield* search(value) : searchScalar(value);
    if (found) {
      found.keys.push(key);
      return found;
    }
    searched += 1;
    if (isObject || searched % STEP_FIELDS === 0) yield;
  }
  return null;
}

function searchName(key: string): Found | null {
  if (HARMLESS_NAMES.has(key)) return null;
  if (holdsCardNumber(key)) return { what: 'key', keys: [] };
  if (isForbiddenName(key)) return { what: 'value', keys: [key] };
  remember(key);
  return null;
}

/** Names seen before, since requests repeat the same few. */
const HARMLESS_NAMES = new Set<string>();
const HARMLESS_NAMES_MAX = 1_000;

function remember(name: string): void {
  if (name.length > NAME_CHARS_MAX || HARMLESS_NAMES.size >= HARMLESS_NAMES_MAX) return;
  HARMLESS_NAMES.add(name);
}

function isForbiddenName(key: string): boolean {
  if (key.length > NAME_CHARS_MAX) return false;
  return FORBIDDEN_NAME.test(key.replace(/[^a-z0-9]/gi, '').toLowerCase());
}

function isCardNumber(value: number): boolean {
  const size = Math.abs(value);
  if (size < 1e12) return false;
  // Not `String`, which writes large numbers with an exponent.
  const digits = Number.isInteger(size) ? BigInt(size).toString() : String(size);
  if (size <= Number.MAX_SAFE_INTEGER) return holdsCardNumber(digits);
  // JSON lost the last digits, the check digit among them.
  return lengthsIssuedFor(digits).includes(digits.length);
}
