/** By what two sides met, the strongest first. */
export const MATCH_RULES = [
  'provider-id',
  'linked-id',
  'our-id',
  'payment-id',
  'bank-reference',
  'manual',
] as const;

export type MatchRule = (typeof MATCH_RULES)[number];

/** Everything that decides beside the books themselves; a change is a new version. */
export type RuleSet = {
  readonly version: number;
  /** By rule, in minor units of one currency. */
  readonly tolerances: Readonly<Record<MatchRule, bigint>>;
  /** Between what an exchange gave and what its rate says, in minor units. */
  readonly exchangeTolerance: bigint;
  /** How long the provider may take to list what we recorded. */
  readonly listedWithinMs: number;
  /** How long we may take to record what the provider lists. */
  readonly recordedWithinMs: number;
  /** How far the times of two sides that met may lie apart. */
  readonly apartMsMax: number;
  /** How long after its arrival date the bank may book a payout. */
  readonly bankedWithinMs: number;
  /** How far apart two sides may be that are suggested to a person. */
  readonly suggestedWithinMs: number;
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Nothing may differ in one currency; the last unit of an exchange may. */
export const RULE_SET: RuleSet = {
  version: 1,
  tolerances: {
    'provider-id': 0n,
    'linked-id': 0n,
    'our-id': 0n,
    'payment-id': 0n,
    'bank-reference': 0n,
    manual: 0n,
  },
  exchangeTolerance: 1n,
  listedWithinMs: DAY_MS,
  recordedWithinMs: HOUR_MS,
  apartMsMax: 7 * DAY_MS,
  bankedWithinMs: 3 * DAY_MS,
  suggestedWithinMs: 7 * DAY_MS,
};
