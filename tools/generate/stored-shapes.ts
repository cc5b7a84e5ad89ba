import { readdirSync, readFileSync } from 'node:fs';

export const FIXTURES = 'test/fixtures/events';

/** The data of an event by its type, in the newest shape that was ever stored. */
export type Shapes = ReadonlyMap<string, object>;

/** Files sort by their number, so that the newest shape of a type is the last. */
export function newestShapes(): Shapes {
  const stored = readdirSync(FIXTURES)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((file) => JSON.parse(readFileSync(`${FIXTURES}/${file}`, 'utf8')) as Stored);
  return new Map(stored.map(({ type, data }) => [type, data]));
}

type Stored = { readonly type: string; readonly data: object };
