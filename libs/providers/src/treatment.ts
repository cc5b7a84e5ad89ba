import type { RefusalCodes } from '#provider-port';

/**
 * What to do about an error of a provider:
 *
 * - `refused`: it said no, and no money moved: record it.
 * - `unsupported`: it takes no such payment from any payer: as `refused`, and another
 *   provider may take it.
 * - `read-back`: it says that the operation cannot be done in this state, perhaps because an
 *   earlier attempt of ours did it: look before believing a refusal.
 * - `unclear`: it failed while doing it, and may tell a repeat the same for long: look, and where
 *   nothing is found, take it as `unavailable`.
 * - `unavailable`: the outcome is unknown: repeat under the same id.
 * - `misuse`: our request or credentials are wrong: a person must act.
 */
export type Treatment =
  'refused' | 'unsupported' | 'read-back' | 'unclear' | 'unavailable' | 'misuse';

/** A provider's error in our words. */
export type Diagnosis = {
  readonly treatment: Treatment;
  /** The provider's own code. */
  readonly code: string;
  readonly reason: string;
  /** What it says beside its code. */
  readonly codes?: RefusalCodes;
  /** How long it wants to be left alone, where it says so. */
  readonly retryAfterMs?: number | null;
};

/** The longest that a provider's wish to be left alone is followed. */
const RETRY_AFTER_MS_MAX = 60_000;

/** Reads a Retry-After header: seconds, or an HTTP date. */
export function retryAfterMsOf(header: string | undefined, now: Date): number | null {
  if (header === undefined || header.trim() === '') return null;
  const seconds = Number(header);
  const ms = Number.isNaN(seconds) ? Date.parse(header) - now.getTime() : seconds * 1000;
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), RETRY_AFTER_MS_MAX);
}
