/** Where an event is in the store. */
export type Place = { readonly commit: bigint; readonly prepare: bigint };

/** @param text as in `1042/1042`. */
export function readPlace(text: string): Place {
  const [commit = '', prepare = ''] = text.split('/');
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
}

/** Whether a place comes after another one. */
export function isBehind(place: Place, other: Place): boolean {
  if (place.commit !== other.commit) return place.commit > other.commit;
  return place.prepare > other.prepare;
}
