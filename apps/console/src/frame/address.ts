import { queryText, type QueryValue } from '../client/query-text.js';

/** Search parameters as plain text; a name that comes several times is a list. */
export function parsedSearch(text: string): Record<string, string | string[]> {
  const search: Record<string, string | string[]> = {};
  const parameters = new URLSearchParams(text);
  for (const name of new Set(parameters.keys())) {
    const values = parameters.getAll(name);
    search[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  return search;
}

export function searchText(search: Readonly<Record<string, unknown>>): string {
  return queryText(search as Readonly<Record<string, QueryValue>>);
}
