import type { RefusalCodes } from '#provider-port';
import type { Instant } from '../payment/vocabulary.js';

/** What a provider said no with, as it is stored. */
export type Refused = {
  readonly code: string;
  /** Null: it said nothing beside its code, or that was not kept yet. */
  readonly codes: RefusalCodes | null;
  readonly at: Instant;
};

export function refusedWith(
  { code, codes = null }: { readonly code: string; readonly codes?: RefusalCodes | null },
  at: Instant,
): Refused {
  return { code, codes, at };
}
