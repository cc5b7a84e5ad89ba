import type { Operation } from '#provider-port';
import type { ProviderName } from '../payment/vocabulary.js';
import { OWN_CODES } from './own-codes.js';
import { PAYPAL_ISSUE_REASONS } from './paypal-issues.js';
import { PAYPAL_FINAL, PAYPAL_PROCESSOR_REASONS } from './paypal-processor-codes.js';
import { type CodesByReason, type DeclineReason, wordsOf } from './reasons.js';
import { STRIPE_CODES, STRIPE_FINAL, STRIPE_REFUND_CODES } from './stripe-codes.js';

type Reasons = ReadonlyMap<string, DeclineReason>;

/** The tables of each provider, by what they are about; the first that knows a code decides. */
export const PROVIDER_CODES: Readonly<
  Record<ProviderName, { readonly any: readonly CodesByReason[]; readonly refund?: CodesByReason }>
> = {
  stripe: { any: [STRIPE_CODES], refund: STRIPE_REFUND_CODES },
  paypal: { any: [PAYPAL_PROCESSOR_REASONS, PAYPAL_ISSUE_REASONS] },
};

const FINAL: Readonly<Record<ProviderName, ReadonlySet<string>>> = {
  stripe: new Set(wordsOf(STRIPE_FINAL)),
  paypal: new Set(wordsOf(PAYPAL_FINAL)),
};

const ANY: Readonly<Record<ProviderName, Reasons>> = {
  stripe: reasonsIn([...PROVIDER_CODES.stripe.any, OWN_CODES]),
  paypal: reasonsIn([...PROVIDER_CODES.paypal.any, OWN_CODES]),
};

const OF_REFUNDS: Readonly<Record<ProviderName, Reasons>> = {
  stripe: reasonsIn([STRIPE_REFUND_CODES]),
  paypal: new Map(),
};

/** What a code means; null for one that no table knows. */
export function reasonOfCode(
  provider: ProviderName,
  operation: Operation,
  code: string,
): DeclineReason | null {
  const ofRefund = operation === 'refund' ? OF_REFUNDS[provider].get(code) : undefined;
  return ofRefund ?? ANY[provider].get(code) ?? null;
}

/** Whether the code itself says not to try the same card or account again. */
export function isFinalCode(provider: ProviderName, code: string): boolean {
  return FINAL[provider].has(code);
}

export type CodeRow = {
  readonly code: string;
  readonly reason: DeclineReason;
  /** Never the same card or account again. */
  readonly final: boolean;
};

/** Every code of a provider that is known, for the documents. */
export function codeRowsOf(provider: ProviderName, of: 'any' | 'refund'): readonly CodeRow[] {
  const known = of === 'any' ? reasonsIn(PROVIDER_CODES[provider].any) : OF_REFUNDS[provider];
  return [...known].map(([code, reason]) => {
    return { code, reason, final: isFinalCode(provider, code) };
  });
}

function reasonsIn(tables: readonly CodesByReason[]): Reasons {
  const pairs = tables.flatMap((table) =>
    Object.entries(table).flatMap(([reason, codes]) =>
      wordsOf(codes).map((code) => [code, reason as DeclineReason] as const),
    ),
  );
  return new Map(pairs);
}
