import type { Suggestion } from './finding.js';
import { amountKey } from './in-order.js';
import type { PayoutSides } from './payout-item.js';
import type { RuleSet } from './rule-set.js';
import { byScore, scoreOf } from './suggest.js';

const SUGGESTIONS_MAX = 3;

/** By payout and bank line, which of the other have the same amount near its time. */
export function suggestPayouts(
  { payouts, bankLines }: PayoutSides,
  { suggestedWithinMs }: RuleSet,
): ReadonlyMap<string, readonly Suggestion[]> {
  const found = new Map<string, Suggestion[]>();
  const linesBy = new Map<string, (typeof bankLines)[number][]>();
  for (const line of bankLines) {
    const key = amountKey(line.amount);
    linesBy.set(key, [...(linesBy.get(key) ?? []), line]);
  }
  for (const { id, amount, arrivesAt, at } of payouts) {
    for (const line of linesBy.get(amountKey(amount)) ?? []) {
      const apartMs = Math.abs(Date.parse(line.at) - Date.parse(arrivesAt ?? at));
      if (apartMs > suggestedWithinMs) continue;
      const score = scoreOf(apartMs, suggestedWithinMs);
      add(found, id, { id: line.id, score });
      add(found, line.id, { id, score });
    }
  }
  return new Map([...found].map(([id, all]) => [id, all.sort(byScore).slice(0, SUGGESTIONS_MAX)]));
}

function add(found: Map<string, Suggestion[]>, id: string, suggestion: Suggestion): void {
  const known = found.get(id);
  if (known) known.push(suggestion);
  else found.set(id, [suggestion]);
}
