/** What the address of the events holds. */
export type AuditSearch = { readonly stream?: string; readonly type?: string };

/** Takes what has the right form; the rest of an address is dropped. */
export function auditSearch(search: Readonly<Record<string, unknown>>): AuditSearch {
  const kept = (['stream', 'type'] as const).filter((name) => {
    const value = search[name];
    return typeof value === 'string' && value !== '' && value.length < 256;
  });
  return Object.fromEntries(kept.map((name) => [name, search[name]]));
}
