import type { Element } from '../promql/vector.js';
import { signatureOf, type Labels } from '../samples/series.js';
import type { Rule } from './rule.js';

/** One alert of a rule that holds: for its provider, view, job or service. */
export type Standing = {
  readonly labels: Labels;
  readonly value: number;
  /** Since when it has held. */
  readonly sinceMs: number;
  /** Null while it has not held long enough. */
  readonly firedMs: number | null;
};

/** The alerts of one rule that hold, by the signature of their labels. */
export type Standings = ReadonlyMap<string, Standing>;

export type Step = {
  readonly standings: Standings;
  readonly fired: readonly Standing[];
  readonly resolved: readonly Standing[];
};

/**
 * Takes what a rule came to at one time.
 *
 * @param isKnown false while a number that the rule rests on may be missing: what fires goes on to
 * fire then, since an alert that is not seen any more is not known to be over.
 */
export function step(
  { forMs }: Pick<Rule, 'forMs'>,
  before: Standings,
  vector: readonly Element[],
  { nowMs, isKnown }: { readonly nowMs: number; readonly isKnown: boolean },
): Step {
  const standings = new Map<string, Standing>();
  const fired: Standing[] = [];
  for (const { labels, value } of vector) {
    const signature = signatureOf(labels);
    const known = before.get(signature) ?? { sinceMs: nowMs, firedMs: null };
    const standing = { ...continued(known, forMs, nowMs), labels, value };
    standings.set(signature, standing);
    if (known.firedMs === null && standing.firedMs !== null) fired.push(standing);
  }
  const gone = [...before].filter(([signature, { firedMs }]) => {
    return !standings.has(signature) && firedMs !== null;
  });
  if (isKnown) return { standings, fired, resolved: gone.map(([, standing]) => standing) };
  return { standings: new Map([...standings, ...gone]), fired, resolved: [] };
}

type Times = Pick<Standing, 'sinceMs' | 'firedMs'>;

/** It fires once it has held for long enough, and keeps the time at which it did. */
function continued({ sinceMs, firedMs }: Times, forMs: number, nowMs: number): Times {
  const isDue = nowMs - sinceMs >= forMs;
  return { sinceMs, firedMs: firedMs ?? (isDue ? nowMs : null) };
}
