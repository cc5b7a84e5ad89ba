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

/**
 * By item, which items of the other book have its amount and a time near it; the nearest first.
 * However many have the same amount, as of subscriptions, only those around a time are looked at.
 */
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

/** Times at which an amount moved, in order, and the first ids of each. */
type Times = { readonly ms: readonly number[]; readonly ids: readonly (readonly string[])[] };

function byAmount(items: readonly Item[]): ReadonlyMap<string, Times> {
  const amounts = new Map<string, Map<number, string[]>>();
  for (const item of items) {
    const key = keyOf(item);
    const times = amounts.get(key) ?? new Map<number, string[]>();
    amounts.set(key, times);
    const atMs = Date.parse(item.at);
    const ids = [...(times.get(atMs) ?? []), item.id].sort().slice(0, SUGGESTIONS_MAX);
    times.set(atMs, ids);
  }
  return new Map([...amounts].map(([key, times]) => [key, timesOf(times)]));
}

function timesOf(times: ReadonlyMap<number, readonly string[]>): Times {
  const ms = [...times.keys()].sort((a, b) => a - b);
  return { ms, ids: ms.map((each) => times.get(each) ?? []) };
}

function keyOf(item: Item): string {
  return `${scopeOf(item)} ${amountKey(item.amount)}`;
}

function offer(
  item: Item,
  others: ReadonlyMap<string, Times>,
  { suggestedWithinMs }: RuleSet,
  found: Map<string, readonly Suggestion[]>,
): void {
  const times = others.get(keyOf(item));
  if (!times) return;
  const near: Near[] = [];
  let lastMs = -1;
  for (const each of outwards(times, Date.parse(item.at))) {
    if (each.apartMs > suggestedWithinMs) break;
    if (near.length >= SUGGESTIONS_MAX && each.apartMs > lastMs) break;
    near.push(each);
    lastMs = each.apartMs;
  }
  if (near.length === 0) return;
  const suggestions = near
    .sort(byNearness)
    .slice(0, SUGGESTIONS_MAX)
    .map(({ id, apartMs }) => ({ id, score: scoreOf(apartMs, suggestedWithinMs) }));
  found.set(item.id, suggestions);
}

type Near = { readonly id: string; readonly apartMs: number };

/** What lies around a time, the nearest first. */
function* outwards({ ms, ids }: Times, atMs: number): Generator<Near> {
  let after = firstNotBefore(ms, atMs);
  let before = after - 1;
  while (before >= 0 || after < ms.length) {
    const beforeMs = atMs - (ms[before] ?? -Infinity);
    const afterMs = (ms[after] ?? Infinity) - atMs;
    const isBefore = beforeMs < afterMs;
    const apartMs = isBefore ? beforeMs : afterMs;
    for (const id of ids[isBefore ? before : after] ?? []) yield { id, apartMs };
    if (isBefore) before -= 1;
    else after += 1;
  }
}

function firstNotBefore(ms: readonly number[], atMs: number): number {
  let [low, high] = [0, ms.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ms[middle] ?? 0) < atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

function byNearness(a: Near, b: Near): number {
  if (a.apartMs !== b.apartMs) return a.apartMs - b.apartMs;
  return a.id < b.id ? -1 : 1;
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
