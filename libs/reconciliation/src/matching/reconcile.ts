import { Clusters } from './clusters.js';
import type { Finding } from './finding.js';
import type { LedgerItem, ProviderItem } from './item.js';
import type { Judging } from './judge.js';
import { clusterKeysOf, matchCluster, scopeOf, sidesOf } from './match-cluster.js';
import type { Sides } from './meet.js';
import { suggestionsFor } from './suggest.js';

/**
 * Compares our events with the provider's lines. Each item is in one finding; the same items give
 * the same findings, in any order in which they come. Ids are unique in each book.
 *
 * @param emit takes findings as they are found, in no order that says anything.
 */
export function reconcile(sides: Sides, judging: Judging, emit: (finding: Finding) => void): void {
  const { ours, theirs } = sides;
  const clusters = new Clusters();
  for (const item of ours) clusters.add(scopeOf(item), clusterKeysOf(item));
  for (const line of theirs) clusters.add(scopeOf(line), clusterKeysOf(line));
  const alone: Finding[] = [];
  for (const group of clusters.groups()) {
    for (const finding of matchCluster(sidesOf(group, sides), judging)) {
      if (finding.certificate === null && MAY_BELONG.has(finding.status)) alone.push(finding);
      else emit(finding);
    }
  }
  emitAlone(alone, sides, judging, emit);
}

/** What has no other side and may have one under another id. */
const MAY_BELONG: ReadonlySet<string> = new Set([
  'missing-at-provider',
  'missing-internally',
  'duplicate-internally',
  'duplicate-at-provider',
  'orphan-reversal',
]);

function emitAlone(
  alone: readonly Finding[],
  { ours, theirs }: Sides,
  { rules }: Judging,
  emit: (finding: Finding) => void,
): void {
  const mine = new Set(alone.flatMap((finding) => finding.ours));
  const lines = new Set(alone.flatMap((finding) => finding.theirs));
  const open = {
    ours: ours.filter(({ id }: LedgerItem) => mine.has(id)),
    theirs: theirs.filter(({ id }: ProviderItem) => lines.has(id)),
  };
  const suggestions = suggestionsFor(open, rules);
  for (const finding of alone) {
    const [id = ''] = finding.ours.length > 0 ? finding.ours : finding.theirs;
    emit({ ...finding, suggestions: suggestions.get(id) ?? [] });
  }
}
