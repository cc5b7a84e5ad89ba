import type { Target } from './target.js';

/** One thing that an attacker tries. */
export type Attack = {
  readonly name: string;
  /** The code it is refused by, which is counted under that name. */
  readonly refusedBy: string;
  readonly attempt: (target: Target) => Promise<string>;
};

export function attack(
  name: string,
  refusedBy: string,
  attempt: (target: Target) => Promise<string>,
): Attack {
  return { name, refusedBy, attempt };
}

export type Attempted = {
  readonly name: string;
  readonly refusedBy: string;
  readonly answer: string;
  readonly counted: number;
};

/** One after the other, so that each is counted by itself. */
export async function attempted(
  target: Target,
  attacks: readonly Attack[],
): Promise<readonly Attempted[]> {
  const rows: Attempted[] = [];
  let before = await target.counts();
  for (const { name, refusedBy, attempt } of attacks) {
    const answer = await attempt(target);
    const after = await target.counts();
    const counted = (after.get(refusedBy) ?? 0) - (before.get(refusedBy) ?? 0);
    rows.push({ name, refusedBy, answer, counted });
    before = after;
  }
  return rows;
}
