import type { Verdict } from '#payments';
import type { PastPayment } from './past-payment.js';
import { PaymentTally, type PaymentTotals } from './payment-totals.js';

const OUTCOMES = ['honest', 'fraud', 'unknown', 'blocked'] as const;

type Outcome = (typeof OUTCOMES)[number];

/** `unknown`: not known yet. `blocked`: never to be known, because it was declined then. */
export type VerdictSums = Readonly<Record<Outcome, PaymentTotals>>;

/** Payments whose score was at least `from`, and below the next band's. */
export type Band = {
  readonly from: number;
  /** By what the candidate would say. */
  readonly byVerdict: Readonly<Record<Verdict, PaymentTotals>>;
  readonly byOutcome: VerdictSums;
};

/** What became of past payments, and what would have. */
export type SimulatedSums = {
  readonly payments: number;
  /** By what the candidate would say. */
  readonly byVerdict: Readonly<Record<Verdict, VerdictSums>>;
  /** By score; unscored payments are in none. */
  readonly bands: readonly Band[];
  /** Those it would decide otherwise, by both verdicts, as in `approve>decline`. */
  readonly changed: Readonly<Record<string, PaymentTotals>>;
  /** Payments that met each rule, also where a stricter rule decided, by what became of them. */
  readonly byRule: Readonly<Record<string, VerdictSums>>;
  /** Declined then: how it would have ended is unknown under any candidate. */
  readonly blockedThen: PaymentTotals;
  /** Known fraud that the candidate holds or declines, as a share of its payments; null: none. */
  readonly fraudCaughtShare: number | null;
  /** Share of payments known to be honest that the candidate declines; null: none is known. */
  readonly insultRate: number | null;
};

const VERDICTS = ['approve', 'review', 'decline'] as const satisfies readonly Verdict[];
const BANDS = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9];

type Growing = Record<Outcome, PaymentTally>;

/** Counts payments and money, exactly per currency, by verdict, outcome, score and rule. */
export class SimulationTally {
  #payments = 0;
  readonly #byVerdict = recordOf(VERDICTS, () => recordOf(OUTCOMES, newPile));
  readonly #bands = BANDS.map((from) => ({
    from,
    byVerdict: recordOf(VERDICTS, newPile),
    byOutcome: recordOf(OUTCOMES, newPile),
  }));
  readonly #changed = new Map<string, PaymentTally>();
  readonly #byRule = new Map<string, Growing>();
  readonly #blockedThen = new PaymentTally();

  add(past: PastPayment, verdict: Verdict): void {
    const { amount } = past.payment;
    const outcome = outcomeOf(past);
    const score = past.scored?.score ?? -1;
    const band = this.#bands.findLast(({ from }) => score >= from);
    const piles = [this.#byVerdict[verdict][outcome]];
    if (band) piles.push(band.byVerdict[verdict], band.byOutcome[outcome]);
    if (past.verdict === 'decline') piles.push(this.#blockedThen);
    if (verdict !== past.verdict) {
      piles.push(madeIn(this.#changed, `${past.verdict}>${verdict}`, newPile));
    }
    for (const pile of piles) pile.add(amount, past.amountEur);
    this.#payments += 1;
  }

  met(ruleId: string, past: PastPayment): void {
    const piles = madeIn(this.#byRule, ruleId, () => recordOf(OUTCOMES, newPile));
    piles[outcomeOf(past)].add(past.payment.amount, past.amountEur);
  }

  get sums(): SimulatedSums {
    const byVerdict = map(this.#byVerdict, (sums) => map(sums, pileOf));
    const all = (outcome: Outcome): number =>
      VERDICTS.reduce((sum, each) => sum + byVerdict[each][outcome].payments, 0);
    return {
      payments: this.#payments,
      byVerdict,
      bands: this.#bands.map(({ from, ...piles }) => ({
        from,
        byVerdict: map(piles.byVerdict, pileOf),
        byOutcome: map(piles.byOutcome, pileOf),
      })),
      changed: Object.fromEntries([...this.#changed].map(([key, pile]) => [key, pileOf(pile)])),
      byRule: Object.fromEntries([...this.#byRule].map(([id, sums]) => [id, map(sums, pileOf)])),
      blockedThen: this.#blockedThen.pile,
      fraudCaughtShare: share(all('fraud') - byVerdict.approve.fraud.payments, all('fraud')),
      insultRate: share(byVerdict.decline.honest.payments, all('honest')),
    };
  }
}

function outcomeOf({ verdict, fraud }: PastPayment): Outcome {
  if (fraud === null) return verdict === 'decline' ? 'blocked' : 'unknown';
  return fraud ? 'fraud' : 'honest';
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function newPile(): PaymentTally {
  return new PaymentTally();
}

function pileOf({ pile }: PaymentTally): PaymentTotals {
  return pile;
}

function madeIn<Value>(among: Map<string, Value>, key: string, make: () => Value): Value {
  const made = among.get(key) ?? make();
  among.set(key, made);
  return made;
}

function recordOf<Key extends string, Value>(
  keys: readonly Key[],
  make: () => Value,
): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, make()])) as Record<Key, Value>;
}

function map<Key extends string, From, To>(
  record: Readonly<Record<Key, From>>,
  change: (value: From) => To,
): Record<Key, To> {
  const entries = Object.entries<From>(record).map(([key, value]) => [key, change(value)]);
  return Object.fromEntries(entries) as Record<Key, To>;
}
