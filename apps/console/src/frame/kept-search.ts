/** Search parameters that have the right form; the rest of an address is dropped. */
export function keptSearch<Name extends string>(
  forms: Readonly<Record<Name, RegExp>>,
  search: Readonly<Record<string, unknown>>,
): Partial<Readonly<Record<Name, string>>> {
  const names = Object.keys(forms) as Name[];
  const kept = names.flatMap((name) => {
    const value = search[name];
    return typeof value === 'string' && forms[name].test(value) ? [[name, value] as const] : [];
  });
  return Object.fromEntries(kept) as Partial<Record<Name, string>>;
}
