/** Every text of a value, with the name of its field. */
export function mapped(
  value: unknown,
  change: (text: string, key: string) => unknown,
  key = '',
): unknown {
  if (typeof value === 'string') return change(value, key);
  if (Array.isArray(value)) return value.map((each) => mapped(each, change, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, mapped(each, change, name)]),
  );
}
