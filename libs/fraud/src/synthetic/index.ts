import { DAY, HOUR, secondsOf } from '../instant.js';
import type { InitiatedPayment } from '../feature-state.js';
import { SeededRandom } from '../seeded-random.js';
import { campaignsPerDay, SCENARIOS, type Campaign } from './campaigns.js';
import { delayOf } from './label-delay.js';
import { honestDraft, paymentOf, type Draft, type Shopping } from './draft.js';
import { DEFAULT_MIX, type FraudMix } from './fraud-mix.js';
import { salesOn } from './sales.js';
import { createWorld, DEFAULT_BARE_SHARE, type World } from './world.js';

export type SyntheticOptions = {
  readonly seed: number;
  readonly days: number;
  readonly customers: number;
  readonly merchants: number;
  readonly startAt?: string;
  /** Share of merchants that send only what a transaction file has; default 0.4. */
  readonly bareShare?: number;
  /** How often each kind of fraud begins; by published shares of kinds if absent. */
  readonly mix?: FraudMix;
};

/** A payment with the truth about it, or a label at the moment it becomes known. */
export type SyntheticFact =
  | {
      readonly kind: 'payment';
      readonly payment: InitiatedPayment;
      readonly fraud: boolean;
      /** Which campaign made it up; 0 for honest payments. Never an input. */
      readonly scenario: number;
    }
  | { readonly kind: 'label'; readonly paymentId: string; readonly fraud: boolean };

/** A world that nothing is learnt from or chosen by, and the day from which it is measured. */
export function heldOutWorld(customers: number): SyntheticOptions {
  return { seed: 1901, days: 60, customers, merchants: Math.ceil(customers / 2) };
}

export const HELD_OUT_FROM_DAY = 30;

type Label = { readonly at: number; readonly paymentId: string };

/**
 * Payments of an invented world, in order of time, with their labels as they become known. Nothing
 * is taken from real payments or from published data. The same options give the same facts.
 */
export function* syntheticPayments(options: SyntheticOptions): Iterable<SyntheticFact> {
  const random = new SeededRandom(options.seed);
  const world = createWorld(random, { bareShare: DEFAULT_BARE_SHARE, ...options });
  const { mix = DEFAULT_MIX } = options;
  const startAt = secondsOf(options.startAt ?? '2026-01-01T00:00:00Z');
  let campaigns: Campaign[] = [];
  let labels: Label[] = [];
  let serial = 0;

  for (let day = 0; day < options.days; day += 1) {
    campaigns = campaigns.filter(({ untilDay }) => untilDay >= day);
    for (const scenario of SCENARIOS) {
      const begun = random.poisson(campaignsPerDay(scenario, world, mix));
      for (let left = begun; left > 0; left -= 1) {
        serial += 1;
        campaigns.push(scenario.start({ random, world, startAt, day, serial }));
      }
    }
    const drafts = draftsOf(day, { random, world, startAt, campaigns });
    for (const [index, draft] of drafts.entries()) {
      for (const due of labels.filter(({ at }) => at <= draft.at)) yield labelOf(due);
      labels = labels.filter(({ at }) => at > draft.at);

      const paymentId = `synthetic-${options.seed}-${day}-${index}`;
      const { scenario } = draft;
      yield {
        kind: 'payment',
        payment: paymentOf(draft, paymentId),
        fraud: scenario > 0,
        scenario,
      };
      if (scenario > 0) labels.push({ at: draft.at + delayOf(random), paymentId });
    }
  }
}

type Day = {
  readonly random: SeededRandom;
  readonly world: World;
  readonly startAt: number;
  readonly campaigns: readonly Campaign[];
};

function draftsOf(day: number, { random, world, startAt, campaigns }: Day): Draft[] {
  const drafts: Draft[] = [];
  for (const customer of world.customers) {
    if (customer.fromDay > day) continue;
    const shopping = { customer, merchants: world.merchants, dayAt: startAt + day * DAY };
    drafts.push(...honestDay(random, shopping));
  }
  for (const draft of salesOn(day, { random, world, startAt })) drafts.push(draft);
  for (const { corrupt } of campaigns) if (corrupt) drafts.forEach(corrupt);
  for (const { add } of campaigns) drafts.push(...(add?.(day) ?? []));
  return drafts.sort((a, b) => a.at - b.at);
}

/** Now and then a shopping trip: several payments within the hour are nothing unusual. */
function honestDay(random: SeededRandom, shopping: Shopping): Draft[] {
  const drafts: Draft[] = [];
  for (let left = random.poisson(shopping.customer.perDay); left > 0; left -= 1) {
    const draft = honestDraft(random, shopping);
    const last = drafts.at(-1);
    if (last && random.chance(0.25)) {
      draft.at = Math.min(last.at + random.below(HOUR), shopping.dayAt + DAY - 1);
    }
    drafts.push(draft);
  }
  return drafts;
}

function labelOf({ paymentId }: Label): SyntheticFact {
  return { kind: 'label', paymentId, fraud: true };
}
