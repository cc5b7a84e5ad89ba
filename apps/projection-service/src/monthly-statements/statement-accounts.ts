import { CHART, type AccountKind } from '#journal';

/** Whose month a statement is of. */
export type StatementOf =
  | { readonly merchantId: string; readonly provider: null }
  | { readonly merchantId: null; readonly provider: string };

/** What stands in the statement of a provider, its balance first. */
const OF_PROVIDER = [
  'pending',
  'fees',
  'in-transit',
  'bank',
  'reserve',
  'suspense',
  'exchange',
  'write-off',
  'rounding',
  'bank-charges',
] as const satisfies readonly AccountKind[];

/** The accounts of a statement; the first is the balance that it explains. */
export function accountsOf({ merchantId, provider }: StatementOf): string[] {
  if (merchantId !== null) return [named('payable', merchantId)];
  return OF_PROVIDER.map((kind) => named(kind, provider));
}

function named(kind: AccountKind, owner: string): string {
  const [before, after] = CHART[kind].path;
  return `${before}${owner}${after}`;
}
