import type { Suggestion } from './finding.js';
import { amountKey } from './in-order.js';
import type { LedgerItem, ProviderItem } from './item.js';
import { scopeOf } from './match-cluster.js';
import type { RuleSet } from './rule-set.js';
import type { Sides } from './meet.js';

/** As many as a person is shown. */
const SUGGESTIONS_MAX = 3;
/** What the same amount at the same time is worth; nothing that ids do not say is certain. */
const SCORE_MAX = 90n;

type Item = LedgerItem | ProviderItem;

/** By item, which items of the other book have its amount and a time near it; the best first. */
export function suggestionsFor(
  { ours, theirs }: Sides,
  rules: RuleSet,
): ReadonlyMap<string, readonly Suggestion[]> {
  const found = new Map<string, readonly Suggestion[]>();
  const [oursBy, theirsBy] = [byAmount(ours), byAmount(theirs)];
  for (const item of ours) offer(item, theirsBy, rules, found);
  for (const line of theirs) offer(line, oursBy, rules, found);
  return found;
}

function byAmount(items: readonly Item[]): Map<string, Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const same = found.get(key);
    if (same) same.push(item);
    else found.set(key, [item]);
  }
  return found;
}

function keyOf(item: Item): string {
  return `${scopeOf(item)} ${amountKey(item.amount)}`;
}

function offer(
  item: Item,
  others: ReadonlyMap<string, readonly Item[]>,
  { suggestedWithinMs }: RuleSet,
  found: Map<string, readonly Suggestion[]>,
): void {
  const scored = (others.get(keyOf(item)) ?? []).flatMap(({ id, at }) => {
    const apartMs = Math.abs(Date.parse(at) - Date.parse(item.at));
    return apartMs > suggestedWithinMs ? [] : [{ id, score: scoreOf(apartMs, suggestedWithinMs) }];
  });
  if (scored.length === 0) return;
  found.set(item.id, scored.sort(byScore).slice(0, SUGGESTIONS_MAX));
}

/** Half for the amount, half for the time. */
export function scoreOf(apartMs: number, withinMs: number): number {
  const half = SCORE_MAX / 2n;
  return Number(half + (half * BigInt(withinMs - apartMs)) / BigInt(withinMs));
}

export function byScore(a: Suggestion, b: Suggestion): number {
  if (a.score !== b.score) return b.score - a.score;
  return a.id < b.id ? -1 : 1;
}
