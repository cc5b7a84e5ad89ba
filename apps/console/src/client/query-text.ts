export type QueryValue = string | number | boolean | readonly string[] | null | undefined;

/** `?a=1&a=2`; what is undefined, null or empty is left out. */
export function queryText(query: Readonly<Record<string, QueryValue>>): string {
  const text = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const each of values) text.append(name, String(each));
  }
  return text.size === 0 ? '' : `?${text.toString()}`;
}
