/** What is found in an answer under these names and places in lists. */
export function at(body: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (found, name) => (found as Record<string | number, unknown> | undefined)?.[name],
    body,
  );
}

/** @throws Error when it is not a text. */
export function textAt(body: unknown, ...path: readonly (string | number)[]): string {
  const found = at(body, ...path);
  if (typeof found === 'string') return found;
  throw new Error(`${path.join('.')} is no text in ${JSON.stringify(body)}`);
}
