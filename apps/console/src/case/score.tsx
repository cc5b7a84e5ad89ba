import type { ReactNode } from 'react';

/** Three decimals, as everywhere in the ledger. */
export function Score({ of }: { readonly of: number }): ReactNode {
  return <bdi dir="ltr">{of.toFixed(3)}</bdi>;
}
