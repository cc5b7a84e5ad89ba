/**
 * What an address says behind its `#`, which no server is sent; null: nothing. It is taken out of
 * the address, so that neither history nor a shared screen keeps it.
 */
export function takenOut(name: string): string | null {
  const value = new URLSearchParams(location.hash.slice(1)).get(name);
  if (value !== null) history.replaceState(null, '', location.pathname + location.search);
  return value;
}
