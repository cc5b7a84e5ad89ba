import type { RefusalCodes } from '#provider-port';

type Told = { readonly [Field in keyof RefusalCodes]-?: string | null | undefined };

/** What a provider said beside a code, without what it left out; nothing when it left out all. */
export function codesOf(told: Told): { readonly codes?: RefusalCodes } {
  const said = Object.entries(told).filter(([, code]) => typeof code === 'string' && code !== '');
  return said.length === 0 ? {} : { codes: Object.fromEntries(said) };
}
