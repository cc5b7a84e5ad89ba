import type { Operation, RefusalCodes } from '#provider-port';
import type { Instant, ProviderName } from '../payment/vocabulary.js';
import { isFinalCode, reasonOfCode } from './code-reasons.js';
import { type Hint, NETWORK_ADVICE, PROVIDER_ADVICE } from './network-advice.js';
import { payerMessageOf, type PayerMessage } from './payer-messages.js';
import { type DeclineAdvice, type DeclineReason, rowOf } from './reasons.js';
import type { Refused } from './refused.js';

/** Why it was declined, and what may help. Derived on reading, so that better tables help. */
export type Decline = {
  readonly reason: DeclineReason;
  readonly advice: DeclineAdvice;
  /** For the payer. */
  readonly message: PayerMessage;
  /** Null: no provider was asked. */
  readonly provider: ProviderName | null;
  /** The provider's own code, as it gave it; null when it was not asked. */
  readonly providerCode: string | null;
  /** What it said beside that code; null when nothing. */
  readonly codes: RefusalCodes | null;
  /** By the provider's clock where it tells; null: not kept beside the payment. */
  readonly at: Instant | null;
};

/** @returns reason `unknown` for a code that no table knows; it is never guessed. */
export function declineOf(
  provider: ProviderName,
  operation: Operation,
  { code, codes, at }: Refused,
): Decline {
  const reason = reasonOfCode(provider, operation, code) ?? 'unknown';
  const advice = adviceOf(reason, hintOf(provider, code, codes));
  const message = payerMessageOf(reason, advice);
  return { reason, advice, message, provider, providerCode: code, codes, at };
}

/** Declined by our own assessment or by an analyst. */
export function fraudBlock(at: Instant | null): Decline {
  const [reason, advice] = ['fraud-block', 'none'] as const;
  const message = payerMessageOf(reason, advice);
  return { reason, advice, message, provider: null, providerCode: null, codes: null, at };
}

/**
 * What may help, from what the reason says and what the network advises about this payment. That
 * the same card must not be tried again counts before everything else.
 */
export function adviceOf(reason: DeclineReason, hint: Hint | null): DeclineAdvice {
  const { advice, yields = false } = rowOf(reason);
  if (hint === 'do-not-try-again') return advice === 'none' ? 'none' : 'other-card';
  if (hint === null || !yields) return advice;
  return hint === 'confirm-details' ? 'fix-details' : 'retry';
}

function hintOf(provider: ProviderName, code: string, codes: RefusalCodes | null): Hint | null {
  const hints = [
    isFinalCode(provider, code) ? ('do-not-try-again' as const) : null,
    PROVIDER_ADVICE[provider].get(codes?.advice ?? '') ?? null,
    NETWORK_ADVICE[provider].get(codes?.networkAdvice ?? '') ?? null,
  ];
  const strictest = hints.find((hint) => hint === 'do-not-try-again');
  return strictest ?? hints.find((hint) => hint !== null) ?? null;
}
