import { SEALED_PREFIX } from '#event-shapes';
import { Problem } from '../problem/problem.js';

/** Far beyond any documented body, far below what recursion can take. */
const DEPTH_MAX = 32;

/** As long as a whole body usually may be; a batch of longer ones is none. */
const TEXT_CHARS_MAX = 64 * 1024;

/**
 * Names that every object has by itself. Validation and copying of objects treat them in ways of
 * their own, so that one could pass unseen.
 */
const INHERENT_NAMES: ReadonlySet<string> = new Set([
  'prototype',
  ...Object.getOwnPropertyNames(Object.prototype),
]);

/**
 * Goes level by level, since whatever recurses over too deep a body would run out of stack.
 *
 * @throws Problem `request-invalid` for what is nested too deeply, for names that every object has,
 * and for sealed texts.
 */
export function assertBodyShape(body: unknown): void {
  let level = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEPTH_MAX) throw refused('body', `must not nest deeper than ${DEPTH_MAX} levels`);
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value === 'string') assertText(value);
      if (typeof value !== 'object' || value === null) continue;
      if (Array.isArray(value)) for (const each of value) next.push(each);
      else collect(value as Readonly<Record<string, unknown>>, next, body);
    }
    level = next;
  }
}

function collect(fields: Readonly<Record<string, unknown>>, into: unknown[], body: unknown): void {
  for (const name of Object.keys(fields)) {
    if (INHERENT_NAMES.has(name)) {
      const field = [...(pathTo(fields, body) ?? []), name].join('.');
      throw refused(field, 'is a name that every object has; leave it out or choose another');
    }
    refuseSealed(name);
    into.push(fields[name]);
  }
}

function assertText(text: string): void {
  if (text.length > TEXT_CHARS_MAX) {
    throw refused('body', `must hold no text longer than ${TEXT_CHARS_MAX} characters`);
  }
  refuseSealed(text);
}

/** A sealed text that comes in from outside would be opened by the next answer that shows it. */
function refuseSealed(text: string): void {
  if (!text.includes(SEALED_PREFIX)) return;
  throw refused('body', `must hold no text with ${SEALED_PREFIX}, which begins a sealed text`);
}

/** Where an object stands; only asked for what is not nested too deeply. */
function pathTo(sought: object, value: unknown): string[] | null {
  if (value === sought) return [];
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, each] of Object.entries(value)) {
    const path = pathTo(sought, each);
    if (path) return [name, ...path];
  }
  return null;
}

function refused(field: string, message: string): Problem {
  return new Problem('request-invalid', undefined, [{ field, message }]);
}
