import { createHash } from 'node:crypto';
import { mapped } from './mapped.js';
import { isTime, shiftedTimes } from './times.js';

/** Texts that differ from one machine to the next, and what stands for each. */
export type Replaced = readonly (readonly [found: string, shown: string])[];

/**
 * What was recorded, made the same whenever it is recorded: ids, hashes and signatures by the
 * order in which they come, times by their distance from the first, secrets by one word.
 */
export function stable<Recorded>(recorded: Recorded, replaced: Replaced = []): Recorded {
  const named = new Map<string, string>();
  const here = (text: string): string =>
    replaced.reduce((done, [found, shown]) => done.replaceAll(found, shown), text);
  const rename = (text: string): string =>
    KINDS.reduce(
      (done, { form, like }) =>
        done.replace(form, (found) => {
          const known = named.get(found);
          if (known !== undefined) return known;
          if (isMade(found, named)) return found;
          const made = like(found, named.size + 1);
          named.set(found, made);
          return made;
        }),
      text,
    );
  const shifted = shiftedTimes(mapped(recorded, (text) => here(text)));
  return mapped(shifted, (text, key) => {
    if (SECRET_FIELDS.test(key)) return SECRET;
    return isTime(text) ? text : rename(text);
  }) as Recorded;
}

const SECRET_FIELDS = /^(secret|clientSecret|client_secret)$/;
const SECRET = 'whsec_ZXhhbXBsZS1vZi1hLXNlY3JldC1vZi1hbi1lbmRwb2ludA==';

type Kind = { readonly form: RegExp; readonly like: (found: string, nth: number) => string };

/** The longer ones first: a hash holds what looks like shorter ones. */
const KINDS: readonly Kind[] = [
  {
    form: /\b[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b/g,
    like: (found, nth) => uuid(found.charAt(14), nth),
  },
  {
    form: /\b\d{15}-[0-9a-f]{12}\b/g,
    like: (_found, nth) =>
      `${digest(nth, 'hex', 15).replace(/\D/g, '0')}-${digest(nth, 'hex', 12)}`,
  },
  { form: /\b[0-9a-f]{32,128}\b/g, like: (found, nth) => digest(nth, 'hex', found.length) },
  { form: /\bassay\/[0-9a-f]{16}\b/g, like: (_found, nth) => `assay/${digest(nth, 'hex', 16)}` },
  {
    form: /(?<=^|\s)(?=\S*[a-z])(?=\S*[A-Z])(?=\S*\d)[\w+/-]{40,}={0,2}(?=$|\s)/g,
    like: base64,
  },
  {
    form: /\b(?:pi|ch|re|py|txn|evt|po|du|dp|prv|issfr|in|req|msg|tr)_[A-Za-z0-9]{8,}\b/g,
    like: (found, nth) => `${found.slice(0, found.indexOf('_'))}_${digest(nth, 'hex', 16)}`,
  },
  {
    form: /\b(?:PP-[A-Z]-|WH-)?(?=[0-9A-Z]*\d)(?=[0-9A-Z]*[A-Z])[0-9A-Z]{12,17}(?:-[0-9A-Z]{17})?\b/g,
    like: (found, nth) => shortId(found, nth),
  },
  { form: /\b\d+\/\d+\b/g, like: (_found, nth) => `${1_000 + nth}/${1_000 + nth}` },
];

/** Whether a substitute made earlier is looked at again, by a form that fits it too. */
function isMade(found: string, named: ReadonlyMap<string, string>): boolean {
  return [...named.values()].some((made) => made.includes(found));
}

function digest(nth: number, encoding: 'hex' | 'base64', length: number): string {
  const long = createHash('sha512').update(`example ${nth}`).digest(encoding);
  return long.repeat(Math.ceil(length / long.length)).slice(0, length);
}

function uuid(version: string, nth: number): string {
  const hex = digest(nth, 'hex', 32);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), version + hex.slice(13, 16)];
  return [...parts, `8${hex.slice(17, 20)}`, hex.slice(20)].join('-');
}

/** As long as it was, with its padding, so that it can be decoded. */
function base64(found: string, nth: number): string {
  const padding = /=*$/.exec(found)?.[0] ?? '';
  const body = digest(nth, 'base64', found.length - padding.length).replaceAll('=', 'A');
  const isUrl = /[-_]/.test(found) || padding === '';
  return (isUrl ? body.replaceAll('+', '-').replaceAll('/', '_') : body) + padding;
}

function shortId(found: string, nth: number): string {
  const prefix = /^(?:PP-[A-Z]-|WH-)/.exec(found)?.[0] ?? '';
  return prefix + digest(nth, 'hex', found.length - prefix.length).toUpperCase();
}
