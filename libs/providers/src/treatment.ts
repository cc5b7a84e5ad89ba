/**
 * What to do about an error of a provider:
 *
 * - `refused`: it said no, and no money moved: record it.
 * - `read-back`: it says that the operation cannot be done in this state, perhaps because an
 *   earlier attempt of ours did it: look before believing a refusal.
 * - `unclear`: it failed while doing it, and may tell a repeat the same for long: look, and where
 *   nothing is found, take it as `unavailable`.
 * - `unavailable`: nobody knows whether money moved: repeat under the same id.
 * - `misuse`: our request or credentials are wrong: a person must act.
 */
export type Treatment = 'refused' | 'read-back' | 'unclear' | 'unavailable' | 'misuse';

/** A provider's error in our words. */
export type Diagnosis = {
  readonly treatment: Treatment;
  /** The provider's own code. */
  readonly code: string;
  readonly reason: string;
};
