import type { Operation } from '#provider-port';
import type { ProviderName } from '../payment/vocabulary.js';
import { OWN_CODES } from './own-codes.js';
import { PAYPAL_ISSUE_REASONS } from './paypal-issues.js';
import { PAYPAL_FINAL, PAYPAL_PROCESSOR_REASONS } from './paypal-processor-codes.js';
import { type CodesByReason, type DeclineReason, wordsOf } from './reasons.js';
import { STRIPE_CODES, STRIPE_FINAL, STRIPE_REFUND_CODES } from './stripe-codes.js';

type Reasons = ReadonlyMap<string, DeclineReason>;

type Codes = {
  /** The first that knows a code decides. */
  readonly any: readonly CodesByReason[];
  /** Where a code means something else of a refund. */
  readonly refund?: CodesByReason;
  /** Of those, the codes that say not to try the same card or account again; by spaces. */
  readonly final: string;
};

/** The tables of each provider, by what they are about. */
export const PROVIDER_CODES: Readonly<Record<ProviderName, Codes>> = {
  stripe: { any: [STRIPE_CODES], refund: STRIPE_REFUND_CODES, final: STRIPE_FINAL },
  paypal: { any: [PAYPAL_PROCESSOR_REASONS, PAYPAL_ISSUE_REASONS], final: PAYPAL_FINAL },
};

type Known = {
  readonly any: Reasons;
  readonly refund: Reasons;
  readonly final: ReadonlySet<string>;
};

const KNOWN = Object.fromEntries(
  Object.entries(PROVIDER_CODES).map(([provider, codes]) => [provider, knownOf(codes)]),
) as Readonly<Record<ProviderName, Known>>;

function knownOf({ any, refund, final }: Codes): Known {
  return {
    any: reasonsIn([...any, OWN_CODES]),
    refund: reasonsIn(refund ? [refund] : []),
    final: new Set(wordsOf(final)),
  };
}

/** What a code means; null for one that no table knows. */
export function reasonOfCode(
  provider: ProviderName,
  operation: Operation,
  code: string,
): DeclineReason | null {
  const { any, refund } = KNOWN[provider];
  const ofRefund = operation === 'refund' ? refund.get(code) : undefined;
  return ofRefund ?? any.get(code) ?? null;
}

/** Whether the code itself says not to try the same card or account again. */
export function isFinalCode(provider: ProviderName, code: string): boolean {
  return KNOWN[provider].final.has(code);
}

export type CodeRow = {
  readonly code: string;
  readonly reason: DeclineReason;
  /** Never the same card or account again. */
  readonly final: boolean;
};

/** Every code of a provider that is known, for the documents. */
export function codeRowsOf(provider: ProviderName, of: 'any' | 'refund'): readonly CodeRow[] {
  const known = of === 'any' ? reasonsIn(PROVIDER_CODES[provider].any) : KNOWN[provider].refund;
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
